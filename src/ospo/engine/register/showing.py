# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages show of the register: the organisations that have a page, their facets, and the unsettled accounts."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ospo.domain.claim import Attribute
from ospo.domain.library import Library
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.organisation import Organisation
from ospo.domain.register import KnownAccount, KnownOrganisation, KnownRegister, Question
from ospo.domain.site import Kind
from ospo.engine.register import relations
from ospo.engine.register.own import KIND
from ospo.engine.register.relations import Relation
from ospo.formats import organisation_names
from ospo.formats.address import host

PART = 120  # organisations on one page of the list
_LONGEST = 200  # characters of what is looked for
_SHOWN_FOR = (Attribute.ACCOUNT, Attribute.FORGE, Attribute.HAS_OSPO)


class Facet(StrEnum):
    """What a reader may choose organisations by; the value is the word in an address."""

    KIND = "kind"
    FORGE = "forge"
    OSPO = "ospo"
    STANDING = "standing"
    ACTIVITY = "activity"


# The values of those facets that are a closed set, in the order in which they are shown.
OSPO = ("yes", "not-known")
STANDING = ("observed", "account", "no-account")
ACTIVITY = ("year", "three-years", "longer", "not-known")


@dataclass(frozen=True, slots=True)
class Shown:
    """An organisation with a page: the key of that, what the register knows, our own facts, and what we observe."""

    key: str
    known: KnownOrganisation
    own: Organisation | None
    repositories: tuple[ObservedRepository, ...]

    @property
    def name(self) -> str:
        """What to call it: as we write it ourselves, else as the sources do."""
        return self.own.name if self.own else self.known.name

    @property
    def kind(self) -> str:
        """What kind of organisation; "" when nobody says."""
        return str(self.own.kind) if self.own else self.known.first(Attribute.KIND)

    def values(self, attribute: Attribute) -> tuple[str, ...]:
        """Every value of an attribute, the heaviest first."""
        fact = self.known.facts.get(attribute)
        return tuple(value.text for value in fact.values) if fact else ()

    @property
    def last_change(self) -> datetime.date | None:
        """The day of the newest commit in the repositories we observe."""
        return max((r.committed.date() for r in self.repositories), default=None)


