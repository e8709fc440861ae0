# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages ask of a register: counts, lists in parts, and the answers to a check through time."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ospo.domain.crawl import Counts, ForgeAccount, Listing, RepositoryState, Scanned, SeenRepository, SourceKind
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.work import JobKind
from ospo.store import jobs as queue
from ospo.store.database import Database
from ospo.store.overview import Overview
from ospo.store.register import Register
from ospo.store.upgrading import upgrade

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
CI = CheckId("has-ci")
OWNER = "https://github.com/voorbeeld"
NAMES = ("drie", "een", "twee")
FOUND = Scanned("d", "c", "1" * 40, NOW - DAY, NOW, {CI: (Outcome.NOT_MET, "none")}, b"")


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    upgrade(opened)
    register = Register(opened)
    account = ForgeAccount(OWNER, SourceKind.INDEX)
    run = register.begin([OWNER], NOW)
    register.add_accounts([account], NOW, run)
    job = register.jobs.take("a", NOW, NOW + DAY)
    assert job is not None
    seen = tuple(SeenRepository(f"{OWNER}/{name}", f"{OWNER}/{name}.git", "m") for name in NAMES)
    register.listed(job, "a", Listing(seen), {}, "c", NOW)
    for _ in NAMES:
        scan(opened, FOUND, is_new=False)
    register.count_tallies()
    yield opened
    opened.close()


def scan(database: Database, found: Scanned, *, is_new: bool = True) -> None:
    """Record a scan of the first that waits; of the repository `een` when there is none."""
    register = Register(database)
    if is_new:
        with database.writing() as connection:
            queue.put(connection, JobKind.REPOSITORY, [f"{OWNER}/een"], 2, NOW, None)
    job = register.jobs.take("a", found.scanned, found.scanned + DAY)
    assert job is not None
    register.scanned(job, "a", found, Counts(), "c", found.scanned)


def test_outcomes_are_counted_per_account_and_in_all(database: Database) -> None:
    overview = Overview(database)

    assert overview.tally() == overview.tally(OWNER) == {CI: {Outcome.NOT_MET: 3}}
    assert overview.tally("https://github.com/niemand") == {}
    assert overview.states() == {RepositoryState.ACTIVE: 3}


def test_counts_follow_a_change(database: Database) -> None:
    later = replace(FOUND, digest="e", scanned=NOW + DAY, answers={CI: (Outcome.MET, "found")})
    scan(database, later)

    Register(database).count_tallies()

    counted = {CI: {Outcome.MET: 1, Outcome.NOT_MET: 2}}
    assert Overview(database).tally() == Overview(database).tally(OWNER) == counted


def test_a_list_comes_in_parts(database: Database) -> None:
    overview = Overview(database)

    first = overview.repositories(OWNER, limit=2)
    rest = overview.repositories(OWNER, after=first[-1].address, limit=2)

    assert [r.address for r in (*first, *rest)] == [f"{OWNER}/{name}" for name in NAMES]
    assert first[0].outcomes == {
        Outcome.MET: 0,
        Outcome.NOT_MET: 1,
        Outcome.UNKNOWN: 0,
        Outcome.NOT_APPLICABLE: 0,
    }


@pytest.mark.parametrize(
    ("text", "names"), [("EEN", ["een"]), ("voorbeeld dr", ["drie"]), ("%", []), ("_", []), ("x" * 999, [])]
)
def test_repositories_are_found_by_words_in_their_address(database: Database, text: str, names: list[str]) -> None:
    assert [r.address for r in Overview(database).search(text)] == [f"{OWNER}/{name}" for name in names]


def test_the_answers_of_a_repository_are_stretches_and_the_same_again_adds_none(database: Database) -> None:
    same = replace(FOUND, digest="e", scanned=NOW + DAY)
    other = replace(FOUND, digest="f", commit="2" * 40, scanned=NOW + 2 * DAY, answers={CI: (Outcome.MET, "found")})
    back = replace(FOUND, scanned=NOW + 3 * DAY)  # the same snapshot as at first

    for found in (same, other, back):
        scan(database, found)

    stretches = Overview(database).history(f"{OWNER}/een")
    assert [(s.outcome, s.commit[0], s.since, s.ended) for s in stretches] == [
        (Outcome.NOT_MET, "1", NOW, NOW + 2 * DAY),
        (Outcome.MET, "2", NOW + 2 * DAY, NOW + 3 * DAY),
        (Outcome.NOT_MET, "1", NOW + 3 * DAY, None),
    ]
    assert [r.address for r in Overview(database).answering(CI, Outcome.NOT_MET, after=OWNER)] == [
        f"{OWNER}/{name}" for name in NAMES
    ]


def test_changes_of_state_come_with_the_newest_first(database: Database) -> None:
    found = Overview(database).state_changes(NOW)

    assert [(c.address, c.state, c.since) for c in found] == [
        (f"{OWNER}/{name}", RepositoryState.ACTIVE, NOW) for name in NAMES
    ]
    assert Overview(database).state_changes(NOW + DAY) == []
