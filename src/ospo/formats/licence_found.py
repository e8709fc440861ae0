# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the recogniser finds in a text: licences, how they were recognised, and every word that was changed."""

from dataclasses import dataclass
from enum import StrEnum

from ospo.formats import spdx


class Kind(StrEnum):
    """What was recognised: the full text of a licence, or the standard notice that says it applies."""

    TEXT = "text"
    NOTICE = "notice"


class Method(StrEnum):
    """How a licence was recognised; the first three by its words, the others by what a text says of it."""

    EXACT = "exact"  # the official text, word for word after normalisation
    ALTERED = "altered"  # so like the official text that it must be meant, but words were changed
    NOTICE = "notice"  # the standard notice, which does not give the text
    POINTER = "pointer"  # another file, to which this one leads, holds the text
    DECLARED = "declared"  # an id, a tag or an address names it


@dataclass(frozen=True, slots=True)
class Change:
    """Neighbouring words that were changed: what the official text has, what stands there, and the words around.

    `line` is the line in the file (from 1). Words are normalised: in lower case, and in British spelling.
    """

    line: int
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A licence in a text. `id` is an SPDX id, or the bare one ("GPL-3.0") when the text cannot tell which of two.

    `likeness` is the part of the words of the official text that are there in their order. `is_sure` is False when we
    have the official text of this language from one source only: a word that differs may then be our mistake.
    """

    id: str
    kind: Kind = Kind.TEXT
    language: str = "en"
    differing: int = 0
    line: int = 1
    likeness: float = 1.0
    changes: tuple[Change, ...] = ()
    is_sure: bool = True

    @property
    def label(self) -> str:
        """The id for people: both ids when the text leaves it open."""
        listed = spdx.find(self.id)
        open_ = listed is not None and listed.deprecated and spdx.find(f"{self.id}-only") is not None
        return f"{self.id}-only / {self.id}-or-later" if open_ else self.id

    @property
    def method(self) -> Method:
        """How it was recognised."""
        if self.kind is Kind.NOTICE:
            return Method.NOTICE
        return Method.ALTERED if self.differing else Method.EXACT


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds: licences in order, ids it only names, how many words, and how many belong to no licence.

    `naming_line` is the line (from 1) of the first id that is named.
    """

    found: tuple[Found, ...] = ()
    named: tuple[str, ...] = ()
    words: int = 0
    extra: int = 0
    naming_line: int | None = None


def family(licence_id: str) -> str:
    """The id without "-only" and "-or-later"."""
    return licence_id.removesuffix("-only").removesuffix("-or-later")
