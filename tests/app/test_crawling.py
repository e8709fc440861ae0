# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crawl asks as little as it can, records what it finds once, and names what it cannot have."""

import datetime

import pytest

import forge as forges
from crawler import CHECKS, MANNERS, NOW, Crawler
from forge import Forge
from ospo.app import crawling, tasks
from ospo.app.tasks import Failure, Tools
from ospo.domain.crawl import RepositoryState
from ospo.errors import SettingsError
from ospo.store.database import Database
from ospo.store.jobs import STOPPED
from ospo.store.register import Register


def filled(forge: Forge) -> None:
    for name in ("een", "twee", "drie"):
        forge.commit(f"gemeente/{name}", LICENSE="EUPL-1.2")
    forge.commit("gemeente/.github", SECURITY__md="Mail security@voorbeeld.example")


def test_a_second_crawl_asks_for_the_list_and_fetches_only_what_changed(forge: Forge, crawl: Crawler) -> None:
    filled(forge)
    first = crawl(forge.list_of("gemeente"))
    assert (first.counts.listed, first.counts.scans, first.counts.fetches, first.troubles) == (4, 4, 4, ())

    forge.asked.clear()
    nothing = crawl(forge.list_of("gemeente"))
    assert forge.asked == ["GET /gemeente.json 304"]
    assert (nothing.counts.unchanged, nothing.counts.scans) == (1, 0)

    forge.commit("gemeente/twee", README__md="Hallo")
    forge.asked.clear()
    changed = crawl(forge.list_of("gemeente"))
    assert forge.lists() == ["GET /gemeente.json 200"]
    assert forge.conversations() == ["gemeente/twee.git"]
    assert (changed.counts.scans, changed.counts.fetches) == (1, 1)


def test_what_an_owner_supplies_is_looked_at_first_and_counts_for_the_others(forge: Forge, crawl: Crawler) -> None:
    filled(forge)
    crawl(forge.list_of("gemeente"))
    assert crawl.done[:2] == [forge.list_of("gemeente"), "https://github.voorbeeld.example/gemeente/.github"]

    forge.commit("gemeente/.github", SECURITY__md="Mail beveiliging@voorbeeld.example")
    forge.asked.clear()
    report = crawl(forge.list_of("gemeente"))

    assert forge.conversations() == ["gemeente/.github.git"]  # the others did not change
    assert (report.counts.scans, report.counts.fetches) == (4, 1)  # but what is said of them may have


def test_a_list_without_moments_has_each_repository_looked_at_without_fetching(forge: Forge, crawl: Crawler) -> None:
    filled(forge)
    forge.marks = False
    crawl(forge.list_of("gemeente"))
    forge.commit("gemeente/een", README__md="Hallo")

    report = crawl(forge.list_of("gemeente"))

    assert (report.counts.looks, report.counts.fetches, report.counts.scans) == (4, 1, 1)


