# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Claims: what some source says of an organisation, a forge account or a repository, and since when it says so.

The register holds no facts of its own: it holds who said what, so that agreement, conflict and decay can be shown.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


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
