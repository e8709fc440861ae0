# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Crawling: what a forge lists, in which state a repository is, and what a crawl reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.errors import SourceError


class SourceKind(StrEnum):
    """How the repositories of an account are found."""

    FOLDER = "folder"  # clones and bundles on this machine, read where they are
    FORGE = "forge"  # an account or group on a forge that we have a client for
    INDEX = "index"  # a list as JSON at an address
    GIT = "git"  # the address of one repository


class RepositoryState(StrEnum):
    """How a repository stands; each state has a date, and none of them removes what was found before."""

    ACTIVE = "active"
    ARCHIVED = "archived"  # its forge says that it is read-only
    MOVED = "moved"  # its address leads to another one, which is in the register too or cannot be followed
    DISAPPEARED = "disappeared"  # its forge no longer has it, or no longer lists it
    PRIVATE = "private"  # it asks who we are
    UNREACHABLE = "unreachable"  # no answer, or one that cannot be used


@dataclass(frozen=True, slots=True)
class ForgeAccount:
    """What is crawled as one: the address under which repositories are listed."""

    url: str
    kind: SourceKind


class ForkKind(StrEnum):
    """Whether a repository is a copy of another one, and what is in it that the other one lacks."""

    NONE = "none"  # no copy, says its forge
    MIRROR = "mirror"  # its forge keeps it the same as another one
    COPY = "copy"  # a fork in which nothing is new: nobody pushed to it, or the other one has its newest commit
    OWN_WORK = "own-work"  # a fork of which the newest commit is not in the other one
    FORK = "fork"  # a fork, and what is new in it is not known

    def seen_beside(self, is_ahead: bool | None) -> "ForkKind":
        """The same, when the other one was looked at: whether it lacks the newest commit; None when that is not known.

        What the forge says of a mirror, or of one that nobody pushed to, holds.
        """
        if self is not ForkKind.FORK or is_ahead is None:
            return self
        return ForkKind.OWN_WORK if is_ahead else ForkKind.COPY


@dataclass(frozen=True, slots=True)
class SeenRepository:
    """A repository as a list names it.

    `address` is normalised, `clone` is where git finds it: an address, or a path on this machine. `mark` changes with
    each push; None when the list does not tell. `identity` is the number that its forge keeps for it through renames.
    """

    address: str
    clone: str
    mark: str | None = None
    is_archived: bool = False
    is_fork: bool = False
    fork_of: str | None = None
    identity: str | None = None
    is_mirror: bool = False
    is_untouched: bool = False  # nobody pushed to it since it was made

    @property
    def fork(self) -> ForkKind:
        """What its forge says of it."""
        if self.is_mirror:
            return ForkKind.MIRROR
        if self.is_fork:
            return ForkKind.COPY if self.is_untouched else ForkKind.FORK
        return ForkKind.NONE


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong in a crawl: where, what, and what to do; the rest went on."""

    subject: str
    message: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer of a forge: everything it lists, or that nothing changed since the answer with this `etag`.

    `is_whole`: what is not on it, is not there. `requests` is how many it took, and `rest` for how many seconds the
    forge wants no more of them. `troubles` are what is to be named although it worked.
    """

    repositories: tuple[SeenRepository, ...] = ()
    etag: str | None = None
    is_unchanged: bool = False
    is_whole: bool = True
    requests: int = 0
    rest: float | None = None
    troubles: tuple[Trouble, ...] = ()


class Forge(Protocol):
    """Lists the repositories of an account; one implementation for each kind."""

    def list_repositories(self, account: ForgeAccount, etag: str | None) -> Listing:
        """What the account holds.

        Args:
            account: whose repositories.
            etag: of the former answer: when it still holds, the listing says so and is empty.

        Raises:
            Refused, ParseError: there was no answer that can be used.
        """
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over HTTP: the status, the address in the end, the mark of this version, and the bytes.

    `rest` is for how many seconds this was the last answer, when the host says so. `requests` is how many it took.
    """

    status: int
    url: str
    etag: str | None
    body: bytes
    rest: float | None = None
    requests: int = 1


class Fetcher(Protocol):
    """Asks addresses over HTTP, politely and never of a private network that was not allowed."""

    def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
        """The answer at an address, or where that leads on the same host; status 304 when `etag` still holds.

        Raises:
            Refused: no answer, one that is too large, or an address that may not be asked.
        """
        ...


class Guard(Protocol):
    """Says where the host of an address is, so that git asks that very place and no other."""

    def place_of(self, url: str) -> str:
        """The IP address to connect to.

        Raises:
            Refused: it has none, or one in a private network that was not allowed.
        """
        ...


class Refused(SourceError):  # noqa: N818 - the name is the sentence
    """Something elsewhere could not be had.

    `state` is what that says of a repository, if anything; `is_passing`: it may be better in a while, or after so many
    seconds as `after` says; `rests`: until then the host wants to hear nothing at all.
    """

    def __init__(
        self,
        message: str,
        state: RepositoryState | None = None,
        *,
        is_passing: bool = False,
        after: float | None = None,
        rests: bool = False,
        **values: object,
    ) -> None:
        super().__init__(message, **values)
        self.state = state
        self.is_passing = is_passing or rests
        self.after = after
        self.rests = rests


@dataclass(frozen=True, slots=True)
class Advertised:
    """What a repository says it has: its default branch, the commit of that, and a digest of branches and tags."""

    branch: str | None
    commit: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan of one repository gave, ready to be recorded.

    `digest` is that of its branch and tags, `basis` names what the answers rest on besides the repository, and `seen`
    holds everything that the checks saw. From `until` on one of the answers is another.
    """

    digest: str
    basis: str
    commit: str
    committed: datetime
    scanned: datetime
    answers: Mapping[CheckId, tuple[Outcome, str]]
    seen: bytes
    until: datetime | None = None
    is_lasting: bool = True
    is_ahead: bool | None = None  # of what it is a fork of


@dataclass(frozen=True, slots=True)
class Target:
    """A repository that is to be looked at: where it is, what was known of it, and what its owner supplies for all."""

    address: str
    clone: str
    basis: str
    mark: str | None = None
    is_archived: bool = False
    is_defaults: bool = False
    done_mark: str | None = None
    done_basis: str | None = None
    digest: str | None = None
    until: datetime | None = None
    defaults: tuple[str, str] | None = None  # address and clone
    fork_of: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a crawl did. `requests` are those over HTTP for lists; `looks` and `fetches` are conversations of git."""

    accounts: int = 0
    unchanged: int = 0  # accounts whose list was the same
    requests: int = 0
    listed: int = 0
    new: int = 0
    gone: int = 0
    looks: int = 0
    fetches: int = 0
    scans: int = 0
    failures: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(getattr(self, n) + getattr(other, n) for n in Counts.__slots__))


@dataclass(frozen=True, slots=True)
class RunReport:
    """One crawl: from when to when, what was asked, what was done, and what went wrong."""

    started: datetime
    ended: datetime | None
    sources: tuple[str, ...]
    counts: Counts = field(default_factory=Counts)
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class HostBudget:
    """What a crawl is going to ask of one host, and what that host allows.

    `least` lists when nothing changed, `most` when everything did; `known` repositories that git may ask. `allowed`
    lists an hour, `used` of them in this one; `otherwise` is what is allowed with a token when we have none.
    """

    host: str
    accounts: int
    least: int
    most: int
    known: int
    allowed: int
    used: int
    has_token: bool
    otherwise: int
    token: str
    free: datetime | None = None

    @property
    def left(self) -> int:
        """How many lists may still be asked in this hour."""
        return max(0, self.allowed - self.used)
