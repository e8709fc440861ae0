# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of what the API tells of organisations, repositories and findings, wherever that comes from."""

import datetime

from msgspec import Struct

from ospo.domain.crawl import ForkKind, RepositoryState
from ospo.domain.finding import Outcome
from ospo.render.content_entries import Both


class EvidenceEntry(Struct, frozen=True):
    """Where a person can see it: a path with a line (from 1) in the repository at the commit, or an address."""

    path: str | None
    line: int | None
    url: str | None


class FindingEntry(Struct, frozen=True):
    """What a check found in a repository, at a commit; `reason` is a key that the check explains.

    `since` is the moment of the first scan that gave this answer; null when only one scan is known.
    """

    id: str
    repository: str
    organisation: str | None
    check: str
    outcome: Outcome
    reason: str
    evidence: list[EvidenceEntry]
    commit: str
    committed: datetime.datetime
    observed: datetime.datetime
    since: datetime.datetime | None


class RepositoryEntry(Struct, frozen=True):
    """A repository that we look at, with how many checks gave which outcome; `outcomes` is no score.

    `state` is how it stands since `since`, as far as a crawl tells; what was never scanned has no commit.
    `fork` tells forks in which nothing is new, and mirrors, from those with work of their own.
    """

    id: str
    url: str
    organisation: str | None
    account: str
    state: RepositoryState | None
    since: datetime.datetime | None
    is_fork: bool | None
    fork: ForkKind | None
    commit: str | None
    committed: datetime.datetime | None
    observed: datetime.datetime | None
    outcomes: dict[Outcome, int] | None
    address: Both | None


class SaidEntry(Struct, frozen=True):
    """Who says something of an organisation: a list or a document, the date it is of, and when we read it."""

    name: str
    url: str | None
    dated: datetime.date | None
    read: datetime.date | None


class OrganisationEntry(Struct, frozen=True):
    """An organisation with its accounts on forges, and who says so; `address` is its page, where there is one."""

    id: str
    name: str
    kind: str | None
    website: str | None
    tooi: str | None
    accounts: list[str]
    sources: list[SaidEntry]
    address: Both | None
