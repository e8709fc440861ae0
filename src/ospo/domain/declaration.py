# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a repository declares about itself in `.ospo.yml`: waivers, statements, its profile, kind and tier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ospo.domain.identifier import CheckId, ControlId


class RepositoryKind(StrEnum):
    """What a repository is for: a policy asks other things of a library than of a one-time publication."""

    APPLICATION = "application"
    LIBRARY = "library"
    DOCUMENTATION = "documentation"
    DATA = "data"
    PUBLICATION = "publication"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A repository's own, dated decision not to follow something: why, which role signed, until when (inclusive).

    `about` is the id of a check, or of a control of a norm.
    """

    about: str
    reason: str
    role: str
    until: date
    line: int | None = None

    def holds(self, today: date) -> bool:
        """True up to and including the last day."""
        return today <= self.until


@dataclass(frozen=True, slots=True)
class Statement:
    """What a repository states of itself where files cannot show it: signed by a role, dated, and it expires.

    `about` is the id of a check, or of a control of a norm; `holds_true` says whether what that says is so. A
    statement settles only what is unknown.
    """

    about: str
    holds_true: bool
    reason: str
    role: str
    made: date
    until: date
    url: str | None = None
    line: int | None = None

    def is_valid(self, today: date) -> bool:
        """True from the day it was made up to and including its last day."""
        return self.made <= today <= self.until


@dataclass(frozen=True, slots=True)
class Declaration:
    """The parts that are whole; `profile` and `tier` are ids, `kind` is what the repository says it is."""

    waivers: Mapping[CheckId, Waiver] = field(default_factory=dict)
    statements: Mapping[CheckId, Statement] = field(default_factory=dict)
    control_waivers: Mapping[ControlId, Waiver] = field(default_factory=dict)
    control_statements: Mapping[ControlId, Statement] = field(default_factory=dict)
    profile: str | None = None
    kind: RepositoryKind | None = None
    tier: str | None = None
