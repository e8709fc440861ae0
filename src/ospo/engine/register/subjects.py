# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Subjects: all that one source says of one thing, taken apart for comparing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ospo.domain.claim import Attribute, Claim, Reading
from ospo.formats import accounts, organisation_names
from ospo.formats.organisation_names import Name

# From the identifier that tells bodies apart best to the one that several may share.
IDS = (Attribute.TOOI, Attribute.ROO, Attribute.OIN, Attribute.KVK, Attribute.WIKIDATA)
_NAMES = (Attribute.NAME, Attribute.OSPO_NAME)


@dataclass(slots=True)
class Subject:
    """One subject of one source."""

    source: str
    key: str
    claims: list[Claim] = field(default_factory=list)

    def all(self, attribute: Attribute) -> list[str]:
        """Every value of an attribute, in the order of the source."""
        return [claim.value for claim in self.claims if claim.attribute is attribute]

    def one(self, attribute: Attribute) -> str:
        """The first value; "" when there is none."""
        return next(iter(self.all(attribute)), "")


@dataclass(frozen=True, slots=True)
class Features:
    """What a subject is compared by. `kind` is that of its claims, or of its name."""

    names: tuple[Name, ...]
    short: frozenset[str]
    kind: str
    ids: dict[Attribute, str]
    accounts: frozenset[str]
    is_nested: bool
    is_account: bool
    ends: str

    @property
    def is_nameless(self) -> bool:
        """True when all it does is to name an account."""
        return self.is_account and not self.names


def gather(readings: Iterable[Reading]) -> list[Subject]:
    """Every subject of every source, in the order of the sources."""
    found: dict[tuple[str, str], Subject] = {}
    for reading in readings:
        for claim in reading.claims:
            place = (claim.origin.name, claim.subject)
            found.setdefault(place, Subject(*place)).claims.append(claim)
    return list(found.values())


def features(subject: Subject) -> Features:
    """Take a subject apart."""
    texts = [text for attribute in _NAMES for text in subject.all(attribute)]
    names = tuple(dict.fromkeys(name for text in texts for name in organisation_names.all_names(text)))
    short = {organisation_names.fold(text) for text in subject.all(Attribute.ABBREVIATION)}
    short |= {word for name in names for word in name.short}
    kind = subject.one(Attribute.KIND) or next((str(name.kind) for name in names if name.kind), "")
    return Features(
        names=names,
        short=frozenset(short),
        kind=kind,
        ids={attribute: value for attribute in IDS if (value := subject.one(attribute))},
        accounts=frozenset(subject.all(Attribute.ACCOUNT)),
        is_nested=bool(subject.all(Attribute.PARENT)) and " / " in subject.key,
        is_account=accounts.account(subject.key) == subject.key,
        ends=subject.one(Attribute.VALID_UNTIL),
    )
