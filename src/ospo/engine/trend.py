# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trends: how repositories stood on the ambition ladder at moments in the past, computed from what was found then."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.crawled import KnownRepository, LookedBack
from ospo.domain.declaration import Declaration
from ospo.domain.finding import Finding, Outcome, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.norm import Norm
from ospo.engine import standing
from ospo.engine.standing import Axis, Standing

_MOST = 8  # moments of a crawl that are shown: the first, and the latest ones


@dataclass(frozen=True, slots=True)
class Share:
    """Of the requirements of an axis, over all repositories: how many are shown, not met, not known."""

    met: int
    not_met: int
    unknown: int

    @property
    def total(self) -> int:
        """All that have a meaning."""
        return self.met + self.not_met + self.unknown


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: how many of the repositories there were, and per axis what they showed and the levels they reached.

    `levels` has for each axis how many repositories reached level 1, 2 and 3.
    """

    day: datetime.date
    repositories: int
    axes: Mapping[str, Share]
    levels: Mapping[str, tuple[int, int, int]]


def trend(norm: Norm, looks: Iterable[Mapping[datetime.date, Sequence[Axis]]]) -> tuple[Moment, ...]:
    """The moments from old to new at which one or more of the repositories were looked at.

    Args:
        norm: the ladder.
        looks: of each repository, how it stood on each day.
    """
    by_day: dict[datetime.date, list[Sequence[Axis]]] = {}
    for days in looks:
        for day, axes in days.items():
            by_day.setdefault(day, []).append(axes)
    names = dict.fromkeys(c.axis for c in norm.controls)
    return tuple(_moment(day, found, names) for day, found in sorted(by_day.items()))


def _moment(day: datetime.date, repositories: Sequence[Sequence[Axis]], names: Iterable[str]) -> Moment:
    shares = {name: share(name, repositories) for name in names}
    levels = {name: _levels(name, repositories) for name in shares}
    return Moment(day, len(repositories), shares, levels)


def share(name: str, repositories: Iterable[Sequence[Axis]]) -> Share:
    """How the requirements of an axis stand, over some repositories together; a waiver changes no fact."""
    axes = (axis for found in repositories for axis in found if axis.name == name)
    counted = Counter(standing for axis in axes for standing in _standings(axis))
    not_met = counted[Standing.NOT_MET] + counted[Standing.WAIVED]
    return Share(counted[Standing.MET], not_met, counted[Standing.UNKNOWN])


def _levels(name: str, repositories: Iterable[Sequence[Axis]]) -> tuple[int, int, int]:
    """How many of some repositories reached level 1, 2 and 3 of an axis."""
    reached = [axis.reached for found in repositories for axis in found if axis.name == name]
    one, two, three = (sum(1 for level in reached if level >= n) for n in (1, 2, 3))
    return one, two, three


def _standings(axis: Axis) -> Iterator[Standing]:
    """How each requirement of an axis stands, each once, whatever the number of levels that ask it."""
    found = {stand.control.id: stand.standing for level in axis.levels for stand in level.stands}
    return iter(found.values())


def looked_back(norm: Norm, look: LookedBack, until: datetime.date) -> dict[datetime.date, Sequence[Axis]]:
    """How a repository stood on each day before `until` that it was looked back at.

    Between many days nothing changed that the norm asks: then it stood as it did before.
    """
    asked, laid_out = {m.check for control in norm.controls for m in control.mappings}, standing.layout(norm)
    found: dict[datetime.date, Sequence[Axis]] = {}
    before: tuple[dict[CheckId, Outcome], Sequence[Axis]] | None = None
    for number, day in enumerate(look.days):
        if day >= until:
            break
        outcomes = {check: outcome for check, outcome in look.at(number).items() if check in asked}
        if before is None or before[0] != outcomes:
            before = outcomes, _axes(norm, outcomes, day, laid_out)
        found[day] = before[1]
    return found


def crawled(norm: Norm, repository: KnownRepository) -> dict[datetime.date, Sequence[Axis]]:
    """How a repository stood after each crawl that found something else than before, the first and the latest ones."""
    days = sorted({stretch.since.date() for stretch in repository.history})
    days = [*days[:1], *days[1:][-_MOST + 1 :]]
    laid_out = standing.layout(norm)
    return {day: _axes(norm, _outcomes_at(repository, day), day, laid_out) for day in days}


def _outcomes_at(repository: KnownRepository, day: datetime.date) -> dict[CheckId, Outcome]:
    """The answers that held at the end of a day."""
    return {
        s.check: s.outcome
        for s in repository.history
        if s.since.date() <= day and (s.ended is None or s.ended.date() > day)
    }


def _axes(
    norm: Norm, outcomes: Mapping[CheckId, Outcome], day: datetime.date, laid_out: standing.Layout
) -> Sequence[Axis]:
    findings = [Finding(check, Verdict(outcome, "")) for check, outcome in outcomes.items()]
    return standing.axes(norm, findings, Declaration(), day, laid_out)
