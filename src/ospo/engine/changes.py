# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changes: what is new in a stretch of days, from the dates that pages, facts, sources, events and crawls carry."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ospo.domain.claim import Reading
from ospo.domain.crawl import RepositoryState
from ospo.domain.crawled import Past
from ospo.domain.library import Library
from ospo.domain.link import Links
from ospo.domain.observation import Observations

WEEK = datetime.timedelta(days=7)


class ChangeKind(StrEnum):
    """What changed, in the order in which it is told."""

    EVENT = "event"  # it was held, or it is one of the coming weeks
    NEW = "new"  # a repository that a crawl had not seen before
    GONE = "gone"  # a repository that is archived, moved, gone or private now
    TURNED = "turned"  # the answer to a check
    DECISION = "decision"
    PAGE = "page"  # a practice or a page was read through
    FACT = "fact"
    SOURCE = "source"  # of the register
    LINK = "link"  # an address outside that does not work any more
    OBSERVED = "observed"  # repositories of an organisation were scanned


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what, on which day, of which item (an id or an address), and what else its sentence needs."""

    kind: ChangeKind
    day: datetime.date
    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What changes are looked for in."""

    library: Library
    observations: Observations
    links: Links
    readings: Iterable[Reading]
    past: Past


def between(ground: Ground, first: datetime.date, last: datetime.date) -> tuple[Change, ...]:
    """Everything that changed from one day up to and with another; by kind, then the newest first."""
    found = [c for c in _all(ground) if first <= c.day <= last]
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda c: (order.index(c.kind), -c.day.toordinal(), c.key)))


def coming(library: Library, today: datetime.date, days: int) -> tuple[Change, ...]:
    """The events from today on, so many days ahead, the first one first."""
    until = today + datetime.timedelta(days=days)
    events = [e for e in library.events.values() if e.last_day >= today and e.start.day <= until]
    found = [Change(ChangeKind.EVENT, event.start.day, event.id) for event in events]
    return tuple(sorted(found, key=lambda c: (c.day, c.key)))


def weeks(ground: Ground, today: datetime.date, count: int) -> list[tuple[datetime.date, Mapping[ChangeKind, int]]]:
    """The last day of each of the last weeks, the newest first, with how much of each kind changed in it."""
    every = list(_all(ground))
    found: list[tuple[datetime.date, Mapping[ChangeKind, int]]] = []
    for number in range(count):
        last = today - number * WEEK
        inside = [c.kind for c in every if last - WEEK < c.day <= last]
        found.append((last, {kind: inside.count(kind) for kind in ChangeKind if kind in inside}))
    return found


def _all(ground: Ground) -> Iterator[Change]:
    yield from _content(ground.library)
    yield from _links(ground.links)
    for reading in ground.readings:
        if reading.read > datetime.date.min:
            yield Change(ChangeKind.SOURCE, reading.read, reading.name, {"n": str(len(reading.claims))})
    for organisation, repositories in ground.observations.by_organisation.items():
        if repositories:
            day = max(r.observed.date() for r in repositories)
            yield Change(ChangeKind.OBSERVED, day, str(organisation), {"n": str(len(repositories))})
    yield from _crawled(ground.past)


def _content(library: Library) -> Iterator[Change]:
    for practice in library.practices.values():
        yield Change(ChangeKind.PAGE, practice.reviewed, f"practice/{practice.id}")
    for page in library.pages.values():
        yield Change(ChangeKind.PAGE, page.reviewed, f"page/{page.id}")
    for fact in library.facts.values():
        if fact.source.read:
            yield Change(ChangeKind.FACT, fact.source.read, fact.id)
    for decision in library.decisions.values():
        yield Change(ChangeKind.DECISION, decision.date, decision.id)
    for event in library.events.values():
        yield Change(ChangeKind.EVENT, event.last_day, event.id)


def _links(links: Links) -> Iterator[Change]:
    for address, stretches in links.by_address.items():
        last = stretches[-1] if stretches else None
        if last is not None and last.is_wrong:
            yield Change(ChangeKind.LINK, last.first, address, {"state": str(last.state)})


def _crawled(past: Past) -> Iterator[Change]:
    for repository in past.recent:
        if repository.states and repository.states[-1].state is not RepositoryState.ACTIVE:
            state = repository.states[-1]
            yield Change(ChangeKind.GONE, state.since.date(), repository.address, {"state": str(state.state)})
        yield Change(ChangeKind.NEW, repository.first_seen.date(), repository.address)
    for turn in past.turned:
        values = {"check": str(turn.check), "was": str(turn.was), "now": str(turn.now)}
        yield Change(ChangeKind.TURNED, turn.day, turn.address, values)
