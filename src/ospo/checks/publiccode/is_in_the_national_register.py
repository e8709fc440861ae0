# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository is in the national register of open source of public bodies, at developer.overheid.nl."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age, publiccode


def check(repository: Snapshot) -> Verdict:
    """Told by who looked: a clone does not know in which registers it stands."""
    fact = repository.facts.get("in-national-register")
    if fact is None or not isinstance(fact.value, bool):
        found = publiccode.fetch(repository)
        return unknown("not-told", Evidence(found[0])) if found else unknown("not-told")
    seen, places = fact_age.seen(fact), fact_age.evidence(fact)
    old = unknown("fact-is-old", *places, seen=seen)
    if fact.value:
        return fact_age.while_fresh(met("listed", *places, seen=seen), fact, old)
    return fact_age.while_fresh(not_met("not-listed", *places, seen=seen), fact, old)
