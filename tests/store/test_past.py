# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crawls recorded through time: states, answers that turned, and only of late what nobody asked for."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ospo.domain.crawl import (
    Counts,
    ForgeAccount,
    ForkKind,
    Listing,
    RepositoryState,
    Scanned,
    SeenRepository,
    SourceKind,
)
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.work import JobKind
from ospo.store import jobs as queue
from ospo.store import past
from ospo.store.database import Database
from ospo.store.register import Register
from ospo.store.upgrading import upgrade

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
CI = CheckId("has-ci")
OWNER = "https://github.com/voorbeeld"
EEN = f"{OWNER}/een"
FOUND = Scanned("d", "c", "1" * 40, NOW - DAY, NOW, {CI: (Outcome.NOT_MET, "none")}, b"")


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    upgrade(opened)
    register = Register(opened)
    run = register.begin([OWNER], NOW)
    register.add_accounts([ForgeAccount(OWNER, SourceKind.INDEX)], NOW, run)
    job = register.jobs.take("a", NOW, NOW + DAY)
    assert job is not None
    seen = (SeenRepository(EEN, f"{EEN}.git", "m", is_fork=True, fork_of="https://github.com/elders/een"),)
    register.listed(job, "a", Listing(seen), {}, "c", NOW)
    scan(opened, FOUND, is_new=False)
    yield opened
    opened.close()


def scan(database: Database, found: Scanned, *, is_new: bool = True) -> None:
    register = Register(database)
    if is_new:
        with database.writing() as connection:
            queue.put(connection, JobKind.REPOSITORY, [EEN], 2, NOW, None)
    job = register.jobs.take("a", found.scanned, found.scanned + DAY)
    assert job is not None
    register.scanned(job, "a", found, Counts(), "c", found.scanned)


def test_a_repository_that_is_asked_for_comes_with_its_whole_story(database: Database) -> None:
    later = NOW + 3 * DAY
    scan(database, replace(FOUND, digest="e", scanned=later, answers={CI: (Outcome.MET, "found")}))
    known = past.read(database, [EEN, f"{OWNER}/onbekend"], NOW + 90 * DAY, {}).repositories

    assert list(known) == [EEN]
    assert [(s.state, s.since) for s in known[EEN].states] == [(RepositoryState.ACTIVE, NOW)]
    assert (known[EEN].fork, known[EEN].fork_of) == (ForkKind.FORK, "https://github.com/elders/een")
    assert [(s.outcome, s.since, s.ended) for s in known[EEN].history] == [
        (Outcome.NOT_MET, NOW, later),
        (Outcome.MET, later, None),
    ]


def test_an_answer_that_turned_is_told_once_and_not_after_its_time(database: Database) -> None:
    later = NOW + 3 * DAY
    scan(database, replace(FOUND, digest="e", scanned=later, answers={CI: (Outcome.MET, "found")}))

    found = past.read(database, [], NOW + DAY, {}).turned
    assert [(t.address, t.check, t.was, t.now, t.day) for t in found] == [
        (EEN, CI, Outcome.NOT_MET, Outcome.MET, later.date())
    ]
    assert past.read(database, [], later + DAY, {}).turned == ()


def test_another_reason_for_the_same_answer_is_no_turn(database: Database) -> None:
    scan(database, replace(FOUND, digest="e", scanned=NOW + DAY, answers={CI: (Outcome.NOT_MET, "elsewhere")}))

    assert past.read(database, [], NOW - DAY, {}).turned == ()


def test_what_is_new_is_told_of_late_and_not_later(database: Database) -> None:
    assert [r.address for r in past.read(database, [], NOW - DAY, {}).recent] == [EEN]
    assert past.read(database, [], NOW + DAY, {}).recent == ()
