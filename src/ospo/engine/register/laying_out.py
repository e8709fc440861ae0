# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lays out what was joined: organisations with their facts, and accounts with whose they are said to be."""

import datetime
import re
from collections import defaultdict
from collections.abc import Sequence

from ospo.domain.claim import Attribute, Claim
from ospo.domain.register import KnownAccount, KnownOrganisation, Value
from ospo.engine.register import weighing
from ospo.engine.register.joining import Cluster, Joined
from ospo.engine.register.succession import Line
from ospo.formats import accounts as addresses
from ospo.formats import organisation_names

_NO_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def organisations(joined: Joined, line: Line, today: datetime.date) -> list[KnownOrganisation]:
    """Every cluster as an organisation, ordered by id; a cluster of which only an account is known is none."""
    named = [(name, cluster) for cluster in joined.clusters if (name := _name(cluster, today))]
    taken: dict[str, int] = defaultdict(int)
    found = []
    for name, cluster in sorted(named, key=lambda pair: (_slug(pair[0]), not pair[1].is_registered, _place(pair[1]))):
        slug = _slug(name)
        taken[slug] += 1
        number = taken[slug]
        found.append(_organisation(slug if number == 1 else f"{slug}-{number}", name, cluster, line, today))
    return sorted(found, key=lambda organisation: organisation.id)


def accounts(organisations: Sequence[KnownOrganisation], joined: Joined, today: datetime.date) -> list[KnownAccount]:
    """Every account that a claim names, ordered by address."""
    claimed: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    listed: dict[str, list[Claim]] = defaultdict(list)
    of = {(m.source, m.subject): o.id for o in organisations for m in o.members}
    for cluster in joined.clusters:
        for subject, found in zip(cluster.subjects, cluster.features, strict=True):
            for claim in subject.claims:
                if claim.attribute is not Attribute.ACCOUNT:
                    continue
                if found.is_nameless:
                    listed[claim.value].append(claim)
                else:
                    claimed[claim.value][of[subject.source, subject.key]].append(claim)
    return [
        KnownAccount(address, _ordered(claimed.get(address, {}), today), tuple(listed.get(address, ())))
        for address in sorted({*claimed, *listed})
    ]


def _ordered(claims: dict[str, list[Claim]], today: datetime.date) -> dict[str, Value]:
    values = {who: weighing.value(said, today) for who, said in claims.items()}
    return dict(sorted(values.items(), key=lambda pair: (-pair[1].weight, pair[0])))


def _organisation(slug: str, name: str, cluster: Cluster, line: Line, today: datetime.date) -> KnownOrganisation:
    claims: dict[Attribute, list[Claim]] = defaultdict(list)
    for subject in cluster.subjects:
        for claim in (*subject.claims, *line.claims.get((subject.source, subject.key), ())):
            claims[claim.attribute].append(claim)
    facts = {a: weighing.fact(a, claims[a], today) for a in Attribute if a in claims}
    return KnownOrganisation(slug, name, tuple(cluster.members), facts)


def _name(cluster: Cluster, today: datetime.date) -> str:
    """What to call it: its heaviest name, else what its OSPO is called, else what its one source calls it."""
    for attribute in (Attribute.NAME, Attribute.OSPO_NAME):
        claims = [c for s in cluster.subjects for c in s.claims if c.attribute is attribute]
        if claims:
            return weighing.fact(attribute, claims, today).values[0].text
    subject = cluster.subjects[0]
    return "" if all(f.is_nameless for f in cluster.features) else addresses.name(subject.key)


def _slug(name: str) -> str:
    return _NO_WORD.sub("-", organisation_names.fold(name)).strip("-")[:_LONGEST].strip("-") or "x"


def _place(cluster: Cluster) -> tuple[str, str]:
    return cluster.members[0].source, cluster.members[0].subject
