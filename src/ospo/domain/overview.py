# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages show of the register: repositories with how they stand, answers through time, and what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ospo.domain.crawl import RepositoryState
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId


@dataclass(frozen=True, slots=True)
class ListedRepository:
    """A repository as it stands: its newest commit, and how many answers it has of each kind."""

    address: str
    account: str
    state: RepositoryState
    since: datetime
    is_fork: bool
    commit: str | None = None
    committed: datetime | None = None
    scanned: datetime | None = None
    outcomes: Mapping[Outcome, int] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The answer to a check for as long as it stayed the same; `ended` is None for the one that holds now."""

    check: CheckId
    outcome: Outcome
    reason: str
    commit: str
    since: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class StateChange:
    """A repository came to be in a state."""

    address: str
    state: RepositoryState
    since: datetime