class Showing:
    """The register as pages show it."""

    def __init__(
        self, register: KnownRegister, library: Library, observations: Observations, today: datetime.date
    ) -> None:
        self.register = register
        self._today = today
        self.by_key = {o.key: o for o in _ordered(register, library, observations)}

    @cached_property
    def key_of(self) -> Mapping[str, str]:
        """The key of the page of an organisation, by its id in the register."""
        return {shown.known.id: shown.key for shown in self.by_key.values()}

    def of_account(self, account: str) -> Shown | None:
        """The organisation that an account is of, or the nearest group above it."""
        while account.count("/") > 2:
            if account in self._of_account:
                return self.by_key[self._of_account[account]]
            account = account.rpartition("/")[0]
        return None

    @cached_property
    def _of_account(self) -> Mapping[str, str]:
        return {a: shown.key for shown in self.by_key.values() for a in shown.values(Attribute.ACCOUNT)}

    @cached_property
    def facets(self) -> Mapping[str, Mapping[Facet, tuple[str, ...]]]:
        """The values of each facet, by the key of the organisation."""
        return {key: self._facets(shown) for key, shown in self.by_key.items()}

    def _facets(self, shown: Shown) -> dict[Facet, tuple[str, ...]]:
        hosts = dict.fromkeys(host(a) for name in (Attribute.ACCOUNT, Attribute.FORGE) for a in shown.values(name))
        return {
            Facet.KIND: (shown.kind,) if shown.kind else (),
            Facet.FORGE: tuple(hosts),
            Facet.OSPO: ("yes" if "yes" in shown.values(Attribute.HAS_OSPO) else "not-known",),
            Facet.STANDING: ("observed" if shown.repositories else "account" if hosts else "no-account",),
            Facet.ACTIVITY: (activity(shown.last_change, self._today),),
        }

    @cached_property
    def counts(self) -> Mapping[Facet, Mapping[str, int]]:
        """How many organisations there are of each value of each facet, in the order in which they are shown."""
        found: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
        for values in self.facets.values():
            for facet in Facet:
                found[facet].update(values[facet])
        fixed = {Facet.OSPO: OSPO, Facet.STANDING: STANDING, Facet.ACTIVITY: ACTIVITY}
        return {
            f: {v: n[v] for v in fixed.get(f, sorted(n, key=lambda v: (-n[v], v))) if n[v]} for f, n in found.items()
        }

    def chosen(self, key: str, asked: str = "") -> list[Shown]:
        """The organisations on the list with a key (`kind/ministry`), with all these words in names or accounts."""
        facet, _, value = choice(key).partition("/")
        words = organisation_names.fold(asked[:_LONGEST]).split()
        return [
            shown
            for shown in self.by_key.values()
            if (not facet or value in self.facets[shown.key][Facet(facet)])
            and (not words or all(word in self.known_by[shown.key] for word in words))
        ]

    @cached_property
    def known_by(self) -> Mapping[str, str]:
        """What an organisation is found by: its names, numbers and accounts, as one text without accents and case."""
        wanted = (
            Attribute.NAME,
            Attribute.ABBREVIATION,
            Attribute.ACCOUNT,
            Attribute.TOOI,
            Attribute.OIN,
            Attribute.ROO,
        )
        return {
            key: organisation_names.fold(" ".join([key, s.name, *(v for a in wanted for v in s.values(a))]))
            for key, s in self.by_key.items()
        }

    def lists(self) -> Iterator[str]:
        """The key of every list of organisations but the whole: each value of each facet, and parts of long ones."""
        telling = {facet: values for facet, values in self.counts.items() if len(values) > 1}  # there is a choice
        every = ["", *(f"{facet}/{value}" for facet, values in telling.items() for value in values)]
        for key in every:
            if key:
                yield key
            for number in range(2, parts(len(self.chosen(key))) + 1):
                yield f"{key}/part/{number}".lstrip("/")

    def pages(self) -> Iterator[tuple[Kind, str]]:
        """Every page that follows from the register."""
        yield from ((Kind.ORGANISATIONS, key) for key in self.lists())
        yield from ((Kind.ORGANISATION, shown.key) for shown in self.by_key.values() if shown.own is None)
        yield from ((Kind.WHY, key) for key in self.unsettled)

    @cached_property
    def unsettled(self) -> Mapping[str, KnownAccount]:
        """The accounts of which it is not known, or asked, whose they are, by the key of their page."""
        asked = {q.account for q in self.register.questions if q.account}
        accounts = self.register.accounts.values()
        return {account_key(a.address): a for a in accounts if not a.organisations or a.address in asked}

    @cached_property
    def relations(self) -> Mapping[str, tuple[Relation, ...]]:
        """Every relation that a source names, by the id of the organisation."""
        return relations.relations(self.register)

    def questions(self, known: KnownOrganisation) -> list[Question]:
        """The open questions about an organisation."""
        return [q for q in self.register.questions if known.id in q.organisations]


def _ordered(register: KnownRegister, library: Library, observations: Observations) -> list[Shown]:
    """Those with a page, by name: all that we write of ourselves, and all with an account, a forge or an OSPO."""
    of = {(m.source, m.subject): known for known in register.organisations.values() for m in known.members}
    ours = {source.name for source in register.sources if source.kind == KIND}
    found, placed = [], set()
    for own in library.organisations.values():
        known = next((of[s, own.id] for s in sorted(ours) if (s, own.id) in of), None)
        if known is not None:
            placed.add(known.id)
            found.append(Shown(own.id, known, own, observations.by_organisation.get(own.id, ())))
    for known in register.organisations.values():
        if known.id not in placed and any(name in known.facts for name in _SHOWN_FOR):
            key = f"{known.id}-2" if known.id in library.organisations else known.id
            found.append(Shown(key, known, None, ()))
    return sorted(found, key=lambda shown: (organisation_names.fold(shown.name), shown.key))


def activity(last: datetime.date | None, today: datetime.date) -> str:
    """How long ago something last changed: `year`, `three-years`, `longer`, `not-known`."""
    if last is None:
        return "not-known"
    days = (today - last).days
    return "year" if days <= 366 else "three-years" if days <= 3 * 366 else "longer"


def parts(count: int) -> int:
    """In how many parts a list is shown."""
    return max(1, -(-count // PART))


def part(key: str) -> int:
    """Which part of its list a key stands for."""
    return int(key.rpartition("part/")[2]) if "part/" in key else 1


def choice(key: str) -> str:
    """The facet and value in a key, without the part."""
    return key.partition("part/")[0].rstrip("/")


def slice_of(shown: Sequence[Shown], key: str) -> Sequence[Shown]:
    """The part of a list that a key stands for."""
    start = (part(key) - 1) * PART
    return shown[start : start + PART]


def account_key(address: str) -> str:
    """`github.com/voorbeeld`, from the address of an account."""
    return address.partition("://")[2].strip("/")
