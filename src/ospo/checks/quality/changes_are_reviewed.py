# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A change lands on the default branch only when somebody else approved it: the forge is set to ask for that."""

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import branch_rules, fact_age, landed, people

ENOUGH = 20  # changes; with fewer, a share says little


def check(repository: Snapshot) -> Verdict:
    """Told by the forge, or by settings in the tree; what the history shows of reviews settles nothing, and is told."""
    fact = repository.facts.get("required-approvals")
    if fact is not None and isinstance(fact.value, int):
        return _told(fact, fact.value)
    for rules in branch_rules.find(repository):
        if rules.approvals:
            return met("set", rules.place, path=rules.place.path or "", n=rules.approvals)
    if repository.is_shallow or not people.is_dated(repository.committed):
        return unknown("not-told")
    changes = landed.changes(repository.commits(), repository.committed)
    if len(changes) < ENOUGH:
        return unknown("not-told")
    named = sum(map(landed.names_reviewer, changes))
    by_request = sum(map(landed.is_by_request, changes))
    if named:
        return unknown("names-reviewers", n=len(changes), share=100 * named // len(changes))
    return unknown("by-request", n=len(changes), share=100 * by_request // len(changes))


def _told(fact: ForgeFact, approvals: int) -> Verdict:
    seen, places = fact_age.seen(fact), fact_age.evidence(fact)
    old = unknown("fact-is-old", *places, seen=seen)
    if approvals:
        return fact_age.while_fresh(met("required", *places, n=approvals, seen=seen), fact, old)
    return fact_age.while_fresh(not_met("not-required", *places, seen=seen), fact, old)
