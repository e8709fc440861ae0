# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Claims: what some source says of an organisation, a forge account or a repository, and since when it says so.

The register holds no facts of its own: it holds who said what, so that agreement, conflict and decay can be shown.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Confidence(StrEnum):
    """How a source knows: what it says of itself or by law weighs more than what it was told."""

    OFFICIAL = "official"  # an official register, on what it registers
    DECLARED = "declared"  # the organisation itself, under its own control (a file in its own account)
    LISTED = "listed"  # somebody's list
    DERIVED = "derived"  # we worked it out from something else


class Attribute(StrEnum):
    """What a claim is about. Ids are full addresses where the register has them (TOOI, Wikidata), else its numbers."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    KIND = "kind"
    COUNTRY = "country"  # its ISO 3166-1 code
    WEBSITE = "website"
    TOOI = "tooi"
    ROO = "roo"
    OIN = "oin"
    KVK = "kvk"
    WIKIDATA = "wikidata"
    VALID_FROM = "valid-from"
    VALID_UNTIL = "valid-until"
    PARENT = "parent"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    ACCOUNT = "account"  # the address of an account on a forge
    FORGE = "forge"  # the address of a forge that it runs itself
    REPOSITORY = "repository"
    SUPPLIER = "supplier"
    MEMBER_OF = "member-of"  # of a collaboration
    HAS_OSPO = "has-ospo"
    OSPO_NAME = "ospo-name"
    OSPO_SINCE = "ospo-since"
    OSPO_LINE = "ospo-line"  # first, second or third line
    OSPO_POLICY = "ospo-policy"  # the address of the policy
    OSPO_MAILBOX = "ospo-mailbox"  # of a role, never of a person
    OSPO_SERVICE = "ospo-service"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim was read: which list or register (`name`), its address at a revision, which place in it, when.

    `dated` is the date that the source itself gives for this claim or, failing that, for all it says.
    """

    name: str
    url: str
    place: str
    read: datetime.date
    dated: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: `subject` (how the source names it: an id of a register, an address) has `attribute` `value`."""

    subject: str
    attribute: Attribute
    value: str
    origin: Origin
    confidence: Confidence


class BodyKind(StrEnum):
    """What an organisation is, as finely as official registers tell them apart."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    INSPECTORATE = "inspectorate"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    WATERBOARD = "waterboard"
    CARIBBEAN_BODY = "caribbean-body"
    ZBO = "zbo"
    HIGH_COUNCIL = "high-council"
    ADVISORY_BODY = "advisory-body"
    COURT = "court"
    POLICE = "police"
    COMPANY = "company"
    UNIVERSITY = "university"
    FOUNDATION = "foundation"
    COLLABORATION = "collaboration"


class PassedReason(StrEnum):
    """Why an entry of a source gave no claim."""

    ELSEWHERE = "elsewhere"  # outside the part of the source that lists organisations
    SECOND_HAND = "second-hand"  # taken from lists that are read themselves
    NO_ACCOUNT = "no-account"  # no address of an account on a forge
    NO_SUBJECT = "no-subject"  # does not say whose it is
    ENDED = "ended"  # the source itself says that it no longer holds
    UNREADABLE = "unreadable"  # not what the format promises


@dataclass(frozen=True, slots=True)
class Passed:
    """An entry that gave no claim: where and why. `mark` is a digest of its address: it may be of a person."""

    place: str
    reason: PassedReason
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a source as we got it: `url` is where it can be read (at a revision, if known).

    `holder` is the normalised address of the repository in which it stood, for files that speak for their owner.
    """

    path: str
    text: str
    read: datetime.date
    url: str = ""
    dated: datetime.date | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file of a source gave; a later reading with the same `key` comes in its place."""

    kind: str
    name: str
    url: str
    read: datetime.date
    dated: datetime.date | None
    claims: tuple[Claim, ...] = ()
    passed: tuple[Passed, ...] = ()

    @property
    def key(self) -> str:
        """The kind of source and whose file it is: the owner for files of owners, nothing for lists."""
        return f"{self.kind} {self.name}"


class ClaimStore(Protocol):
    """Keeps readings; any order, each key once."""

    def put(self, reading: Reading) -> None:
        """Keep a reading in the place of an earlier one with its key."""
        ...

    def readings(self) -> Iterator[Reading]:
        """Every reading that is kept."""
        ...
