# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A change lands on the default branch only when its status checks have passed: the forge is set to ask for them."""

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import branch_rules, ci, fact_age, tree


def check(repository: Snapshot) -> Verdict:
    """Told by the forge, or by settings in the tree; a pipeline alone does not show that it must pass."""
    fact = repository.facts.get("required-status-checks")
    names = fact.value if fact is not None and isinstance(fact.value, tuple) else None
    if fact is not None and names:
        return _while_fresh(met("required", *fact_age.evidence(fact), n=len(names), seen=fact_age.seen(fact)), fact)
    paths = tree.paths(repository.entries())
    if not ci.locate(paths):
        return not_applicable("no-ci")
    if fact is not None and names is not None:
        return _while_fresh(not_met("none-required", *fact_age.evidence(fact), seen=fact_age.seen(fact)), fact)
    for rules in branch_rules.find(repository):
        if rules.checks:
            return met("set", rules.place, path=rules.place.path or "", n=rules.checks)
    if gate := branch_rules.gate(repository):
        return unknown("only-a-gate", Evidence(gate), path=gate)
    return unknown("not-told")


def _while_fresh(verdict: Verdict, fact: ForgeFact) -> Verdict:
    old = unknown("fact-is-old", *fact_age.evidence(fact), seen=fact_age.seen(fact))
    return fact_age.while_fresh(verdict, fact, old)
