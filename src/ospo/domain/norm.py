# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norms, their controls by published id, and how a check relates to a control."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import CheckId, ControlId, NormId
from ospo.domain.language import Translated
from ospo.domain.source import Source


class Relation(StrEnum):
    """What meeting a check says about a control."""

    FULL = "full"
    PARTIAL = "partial"
    NECESSARY = "necessary"


@dataclass(frozen=True, slots=True)
class Mapping:
    """A check that serves a control."""

    check: CheckId
    relation: Relation


@dataclass(frozen=True, slots=True)
class Control:
    """One requirement of a norm: its published id, a title in our own words, and the hash of the original text.

    `level` is what the norm itself says of it (a number, or MUST and SHOULD); `axis` places it on a ladder.
    """

    id: ControlId
    title: Translated
    url: str
    mappings: tuple[Mapping, ...]
    text_sha256: str = ""
    level: int | str | None = None
    axis: str = ""
    note: Translated | None = None


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
