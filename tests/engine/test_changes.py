# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed in a week: everything that carries a day of it, and nothing that does not."""

import datetime
from pathlib import Path

import pytest

import knowledge_base
import sites
from ospo.domain.claim import Reading
from ospo.domain.crawl import RepositoryState
from ospo.domain.crawled import KnownRepository, Past, Turn
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.link import Links
from ospo.domain.observation import Observations
from ospo.domain.overview import StateChange
from ospo.engine import changes
from ospo.engine.changes import ChangeKind, Ground

TODAY = datetime.date(2026, 11, 23)
DAY = datetime.timedelta(days=1)
FIRST = TODAY - 6 * DAY
ADDRESS = "https://voorbeeld.example/a/b"


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    library = knowledge_base.make(tmp_path).load()
    return Ground(library, Observations({}), Links(), (), Past())


def noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def of(ground: Ground, kind: ChangeKind) -> list[tuple[str, datetime.date]]:
    return [(c.key, c.day) for c in changes.between(ground, FIRST, TODAY) if c.kind is kind]


def crawled(state: RepositoryState, since: datetime.date, seen: datetime.date) -> Past:
    change = StateChange(ADDRESS, state, noon(since))
    return Past(recent=(KnownRepository(ADDRESS, noon(seen), (change,)),))


def with_past(ground: Ground, past: Past) -> Ground:
    return Ground(ground.library, ground.observations, ground.links, ground.readings, past)


def test_a_page_is_in_the_week_in_which_it_was_read_through(ground: Ground) -> None:
    every = {f"practice/{p.id}": p.reviewed for p in ground.library.practices.values()}
    every |= {f"page/{p.id}": p.reviewed for p in ground.library.pages.values()}
    wanted = {key: day for key, day in every.items() if FIRST <= day <= TODAY}

    assert dict(of(ground, ChangeKind.PAGE)) == wanted


def test_a_repository_that_a_crawl_saw_for_the_first_time_is_new(ground: Ground) -> None:
    past = crawled(RepositoryState.ACTIVE, TODAY - DAY, TODAY - DAY)

    assert of(with_past(ground, past), ChangeKind.NEW) == [(ADDRESS, TODAY - DAY)]
    assert of(with_past(ground, past), ChangeKind.GONE) == []


@pytest.mark.parametrize("state", [s for s in RepositoryState if s is not RepositoryState.ACTIVE])
def test_a_repository_that_is_archived_moved_or_gone_is_told_with_its_state(
    ground: Ground, state: RepositoryState
) -> None:
    past = crawled(state, TODAY, TODAY - 300 * DAY)
    found = [c for c in changes.between(with_past(ground, past), FIRST, TODAY) if c.kind is ChangeKind.GONE]

    assert [(c.key, c.values["state"]) for c in found] == [(ADDRESS, str(state))]
    assert of(with_past(ground, past), ChangeKind.NEW) == []


def test_an_answer_that_turned_is_told_with_both_answers(ground: Ground) -> None:
    turn = Turn(ADDRESS, CheckId("has-ci"), Outcome.NOT_MET, Outcome.MET, TODAY)
    found = [
        c for c in changes.between(with_past(ground, Past(turned=(turn,))), FIRST, TODAY) if c.kind is ChangeKind.TURNED
    ]

    assert [dict(c.values) for c in found] == [{"check": "has-ci", "was": "not-met", "now": "met"}]


def test_what_happened_on_the_day_before_the_first_is_left_out(ground: Ground) -> None:
    past = crawled(RepositoryState.MOVED, FIRST - DAY, FIRST - DAY)
    readings = (Reading("lijst", "Lijst", "", FIRST - DAY, None), Reading("ander", "Ander", "", FIRST, None))
    found = Ground(ground.library, ground.observations, ground.links, readings, past)

    assert of(found, ChangeKind.GONE) == of(found, ChangeKind.NEW) == []
    assert of(found, ChangeKind.SOURCE) == [("Ander", FIRST)]


def test_what_was_scanned_is_told_once_per_organisation(ground: Ground) -> None:
    seen = sites.observed(gemeente_voorbeeld=[sites.repository("kaart"), sites.repository("loket")])
    found = Ground(ground.library, seen, ground.links, (), Past())

    assert of(found, ChangeKind.OBSERVED) == [("gemeente-voorbeeld", sites.NOW.date())]


def test_the_weeks_before_are_counted_and_do_not_overlap(ground: Ground) -> None:
    days = [TODAY - n * DAY for n in (0, 6, 7, 13, 14)]
    readings = [Reading("lijst", f"Lijst {n}", "", day, None) for n, day in enumerate(days)]
    found = Ground(ground.library, ground.observations, ground.links, readings, Past())

    counted = [(last, kinds.get(ChangeKind.SOURCE, 0)) for last, kinds in changes.weeks(found, TODAY, 3)]
    assert counted == [(TODAY, 2), (TODAY - 7 * DAY, 2), (TODAY - 14 * DAY, 1)]


def test_coming_events_are_announced_and_past_ones_are_not(ground: Ground) -> None:
    events = {e.id: e for e in ground.library.events.values()}
    found = changes.coming(ground.library, TODAY, 10_000)

    assert {c.key for c in found} == {name for name, e in events.items() if e.last_day >= TODAY}
    assert changes.coming(ground.library, datetime.date(2040, 1, 1), 30) == ()