def test_one_repository_by_its_address_is_looked_at_each_time(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    assert crawl(forge.clone("gemeente/een")).counts.scans == 1

    report = crawl(forge.clone("gemeente/een"))

    assert (report.counts.looks, report.counts.fetches, report.counts.scans) == (1, 0, 0)
    assert crawl.states() == {RepositoryState.ACTIVE: [f"https://localhost:{forge.port}/gemeente/een"]}


def test_archived_renamed_and_disappeared_are_states_with_a_history(forge: Forge, crawl: Crawler) -> None:
    filled(forge)
    crawl(forge.list_of("gemeente"))
    served = forge.root / "served" / "gemeente"
    forge.flags["gemeente/een"] = {"archived": True}
    (served / "twee.git").rename(served / "nieuw.git")
    forge.flags["gemeente/nieuw"] = {"id": "gemeente/twee"}
    (served / "drie.git").rename(forge.root / "weg.git")

    report = crawl(forge.list_of("gemeente"))

    base = "https://github.voorbeeld.example/gemeente"
    assert (report.counts.new, report.counts.gone) == (0, 1)
    assert crawl.states() == {
        RepositoryState.ACTIVE: [f"{base}/.github", f"{base}/nieuw"],
        RepositoryState.ARCHIVED: [f"{base}/een"],
        RepositoryState.DISAPPEARED: [f"{base}/drie"],
    }
    (forge.root / "weg.git").rename(served / "drie.git")
    crawl(forge.list_of("gemeente"))
    assert RepositoryState.DISAPPEARED not in crawl.states()


def test_a_repository_that_vanishes_half_way_is_named_and_the_others_go_on(forge: Forge, crawl: Crawler) -> None:
    filled(forge)
    forge.faults["/gemeente/twee.git/info/refs"] = lambda request: forges.reply(request, 404)

    report = crawl(forge.list_of("gemeente"))

    base = "https://github.voorbeeld.example/gemeente"
    assert [(t.subject, t.message) for t in report.troubles] == [(f"{base}/twee", "is no longer there")]
    assert (report.counts.scans, report.counts.failures) == (3, 1)
    assert crawl.states()[RepositoryState.DISAPPEARED] == [f"{base}/twee"]


@pytest.mark.parametrize(
    ("status", "headers", "state"),
    [
        (401, {"WWW-Authenticate": "Basic"}, RepositoryState.PRIVATE),
        (403, {}, RepositoryState.PRIVATE),
        (301, {"Location": "http://elders.voorbeeld.example/x.git/info/refs"}, RepositoryState.MOVED),
        (500, {}, RepositoryState.UNREACHABLE),
    ],
)
def test_what_a_forge_answers_to_git_says_how_a_repository_stands(
    forge: Forge, crawl: Crawler, status: int, headers: dict[str, str], state: RepositoryState
) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    forge.faults["/gemeente/een.git/info/refs"] = lambda request: forges.reply(request, status, b"", headers)

    report = crawl(forge.list_of("gemeente"))

    assert report.counts.failures == 1
    assert list(crawl.states()) == [state]
    forge.faults.clear()
    forge.commit("gemeente/een", README__md="Terug")
    assert crawl(forge.list_of("gemeente")).troubles == ()
    assert list(crawl.states()) == [RepositoryState.ACTIVE]


def test_a_forge_that_answers_badly_is_tried_again(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    left = [500, 503]

    def busy(request: object) -> None:
        forges.reply(request, left.pop())  # type: ignore[arg-type]
        if not left:
            del forge.faults["/gemeente.json"]

    forge.faults["/gemeente.json"] = busy

    report = crawl(forge.list_of("gemeente"))

    assert (report.troubles, report.counts.scans) == ((), 1)


@pytest.mark.parametrize(
    ("status", "body", "headers", "said"),
    [
        (200, b"<!doctype html><title>Inloggen</title>", {}, "is no list of repositories ({error}): see docs/crawl.md"),
        (302, b"", {"Location": "/login"}, "{url}: leads to {to}: crawl that address when you trust it"),
        (404, b"", {}, "{url}: answers with status {status}"),
        (200, b'{"repositories": [{"clone": 3}]}', {}, "is no list of repositories ({error}): see docs/crawl.md"),
    ],
)
def test_a_list_that_is_none_is_named_and_what_was_known_stays(
    forge: Forge, crawl: Crawler, status: int, body: bytes, headers: dict[str, str], said: str
) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    crawl(forge.list_of("gemeente"))
    known = crawl.states()
    forge.faults["/gemeente.json"] = lambda request: forges.reply(request, status, body, headers)

    report = crawl(forge.list_of("gemeente"))

    assert [t.message for t in report.troubles] == [said]
    assert crawl.states() == known


def test_a_host_in_a_private_network_is_asked_only_when_it_was_named(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    crawl.tools = Tools(crawl.tools.mirrors, (), only=CHECKS)

    by_list, by_git = crawl(forge.list_of("gemeente")), crawl(forge.clone("gemeente/een"))

    said = "{host} is in a network that is not public: name it with --internal when it is yours"
    assert [t.message for t in (*by_list.troubles, *by_git.troubles)] == [said, said]
    assert forge.asked == []


def test_a_repository_without_a_commit_is_known_and_named(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    forge.commit("gemeente/leeg", LICENSE="EUPL-1.2")
    bare = forge.root / "served" / "gemeente" / "leeg.git"
    (bare / "HEAD").write_text("ref: refs/heads/nergens\n")

    report = crawl(forge.list_of("gemeente"))

    assert [t.message for t in report.troubles] == ["has no commit yet: there is nothing to scan"]
    assert report.counts.scans == 1


def test_a_fact_that_ages_is_looked_at_again_without_asking_for_anything_but_the_list(
    forge: Forge, crawl: Crawler
) -> None:
    crawl.tools = Tools(crawl.tools.mirrors, ("localhost",), only=("is-active",))
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    crawl(forge.list_of("gemeente"))
    forge.asked.clear()

    report = crawl(forge.list_of("gemeente"), now=NOW + datetime.timedelta(days=800))

    assert forge.asked == ["GET /gemeente.json 304"]
    assert report.counts.scans == 1


def test_a_repository_that_stops_the_program_each_time_is_named_and_the_others_go_on(
    forge: Forge, crawl: Crawler
) -> None:
    filled(forge)
    running = crawling.crawl(
        crawl.settings,
        [forge.list_of("gemeente")],
        lambda: NOW,
        crawl.address,
        processes=1,
        tools=crawl.tools,
        manners=MANNERS,
    )
    next(running)  # the list is read, and what the owner supplies waits
    database = Database(crawl.address)
    jobs = Register(database).jobs
    while (job := jobs.take("killed", NOW, NOW)) is not None:
        assert job.subject.endswith("/.github")
        jobs.release("killed", is_over=False)

    done = [job.subject.rpartition("/")[2] for job in running]

    database.close()
    report = crawling.last_report(crawl.settings, crawl.address)
    assert done == ["drie", "een", "twee"]
    assert [(t.subject.rpartition("/")[2], t.message) for t in report.troubles] == [(".github", STOPPED)]
    assert crawl.states()[RepositoryState.UNREACHABLE] == ["https://github.voorbeeld.example/gemeente/.github"]


def test_a_full_disk_stops_the_crawl_and_the_next_one_goes_on(
    forge: Forge, crawl: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(forge)
    with monkeypatch.context() as full:
        failure = Failure("the disk is full: make room, and start again", is_fatal=True)
        full.setattr(tasks, "look_at_repository", lambda *_: failure)
        with pytest.raises(SettingsError, match="the disk is full"):
            crawl(forge.list_of("gemeente"))
    report = crawling.last_report(crawl.settings, crawl.address)
    assert [t.message for t in report.troubles] == [failure.message]

    assert crawl(forge.list_of("gemeente")).counts.scans == 4
