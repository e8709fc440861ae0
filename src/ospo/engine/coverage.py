# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coverage: findings counted against practices, controls and the ladder. Facts first; nobody is ranked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.norm import Control, Norm, Relation
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.wheel import AXES, LEVELS, Segment, State, Wheel

_SETTLED = (Outcome.MET, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Example:
    """A repository that shows a practice, with the findings that show it."""

    organisation: OrganisationId
    repository: ObservedRepository
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of `total` organisations we know repositories of, `doing` show the practice in at least one."""

    doing: int
    total: int
    repositories: int
    observed: int
    examples: tuple[Example, ...]


def shows(checks: Collection[CheckId], repository: ObservedRepository) -> bool:
    """True when every check is met (or has no meaning there) and at least one is met."""
    outcomes = [repository.outcomes().get(check, Outcome.UNKNOWN) for check in checks]
    return all(o in _SETTLED for o in outcomes) and Outcome.MET in outcomes


def evidence(checks: Collection[CheckId], observations: Observations, examples: int = 3) -> Evidence:
    """Who does what these checks look for, and some good examples: one per organisation, the most complete first."""
    showing: dict[OrganisationId, list[ObservedRepository]] = {}
    for organisation, repositories in observations.by_organisation.items():
        found = [r for r in repositories if shows(checks, r)]
        if found:
            showing[organisation] = found
    best = [
        Example(organisation, repository, _shown(checks, repository))
        for organisation, found in showing.items()
        for repository in [max(found, key=lambda r: (_met(checks, r), r.committed, r.url))]
    ]
    best.sort(key=lambda e: (-_met(checks, e.repository), -e.repository.committed.timestamp(), e.repository.url))
    return Evidence(
        doing=len(showing),
        total=sum(1 for rs in observations.by_organisation.values() if rs),
        repositories=sum(map(len, showing.values())),
        observed=sum(map(len, observations.by_organisation.values())),
        examples=tuple(best[:examples]),
    )


def _met(checks: Collection[CheckId], repository: ObservedRepository) -> int:
    return sum(1 for c in checks if repository.outcomes().get(c) is Outcome.MET)


def _shown(checks: Collection[CheckId], repository: ObservedRepository) -> tuple[Finding, ...]:
    return tuple(f for f in repository.findings if f.check in checks and f.outcome is Outcome.MET)


def counts(findings: Iterable[Finding]) -> Mapping[Outcome, int]:
    """How many findings of each outcome."""
    found = list(findings)
    return {outcome: sum(1 for f in found if f.outcome is outcome) for outcome in Outcome}


def check_counts(check: CheckId, observations: Observations) -> Mapping[Outcome, int]:
    """Over all observed repositories, how often a check had each outcome."""
    return counts(f for r in observations.repositories() for f in r.findings if f.check == check)


def control_shown(control: Control, observations: Observations) -> int:
    """The number of observed repositories in which every check mapped to the control is settled and one is met."""
    checks = [m.check for m in control.mappings]
    return sum(1 for r in observations.repositories() if shows(checks, r))


def wheel(ladder: Norm, repositories: Sequence[Sequence[Finding]]) -> Wheel:
    """The wheel over one or more repositories: a segment per axis and level of the ladder.

    A segment is met when each check that serves it is met or has no meaning in every repository. It is not met
    only when a check fails without which the level cannot be reached (the relation `necessary`); a check that
    shows but a part leaves it unknown. The picture shows what a scan can see; the ladder itself asks more.
    """
    outcomes = [{f.check: f.outcome for f in findings} for findings in repositories]
    return Wheel(tuple(_segment(ladder, axis, level, outcomes) for axis in AXES for level in LEVELS))


def _segment(ladder: Norm, axis: str, level: int, outcomes: Sequence[Mapping[CheckId, Outcome]]) -> Segment:
    mappings = [m for c in ladder.controls if (c.axis, c.level) == (axis, level) for m in c.mappings]
    decisive = {m.check for m in mappings if m.relation is Relation.NECESSARY}
    found = [(check, o.get(check, Outcome.UNKNOWN)) for o in outcomes for check in sorted({m.check for m in mappings})]
    counted = [(check, outcome) for check, outcome in found if outcome is not Outcome.NOT_APPLICABLE]
    met = sum(1 for _, outcome in counted if outcome is Outcome.MET)
    if not counted:
        state = State.ABSENT
    elif met == len(counted):
        state = State.MET
    elif any(outcome is Outcome.NOT_MET and check in decisive for check, outcome in counted):
        state = State.NOT_MET
    else:
        state = State.UNKNOWN
    return Segment(axis, level, state, met, len(counted))
