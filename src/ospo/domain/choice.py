# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which profile a repository is held against, and how it came by it."""

from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.declaration import RepositoryKind
from ospo.domain.identifier import ProfileId


class Route(StrEnum):
    """How a repository came by its profile."""

    ASKED = "asked"
    OWN = "own"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Choice:
    """The profile that a repository is held against, and how that came about.

    `kind` is what the repository is for: as it declares, or, when `is_proposed`, as its files suggest.
    """

    profile: ProfileId
    route: Route
    kind: RepositoryKind | None = None
    is_proposed: bool = False
    tier: str | None = None
