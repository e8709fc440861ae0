# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norms, their controls by published id, and how a check relates to a control."""

import datetime
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import CheckId, ControlId, NormId
from ospo.domain.language import Translated
from ospo.domain.source import Source


class Relation(StrEnum):
    """What meeting a check says about a control.

    `full`: meeting the check settles the control; not meeting it disproves nothing. `necessary`: not meeting the check
    disproves the control; meeting it proves nothing. `partial`: evidence for a part. A check may be named twice, as
    full and as necessary: then it decides both ways.
    """

    FULL = "full"
    PARTIAL = "partial"
    NECESSARY = "necessary"


class Proof(StrEnum):
    """What it takes to know whether a control is met."""

    FILES = "files"
    FORGE = "forge"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Mapping:
    """A check that serves a control."""

    check: CheckId
    relation: Relation


@dataclass(frozen=True, slots=True)
class Control:
    """One requirement of a norm: its published id, a title in our own words, and the hash of the original text.

    `level` is what the norm itself says of it: a number, the lowest level that asks it, or MUST and SHOULD; `up_to` is
    the last level that does, when it is dropped higher up. `axis` places it on a ladder. A control without checks is
    part of the norm all the same; `proof` says what it takes to know. `irreversible` marks what cannot be put right
    afterwards, and the note says why.
    """

    id: ControlId
    title: Translated
    url: str
    mappings: tuple[Mapping, ...]
    text_sha256: str = ""
    level: int | str | None = None
    axis: str = ""
    note: Translated | None = None
    up_to: int | None = None
    proof: Proof = Proof.FILES
    irreversible: bool = False

    @property
    def is_heading(self) -> bool:
        """True for a whole criterion, which gathers its requirements and is none itself."""
        return self.level == "criterion"

    @property
    def relations(self) -> frozenset[Relation]:
        """The relations of its mappings."""
        return frozenset(m.relation for m in self.mappings)

    def is_asked_at(self, level: int) -> bool:
        """True when the norm asks this at a numbered level: from its own level on, up to where it is dropped."""
        return isinstance(self.level, int) and self.level <= level <= (self.up_to or level)


@dataclass(frozen=True, slots=True)
class Norm:
    """A published standard at a version; `total_controls` counts all its requirements, mapped or not."""

    id: NormId
    title: Translated
    version: str
    keeper: str
    url: str
    licence: str
    read: datetime.date
    summary: Translated
    controls: tuple[Control, ...]
    total_controls: int
    text_source: Source | None = None

    @property
    def requirements(self) -> tuple[Control, ...]:
        """The controls that ask something themselves."""
        return tuple(c for c in self.controls if not c.is_heading)

    def levels(self) -> tuple[int, ...]:
        """The numbered levels, from low to high."""
        found = {n for c in self.controls for n in (c.level, c.up_to) if isinstance(n, int)}
        return tuple(range(min(found), max(found) + 1)) if found else ()

    def asked_at(self, level: int, axis: str = "") -> tuple[Control, ...]:
        """The controls asked at a level, on an axis when one is named."""
        return tuple(c for c in self.controls if c.is_asked_at(level) and axis in ("", c.axis))


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement as its source has it: the text in full, of which only the hash is kept, and where it is asked."""

    id: str
    text: str
    level: int | str | None = None
    up_to: int | None = None

    @property
    def text_sha256(self) -> str:
        """The hash that a control remembers."""
        return hashlib.sha256(self.text.strip().encode("utf-8", "replace")).hexdigest()
