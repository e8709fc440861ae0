# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anybody can read the repository at its address, without an account."""

from ospo.domain.finding import Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age


def check(repository: Snapshot) -> Verdict:
    """Told by the forge alone: whoever could make a clone may have had a key."""
    fact = repository.facts.get("public")
    if fact is None or not isinstance(fact.value, bool):
        return unknown("not-told" if repository.remotes else "no-address")
    seen, places = fact_age.seen(fact), fact_age.evidence(fact)
    old = unknown("fact-is-old", *places, seen=seen)
    if fact.value:
        return fact_age.while_fresh(met("public", *places, seen=seen), fact, old)
    return fact_age.while_fresh(not_met("not-public", *places, seen=seen), fact, old)
