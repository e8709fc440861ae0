# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statistics: the register and what was observed, counted. Facts about the whole; nobody is ranked."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.claim import Attribute
from ospo.domain.crawled import Past
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.observation import ObservedRepository
from ospo.domain.register import Freshness
from ospo.engine.register.showing import ACTIVITY, Facet, Showing, activity
from ospo.engine.standing import Axis
from ospo.engine.trend import Share, share
from ospo.formats.address import host

_MOST = 12  # rows of one figure
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: its rows by key, each with a number per part, over how many in all, and as of when."""

    id: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    total: int
    as_of: tuple[datetime.date, ...] = ()  # from when to when; empty when nothing carries a date


def kinds(register: Showing) -> Figure:
    """The organisations by kind: those of which we observe repositories, and the others."""
    found: dict[str, list[int]] = {}
    for shown in register.by_key.values():
        found.setdefault(shown.kind or OTHER, [0, 0])[0 if shown.repositories else 1] += 1
    rows = sorted(found.items(), key=lambda pair: (-sum(pair[1]), pair[0]))
    return Figure("kinds", tuple((k, tuple(n)) for k, n in rows[:_MOST]), len(register.by_key), _read(register))


def forges(register: Showing) -> Figure:
    """The accounts by the forge they are on."""
    counted = Counter(host(address) for address in register.register.accounts)
    return Figure("forges", _rows(counted), sum(counted.values()), _read(register))


def agreement(register: Showing) -> Figure:
    """The accounts by how many sources that do not have it from each other say whose they are."""
    most = (
        max((len(value.independent) for value in account.organisations.values()), default=0)
        for account in register.register.accounts.values()
    )
    counted = Counter("3" if n > 2 else str(n) for n in most)
    rows = tuple((key, (counted[key],)) for key in ("3", "2", "1", "0") if counted[key])
    return Figure("agreement", rows, sum(counted.values()), _read(register))


def ages(register: Showing) -> Figure:
    """What the sources say of organisations with a page, by how old the newest source is that says so."""
    counted = Counter(
        value.freshness
        for shown in register.by_key.values()
        for name, fact in shown.known.facts.items()
        for value in (fact.values if name is not Attribute.REPOSITORY else ())
    )
    rows = tuple((str(age), (counted[age],)) for age in Freshness if counted[age])
    return Figure("ages", rows, sum(counted.values()), _read(register))


def changed(repositories: Sequence[ObservedRepository], today: datetime.date) -> Figure:
    """The observed repositories by how long ago they last changed, as far as our copy tells."""
    counted = Counter(activity(r.committed.date(), today) for r in repositories)
    rows = tuple((key, (counted[key],)) for key in ACTIVITY if counted[key])
    return Figure("changed", rows, len(repositories), _span(r.as_of for r in repositories))


def topics(repositories: Sequence[ObservedRepository], by_topic: Mapping[str, Sequence[CheckId]]) -> Figure:
    """The findings by topic: met, not known, not met; those without a meaning are left out."""
    of = {check: topic for topic, checks in by_topic.items() for check in checks}
    counted: dict[str, Counter[Outcome]] = {topic: Counter() for topic in by_topic}
    for repository in repositories:
        for finding in repository.findings:
            if finding.check in of:
                counted[of[finding.check]][finding.outcome] += 1
    rows = tuple((t, (n[Outcome.MET], n[Outcome.UNKNOWN], n[Outcome.NOT_MET])) for t, n in counted.items() if n)
    return Figure("topics", rows, sum(sum(n) for _, n in rows), _span(r.as_of for r in repositories))


def ladder(repositories: Sequence[ObservedRepository], axes: Sequence[Sequence[Axis]]) -> Figure:
    """The requirements of the ladder by axis, over all observed repositories: shown, not known, not met."""
    names = dict.fromkeys(axis.name for found in axes for axis in found)
    shares: dict[str, Share] = {name: share(name, axes) for name in names}
    rows = tuple((name, (s.met, s.unknown, s.not_met)) for name, s in shares.items())
    return Figure("ladder", rows, sum(s.total for s in shares.values()), _span(r.as_of for r in repositories))


def states(past: Past) -> Figure:
    """The repositories of which a crawl recorded a state, by the state they are in now."""
    known = [r for r in past.repositories.values() if r.states]
    counted = Counter(str(r.states[-1].state) for r in known)
    return Figure("states", _rows(counted), len(known), _span(r.states[-1].since.date() for r in known))


def known_ospos(register: Showing) -> Figure:
    """The organisations by whether a source says that they have an OSPO."""
    counts = register.counts[Facet.OSPO]
    return Figure("ospos", tuple((key, (n,)) for key, n in counts.items()), sum(counts.values()), _read(register))


def _rows(counted: Counter[str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The most frequent ones first; what is left together at the end."""
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [(key, (n,)) for key, n in ordered[:_MOST]]
    left = sum(n for _, n in ordered[_MOST:])
    return (*rows, (OTHER, (left,))) if left else tuple(rows)


def _read(register: Showing) -> tuple[datetime.date, ...]:
    return _span(s.dated or s.read for s in register.register.sources if (s.dated or s.read) > datetime.date.min)


def _span(days: Iterable[datetime.date]) -> tuple[datetime.date, ...]:
    """The first and the last of some days; one when they are the same, none when there are none."""
    found = sorted(set(days))
    return (found[0], found[-1]) if len(found) > 1 else tuple(found)
