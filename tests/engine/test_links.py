# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The links out of the knowledge base: where they stand, whose turn it is, and how history is kept."""

import datetime
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import knowledge_base
from knowledge_base import KnowledgeBase
from ospo.domain.language import Language
from ospo.domain.link import LinkReason, Links, LinkState, Look, Stretch
from ospo.engine import editing, links
from ospo.engine.editing import TaskKind

DAY = datetime.date(2026, 11, 26)
A, B, C = "https://een.example/a", "https://een.example/b", "https://twee.example/c"


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def day(number: int) -> datetime.date:
    return DAY + datetime.timedelta(days=number)


def stretch(state: LinkState, first: int = 0, last: int = 0, status: int | None = 200, to: str = "") -> Stretch:
    return Stretch(state, LinkReason.ANSWERS, day(first), day(last), status, to)


def a_look(state: LinkState, when: int, status: int | None = 200, address: str = A) -> Look:
    return Look(address, day(when), state, LinkReason.ANSWERS, status)


def test_every_kind_of_file_has_its_addresses_found(base: KnowledgeBase) -> None:
    text = "Zie https://tekst.example/x en niet `http://localhost:8000/`. Lees [over ons]"
    base.change("practices/open-werken.nl.md", "Lees [over ons]", text)

    found = links.addresses(base.load())

    assert found["https://tekst.example/x"] == ("practices/open-werken.nl.md",)
    assert not any("localhost" in address for address in found)
    files = {path.partition("/")[0] for paths in found.values() for path in paths}
    assert {"facts", "practices", "norms", "organisations", "events"} <= files
    assert list(found) == sorted(found)


def test_an_address_that_several_files_name_is_one_with_all_of_them(base: KnowledgeBase) -> None:
    known = next(iter(base.load().facts.values())).source.url
    base.change("practices/open-werken.nl.md", "Lees [over ons]", f"Zie <{known}#kop>. Lees [over ons]")

    paths = links.addresses(base.load())[links.web_address.normal(known)]

    assert "practices/open-werken.nl.md" in paths
    assert len(paths) == len(set(paths)) >= 2


def test_what_nobody_saw_comes_first_and_then_what_was_seen_longest_ago() -> None:
    recorded = Links({A: (stretch(LinkState.ALIVE, -90, -40),), B: (stretch(LinkState.ALIVE, -90, -60),)})

    assert links.due([A, B, C], recorded, DAY) == [C, B, A]


@pytest.mark.parametrize(
    ("state", "days", "is_due"),
    [
        (LinkState.ALIVE, 29, False),
        (LinkState.ALIVE, 30, True),
        (LinkState.GONE, 0, False),
        (LinkState.GONE, 1, True),
        (LinkState.NOT_LOOKED_AT, 1, True),
    ],
)
def test_what_was_seen_rests_a_while(state: LinkState, days: int, is_due: bool) -> None:
    assert bool(links.due([A], Links({A: (stretch(state, -days, -days),)}), DAY)) == is_due


def test_hosts_take_turns() -> None:
    assert links.in_turn([A, B, C]) == [A, C, B]


@given(st.lists(st.sampled_from([A, B, C, "https://drie.example/", "https://een.example/d"]), unique=True))
def test_taking_turns_loses_nothing(chosen: list[str]) -> None:
    assert sorted(links.in_turn(chosen)) == sorted(chosen)


def test_the_budget_counts_hosts_and_the_rest_that_the_busiest_one_needs() -> None:
    budget = links.budget([A, B, C], 2.0)

    assert (budget.addresses, budget.hosts) == (3, 2)
    assert budget.seconds >= 8
    assert budget.requests >= 3 * 2 + 2
    assert links.budget([], 2.0).requests == 0


def test_the_same_again_makes_a_stretch_longer_and_something_else_begins_another() -> None:
    known: tuple[Stretch, ...] = ()
    for look in (a_look(LinkState.ALIVE, 0), a_look(LinkState.ALIVE, 9), a_look(LinkState.GONE, 20, 404)):
        known = links.recorded(known, look)

    assert [(s.state, s.first, s.last) for s in known] == [
        (LinkState.ALIVE, DAY, day(9)),
        (LinkState.GONE, day(20), day(20)),
    ]


def test_the_last_look_of_a_day_counts() -> None:
    known = links.recorded((stretch(LinkState.ALIVE, -5, -1),), a_look(LinkState.UNREACHABLE, 0, None))
    known = links.recorded(known, a_look(LinkState.ALIVE, 0))

    assert known == (stretch(LinkState.ALIVE, -5, 0),)


def test_a_look_of_long_ago_changes_nothing() -> None:
    known = (stretch(LinkState.ALIVE, 0, 9),)

    assert links.recorded(known, a_look(LinkState.GONE, 3, 404)) == known


looks = st.lists(
    st.builds(a_look, st.sampled_from(list(LinkState)), st.integers(0, 30), st.sampled_from([None, 200, 404])),
    max_size=20,
)


@given(looks)
def test_stretches_follow_each_other_and_end_with_the_last_look(seen: Sequence[Look]) -> None:
    known: tuple[Stretch, ...] = ()
    for look in sorted(seen, key=lambda one: one.day):
        known = links.recorded(known, look)
        assert (known[-1].state, known[-1].last) == (look.state, look.day)
    assert all(one.first <= one.last <= other.first for one, other in pairwise(known))
    same = [(a.state, a.status) == (b.state, b.status) for a, b in pairwise(known)]
    assert not any(same)


def test_counts_say_how_many_nobody_saw() -> None:
    found = links.counts([A, B, C], Links({A: (stretch(LinkState.ALIVE),), B: (stretch(LinkState.GONE),)}))

    assert (found[LinkState.ALIVE], found[LinkState.GONE], found[LinkState.NOT_LOOKED_AT]) == (1, 1, 1)


def test_what_is_wrong_comes_with_its_files_the_worst_first() -> None:
    recorded = Links(
        {A: (stretch(LinkState.MOVED, to=C),), B: (stretch(LinkState.GONE),), C: (stretch(LinkState.ALIVE),)}
    )

    found = links.wrong({A: ["a"], B: ["b"], C: ["c"]}, recorded)

    assert [(address, files) for address, _, files in found] == [(B, ["b"]), (A, ["a"])]


def test_an_editor_has_one_task_for_an_address_that_is_wrong_with_all_its_files(base: KnowledgeBase) -> None:
    library = base.load()
    address, files = max(links.addresses(library).items(), key=lambda item: len(item[1]))
    recorded = Links({address: (stretch(LinkState.GONE, -3, 0, 404),)})

    tasks = [t for t in editing.tasks(library, DAY, Language.NL, links=recorded) if t.kind is TaskKind.MEND_LINK]

    (task,) = tasks
    assert (task.path, task.subject, task.due, task.link) == (files[0], address, day(-3), recorded.now(address))
    assert task.also == files[1:] != ()


@pytest.mark.parametrize("state", [LinkState.ALIVE, LinkState.NOT_LOOKED_AT])
def test_what_is_in_order_is_no_task(base: KnowledgeBase, state: LinkState) -> None:
    library = base.load()
    recorded = Links({address: (stretch(state),) for address in links.addresses(library)})

    assert TaskKind.MEND_LINK not in {t.kind for t in editing.tasks(library, DAY, Language.NL, links=recorded)}
