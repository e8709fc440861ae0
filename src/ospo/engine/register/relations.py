# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Relations between organisations: part of, before and after, suppliers and collaborations, in both directions."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.claim import Attribute, Claim
from ospo.domain.register import KnownOrganisation, KnownRegister
from ospo.formats import organisation_names


class RelationKind(StrEnum):
    """What the other one is to this one."""

    WHOLE = "whole"
    PART = "part"
    BEFORE = "before"
    AFTER = "after"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    COLLABORATION = "collaboration"
    MEMBER = "member"


_WAYS = {
    Attribute.PARENT: (RelationKind.WHOLE, RelationKind.PART),
    Attribute.PREDECESSOR: (RelationKind.BEFORE, RelationKind.AFTER),
    Attribute.SUCCESSOR: (RelationKind.AFTER, RelationKind.BEFORE),
    Attribute.SUPPLIER: (RelationKind.SUPPLIER, RelationKind.CUSTOMER),
    Attribute.MEMBER_OF: (RelationKind.COLLABORATION, RelationKind.MEMBER),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """Another organisation: what it is to this one, what it is called, its id in the register, and who says so."""

    kind: RelationKind
    name: str
    id: str
    claims: tuple[Claim, ...]


def relations(register: KnownRegister) -> Mapping[str, tuple[Relation, ...]]:
    """Every relation that a source names, by the id of the organisation; one that nobody knows has no id."""
    by_subject = {(m.source, m.subject): o for o in register.organisations.values() for m in o.members}
    by_name: dict[tuple[str, ...], KnownOrganisation | None] = {}
    for organisation in register.organisations.values():
        words = tuple(organisation_names.read(organisation.name).words)
        by_name[words] = None if words in by_name else organisation  # a name that several have, names none
    found: dict[str, dict[tuple[RelationKind, str], Relation]] = defaultdict(dict)
    for organisation in register.organisations.values():
        for attribute, (way, back) in _WAYS.items():
            fact = organisation.facts.get(attribute)
            for value in fact.values if fact else ():
                places = ((claim.origin.name, claim.value) for claim in value.claims)
                other = next((by_subject[place] for place in places if place in by_subject), None)
                other = other or by_name.get(tuple(organisation_names.read(value.text).words))
                if other is organisation:
                    continue
                name, whose = (other.name, other.id) if other else (value.text, "")
                found[organisation.id].setdefault((way, name), Relation(way, name, whose, value.claims))
                if other:
                    mirrored = Relation(back, organisation.name, organisation.id, value.claims)
                    found[other.id].setdefault((back, organisation.name), mirrored)
    order = list(RelationKind)
    return {
        who: tuple(sorted(named.values(), key=lambda r: (order.index(r.kind), r.name))) for who, named in found.items()
    }
