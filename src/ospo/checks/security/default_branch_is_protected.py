# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The history of the default branch cannot be overwritten by force, and the branch cannot be deleted."""

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import branch_rules, fact_age


def check(repository: Snapshot) -> Verdict:
    """Told by the forge, or by settings in the tree; a history that is whole does not show that it is protected."""
    fact = repository.facts.get("default-branch-protected")
    if fact is not None and isinstance(fact.value, bool):
        return _told(fact, fact.value)
    for rules in branch_rules.find(repository):
        if rules.keeps_history:
            return met("set", rules.place, path=rules.place.path or "")
    return unknown("not-told")


def _told(fact: ForgeFact, is_protected: bool) -> Verdict:
    seen, places = fact_age.seen(fact), fact_age.evidence(fact)
    old = unknown("fact-is-old", *places, seen=seen)
    if is_protected:
        return fact_age.while_fresh(met("protected", *places, seen=seen), fact, old)
    return fact_age.while_fresh(not_met("not-protected", *places, seen=seen), fact, old)
