# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Practices: what an OSPO does, and how a reader takes it up."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ospo.domain.identifier import CheckId, ControlId, FactId, PracticeId
from ospo.domain.language import Language
from ospo.domain.source import Source


class Phase(StrEnum):
    """Where in the life of an OSPO a practice belongs; the values are the words of the content files."""

    EXPLORE = "verkennen"
    FOUND = "oprichten"
    INSIGHT = "inzicht"
    FRAME = "kaders"
    PUBLISH = "publiceren"
    USE = "gebruiken"
    COLLABORATE = "samenwerken"
    SUSTAIN = "borgen"


class Audience(StrEnum):
    """For whom a page is written; the values are the words of the content files."""

    OSPO_LEAD = "ospo-lead"
    DEVELOPER = "ontwikkelaar"
    LAWYER = "jurist"
    CISO = "ciso"
    BUYER = "inkoper"
    EXECUTIVE = "bestuurder"
    EDITOR = "redacteur"


@dataclass(frozen=True, slots=True)
class Text:
    """A page in one language. `original` is the fingerprint of the Dutch text a translation was made from."""

    title: str
    question: str
    body: str
    path: str
    body_line: int
    original: str = ""


@lru_cache(maxsize=4096)  # the board of each language asks it of every text
def fingerprint(original: Text) -> str:
    """Twelve hex digits over title, question and body; white space and line breaks do not count."""
    return mark(original.title, original.question, original.body)


def mark(title: str, question: str, body: str) -> str:
    """The fingerprint of a text that is not kept."""
    words = " ".join(" ".join((title, question, body)).split())
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice with its texts in both languages and everything it is tied to.

    `checks` are the signs by which a repository shows the practice; `further_checks` belong to it as well, but ask more
    than that, or something the files do not tell. `traces` is false for a practice that cannot be seen in repositories:
    its checks then help, but prove nothing.
    """

    id: PracticeId
    texts: Mapping[Language, Text]
    phase: Phase
    audience: tuple[Audience, ...]
    owner: str
    reviewed: datetime.date
    review_months: int
    checks: tuple[CheckId, ...]
    controls: tuple[ControlId, ...]
    facts: tuple[FactId, ...]
    related: tuple[PracticeId, ...]
    sources: tuple[Source, ...]
    licence: str
    traces: bool = True
    further_checks: tuple[CheckId, ...] = ()

    @property
    def every_check(self) -> tuple[CheckId, ...]:
        """The signs first, then the further checks."""
        return self.checks + self.further_checks
