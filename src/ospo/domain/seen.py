# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks saw in one snapshot, before anybody asked what time it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ospo.domain.choice import Choice
from ospo.domain.declaration import Declaration
from ospo.domain.finding import Verdict
from ospo.domain.identifier import CheckId
from ospo.errors import OspoError


@dataclass(frozen=True, slots=True)
class Seen:
    """The verdicts as the checks gave them, in their order, each with what it becomes; a moment makes a report of it.

    `declaration` is what the repository says of itself, and `notes` are the problems in that.
    `choice` is the profile it is held against, if any: that decides the thresholds of the checks.
    """

    commit: str
    committed: datetime
    verdicts: Mapping[CheckId, Verdict]
    repository: str | None = None
    fetched: datetime | None = None
    declaration: Declaration = field(default_factory=Declaration)
    notes: tuple[OspoError, ...] = ()
    choice: Choice | None = None
