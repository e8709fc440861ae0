# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""At least two people or teams may manage the repository, and it belongs to an organisation."""

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age, settings_as_code

ENOUGH = 2
_ORGANISATION, _PERSON = "organisation", "person"


def check(repository: Snapshot) -> Verdict:
    """Told by the forge, or by settings in the tree that name teams that manage it: only organisations have teams."""
    admins, owner = repository.facts.get("admins"), repository.facts.get("owner-kind")
    if owner is not None and owner.value == _PERSON:
        return _told(not_met("owner-is-person", *fact_age.evidence(owner), seen=fact_age.seen(owner)), owner)
    if admins is not None and type(admins.value) is int and admins.value < ENOUGH:
        # A team counts as one in this fact, and it may have any number of members.
        return _told(unknown("one-admin", *fact_age.evidence(admins), seen=fact_age.seen(admins)), admins)
    is_organisation = owner is not None and owner.value == _ORGANISATION
    if admins is not None and owner is not None and is_organisation and type(admins.value) is int:
        oldest = min((admins, owner), key=lambda fact: fact.observed)
        places = dict.fromkeys((*fact_age.evidence(admins), *fact_age.evidence(owner)))
        return _told(met("shared", *places, n=admins.value, seen=fact_age.seen(oldest)), oldest)
    managers = settings_as_code.managers(repository)
    if managers is not None and managers.teams and managers.teams + managers.people >= ENOUGH:
        path = managers.place.path or ""
        return met("set", managers.place, path=path, n=managers.teams + managers.people)
    if admins is not None:
        return unknown("owner-not-told", *fact_age.evidence(admins), seen=fact_age.seen(admins))
    if is_organisation and owner is not None:
        return unknown("admins-not-told", *fact_age.evidence(owner), seen=fact_age.seen(owner))
    return unknown("not-told")


def _told(verdict: Verdict, fact: ForgeFact) -> Verdict:
    old = unknown("fact-is-old", *fact_age.evidence(fact), seen=fact_age.seen(fact))
    return fact_age.while_fresh(verdict, fact, old)
