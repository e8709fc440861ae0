# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coverage: findings counted against practices and controls. Facts first; nobody is ranked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ospo.domain.finding import Evidence as Place
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.norm import Control
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.wheel import State
from ospo.engine.serving import Group

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A repository that shows a practice, with the findings that show it."""

    organisation: OrganisationId
    repository: ObservedRepository
    findings: tuple[Finding, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The files that show it, each once."""
        found = {e.path: e for f in self.findings for e in f.verdict.evidence[:1] if e.path}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """Of `total` in which it was tested and has a meaning, `shown` show it, and of `unknown` we do not know."""

    shown: int
    unknown: int
    total: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who shows a practice: counted over organisations (in at least one repository) and over repositories."""

    organisations: Tally
    repositories: Tally
    examples: tuple[Example, ...]


def state(checks: Collection[CheckId], outcomes: Mapping[CheckId, Outcome]) -> State:
    """How a repository stands on some checks together.

    Absent when one of them was not run there or none has a meaning there; not met when one is not met; unknown when
    one is unknown and the others are in order; met when all that have a meaning are met.
    """
    found = {outcomes.get(check) for check in checks}
    if None in found or found <= {Outcome.NOT_APPLICABLE}:
        return State.ABSENT
    if Outcome.NOT_MET in found:
        return State.NOT_MET
    return State.UNKNOWN if Outcome.UNKNOWN in found else State.MET


def counts(findings: Iterable[Finding]) -> dict[Outcome, int]:
    """How many findings of each outcome."""
    found = Counter(f.outcome for f in findings)
    return {outcome: found[outcome] for outcome in Outcome}


class Coverage:
    """Counts over everything observed; each count is made once and kept."""

    def __init__(self, observations: Observations) -> None:
        self._by_organisation = {
            organisation: tuple((r, r.outcomes()) for r in repositories)
            for organisation, repositories in observations.by_organisation.items()
        }
        self._outcomes = [outcomes for found in self._by_organisation.values() for _, outcomes in found]
        self._evidence: dict[frozenset[CheckId], Evidence] = {}

    def evidence(self, checks: Collection[CheckId]) -> Evidence:
        """Who does what these checks look for, and some good examples: one per organisation, the fullest first."""
        key = frozenset(checks)
        if key not in self._evidence:
            self._evidence[key] = self._counted(key)
        return self._evidence[key]

    def _counted(self, checks: frozenset[CheckId]) -> Evidence:
        organisations: list[State] = []
        repositories: list[State] = []
        examples: list[Example] = []
        for organisation, observed in self._by_organisation.items():
            states = [state(checks, outcomes) for _, outcomes in observed]
            repositories += states
            organisations.append(_together(states))
            showing = [r for (r, _), s in zip(observed, states, strict=True) if s is State.MET]
            if showing:
                best = max(showing, key=lambda r: (len(_shown(checks, r)), r.committed, r.url))
                examples.append(Example(organisation, best, _shown(checks, best)))
        examples.sort(key=lambda e: (-len(e.findings), -e.repository.committed.timestamp(), e.repository.url))
        return Evidence(_tally(organisations), _tally(repositories), tuple(examples[:_EXAMPLES]))

    def check(self, check: CheckId) -> Mapping[Outcome, int]:
        """Over all observed repositories, how often a check had each outcome."""
        found = Counter(outcomes[check] for outcomes in self._outcomes if check in outcomes)
        return {outcome: found[outcome] for outcome in Outcome}

    def control(self, control: Control) -> Tally:
        """In how many of the observed repositories the checks mapped to a control are in order."""
        return self.evidence([m.check for m in control.mappings]).repositories

    def group(self, group: Group) -> Tally:
        """In how many of the observed repositories all that our checks look for in a group of controls is in order."""
        return self.evidence([m.check for c in group.controls for m in c.mappings]).repositories


def _shown(checks: Collection[CheckId], repository: ObservedRepository) -> tuple[Finding, ...]:
    return tuple(f for f in repository.findings if f.check in checks and f.outcome is Outcome.MET)


def _together(states: Collection[State]) -> State:
    """How an organisation stands: its best repository counts."""
    order = (State.MET, State.UNKNOWN, State.NOT_MET)
    return next((s for s in order if s in states), State.ABSENT)


def _tally(states: Collection[State]) -> Tally:
    found = Counter(states)
    total = len(states) - found[State.ABSENT]
    return Tally(found[State.MET], found[State.UNKNOWN], total)
