# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages show of the register: repositories with how they stand, answers through time, and what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ospo.domain.crawl import ForkKind, RepositoryState
from ospo.domain.finding import Evidence, Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.register import KnownOrganisation


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
    organisation: str = ""  # the id of the one that the claims give its account
    fork: ForkKind = ForkKind.NONE


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


@dataclass(frozen=True, slots=True)
class RecordedFinding:
    """The answer to a check that holds now: since when, and at the newest commit that was scanned."""

    repository: str
    organisation: str
    check: CheckId
    outcome: Outcome
    reason: str
    since: datetime
    commit: str
    committed: datetime
    scanned: datetime
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """The publiccode.yml of a repository, at a commit; `is_valid` is None when we cannot tell.

    `document` holds its keys and values, None when the file is not at hand; `fault` is the key of what is wrong.
    """

    repository: str
    organisation: str
    state: RepositoryState
    commit: str
    committed: datetime
    path: str = ""
    is_valid: bool | None = None
    fault: str = ""
    document: object = None


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a long answer: `size` entries from `start` (0 is the first); `is_newest`: the newest first."""

    start: int
    size: int
    is_newest: bool = False


class RegisterView(Protocol):
    """A register as other programs read it; nothing in it stands on a machine of ours.

    Each question takes the fields to narrow down by, and gives how many there are in all with one part of them.
    """

    def version(self) -> str:
        """A mark that is another one when anything in it changed."""
        ...

    def has_organisations(self) -> bool:
        """Whether any organisation follows from what was read."""
        ...

    def has_repositories(self) -> bool:
        """Whether any crawl found a repository."""
        ...

    def organisations(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[KnownOrganisation]]:
        """By `id`, `kind` and `tooi`, ordered by id."""
        ...

    def repositories(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[ListedRepository]]:
        """By `organisation`, `state`, `address` and `q`, ordered by address, or by the day of their state.

        `q` holds words, and an address fits that has all of them in it.
        """
        ...

    def findings(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[RecordedFinding]]:
        """By `organisation`, `repository` (its address), `check` and `outcome`, in an order that stays."""
        ...
