# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content links`: off-line unless asked, the cost said first, and what was seen told and kept."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from command_line import CommandLine
from knowledge_base import KnowledgeBase
from ospo import knowledge, remote
from ospo.domain.link import Answer, Hop, LinkReason, LinkState, Look
from ospo.engine import links
from ospo.remote import Manners


class FakeWalk:
    """Answers without going out: every address is alive, unless the test says otherwise."""

    answering: dict[str, Answer]
    asked: list[str]
    manners: Manners | None

    def __init__(self, web: object = None, manners: Manners | None = None) -> None:
        type(self).manners = manners

    def answers(self, addresses: Sequence[str]) -> Iterator[Answer]:
        for address in addresses:
            self.asked.append(address)
            yield self.answering.get(address, Answer(address, (), 200, "text/html", b"<title>Dag"))


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> type[FakeWalk]:
    FakeWalk.answering, FakeWalk.asked = {}, []
    monkeypatch.setattr(remote, "Walk", FakeWalk)
    return FakeWalk


@pytest.fixture
def observations(base: KnowledgeBase) -> Path:
    return base.path.parent / "observations"


def named(base: KnowledgeBase) -> list[str]:
    return list(links.addresses(base.load()))


def test_before_anybody_looked_it_says_so_and_goes_nowhere(
    ospo: CommandLine, base: KnowledgeBase, walk: type[FakeWalk]
) -> None:
    answer = ospo("content", "links")

    n = len(named(base))
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"ospo: Addresses outside: {n}. In order: 0; something wrong: 0; not looked at yet: {n}.\n"
    assert walk.asked == []


@pytest.mark.parametrize("verb", ["check", "due", "links"])
def test_nothing_but_links_with_check_opens_a_socket(
    ospo: CommandLine, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)

    assert ospo("content", verb).code in {0, 2}


def test_what_it_will_cost_is_said_before_it_goes(
    ospo: CommandLine, base: KnowledgeBase, walk: type[FakeWalk], observations: Path
) -> None:
    answer = ospo("content", "links", "--check")

    n = len(named(base))
    first, last = answer.err.splitlines()
    assert answer.code == 0
    assert first.startswith(f"ospo: Going to ask {n} addresses on ")
    assert walk.manners is not None
    assert f"at most {walk.manners.requests} requests" in first
    assert last.startswith(f"ospo: Looked at {n} of {n} addresses;")
    assert last.endswith("Still due: 0.")
    assert len(answer.out.splitlines()) == n
    assert sorted(knowledge.load_links(observations).by_address) == sorted(walk.asked) == named(base)


def test_a_limit_is_kept_and_the_next_run_goes_on(ospo: CommandLine, base: KnowledgeBase, walk: type[FakeWalk]) -> None:
    ospo("content", "links", "--check", "--limit", "2")
    assert len(walk.asked) == 2

    ospo("content", "links", "--check")
    assert sorted(walk.asked) == named(base)

    answer = ospo("content", "links", "--check")
    assert answer.err == "ospo: Every address was looked at not long ago; nothing went out.\n"


def test_what_is_wrong_is_told_with_its_files_and_gives_one(
    ospo: CommandLine, base: KnowledgeBase, walk: type[FakeWalk], observations: Path
) -> None:
    gone, moved = named(base)[:2]
    walk.answering[gone] = Answer(gone, (), 404)
    walk.answering[moved] = Answer(moved, (Hop(301, "https://nieuw.example/hier"),), 200, "text/html", b"<title>Dag")

    assert ospo("content", "links", "--check").code == 1
    answer = ospo("content", "links")

    assert answer.code == 1
    assert answer.out.splitlines()[0] == "Gone (1)"
    assert f"  {gone}" in answer.out.splitlines()
    assert "https://nieuw.example/hier" in answer.out
    assert links.addresses(base.load())[gone][0] in answer.out
    today = datetime.datetime.now(datetime.UTC).date()
    assert {s[-1].last for s in knowledge.load_links(observations).by_address.values()} == {today}


def test_due_names_the_files_with_an_address_that_is_wrong(
    ospo: CommandLine, base: KnowledgeBase, observations: Path
) -> None:
    address, files = next(iter(links.addresses(base.load()).items()))
    look = Look(address, datetime.date(2026, 11, 20), LinkState.GONE, LinkReason.STATUS, 404)
    knowledge.record_look(observations, look)

    answer = ospo("content", "due")

    assert "Addresses that no longer lead where they did" in answer.out
    assert f"  2026-11-20  {files[0]}    {address}" in answer.out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--check"), "--check belongs to `ospo content links`"),
        (("links", "--limit", "5"), "--limit belongs to `ospo content links --check`"),
        (("links", "--readability"), "--readability belongs to `ospo content check`"),
        (("links", "--check", "--limit", "0"), "--limit takes a number of 1 or more"),
        (("links", "here"), "'here' is too much"),
    ],
)
def test_an_option_in_the_wrong_place_is_said_to_be_there(
    ospo: CommandLine, walk: type[FakeWalk], arguments: tuple[str, ...], said: str
) -> None:
    answer = ospo("content", *arguments)

    assert answer.code == 2
    assert said in answer.err
    assert walk.asked == []
