# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advice: of everything that could be done next, the one step that serves most."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.library import Library
from ospo.domain.norm import Relation

_WEIGHT = {Relation.FULL: 3, Relation.NECESSARY: 2, Relation.PARTIAL: 1}


@dataclass(frozen=True, slots=True)
class Step:
    """The step to take first: the finding it mends, how many controls it serves, in how many repositories."""

    finding: Finding
    controls: int
    repositories: int = 1


def weight(library: Library) -> Callable[[CheckId], int]:
    """How much a check matters: its controls, those it settles counting most."""
    totals: dict[CheckId, int] = {}
    for norm in library.norms.values():
        for control in norm.controls:
            for mapping in control.mappings:
                totals[mapping.check] = totals.get(mapping.check, 0) + _WEIGHT[mapping.relation]
    return lambda check: totals.get(check, 0)


def next_step(findings: Iterable[Finding], library: Library, today: datetime.date) -> Step | None:
    """The open finding whose check matters most; failing that, the unknown that matters most; or nothing."""
    return next_step_of_many([tuple(findings)], library, today)


def next_step_of_many(repositories: Sequence[Sequence[Finding]], library: Library, today: datetime.date) -> Step | None:
    """The same over many repositories: a step counts once for each repository it helps."""
    value = weight(library)
    for wanted in (Outcome.NOT_MET, Outcome.UNKNOWN):
        hits: dict[CheckId, list[Finding]] = {}
        for findings in repositories:
            for finding in findings:
                if finding.outcome is wanted and (wanted is Outcome.UNKNOWN or finding.is_open(today)):
                    hits.setdefault(finding.check, []).append(finding)
        if hits:
            best = min(hits, key=lambda check: (-len(hits[check]) * value(check), check))
            return Step(hits[best][0], len(library.controls_for(best)), len(hits[best]))
    return None
