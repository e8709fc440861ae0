# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about the community, facts that texts cite, and the terms of the glossary."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ospo.domain.identifier import FactId, PageId, TermId
from ospo.domain.language import Language, Translated
from ospo.domain.practice import Text
from ospo.domain.source import Source

PLACEHOLDER = "INVULLEN"  # stands where an editor still has to write; no text may hold it


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is not a practice: about, contributing, governance and the like."""

    id: PageId
    texts: Mapping[Language, Text]
    owner: str
    reviewed: datetime.date
    review_months: int
    facts: tuple[FactId, ...] = ()
    examples: Mapping[Language, tuple[str, ...]] | None = None


class FactStatus(StrEnum):
    """How sure we are of a fact: read in a primary source, in a secondary one, or not verified."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim about law, policy, a date, a figure or an organisation, with its source."""

    id: FactId
    text: Translated
    source: Source
    status: FactStatus
    check_before: datetime.date | None = None
    applies_from: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field in both languages, with a definition, other words for it, and words to avoid for it."""

    id: TermId
    term: Translated
    definition: Translated
    avoid: tuple[str, ...] = ()
    synonyms: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
