# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a repository declares about itself in `.ospo.yml`: waivers, statements, its profile, kind and tier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ospo.domain.evidence import Statement
from ospo.domain.finding import Waiver
from ospo.domain.identifier import CheckId


class RepositoryKind(StrEnum):
    """What a repository is for: a policy asks other things of a library than of a one-time publication."""

    APPLICATION = "application"
    LIBRARY = "library"
    DOCUMENTATION = "documentation"
    DATA = "data"
    PUBLICATION = "publication"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Declaration:
    """The parts that are whole, by check; `profile` and `tier` are ids, `kind` is what the repository says it is."""

    waivers: Mapping[CheckId, Waiver] = field(default_factory=dict)
    statements: Mapping[CheckId, Statement] = field(default_factory=dict)
    profile: str | None = None
    kind: RepositoryKind | None = None
    tier: str | None = None
