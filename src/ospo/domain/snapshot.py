# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A snapshot: the files and the history of a repository at one commit, as the checks see it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from ospo.domain.evidence import Defaults, ForgeFact


class Kind(Enum):
    """What a path in a tree is, from its git mode."""

    FILE = "file"
    EXECUTABLE = "executable"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"


_FILES = (Kind.FILE, Kind.EXECUTABLE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One path in the tree. `path` uses "/" and keeps bytes that are not UTF-8 as surrogate escapes."""

    path: str
    kind: Kind = Kind.FILE
    object_id: str = ""

    @property
    def is_file(self) -> bool:
        """True for plain and executable files, false for symlinks and submodules."""
        return self.kind in _FILES

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who and when, as a commit records it. Stays in memory: outputs carry counts, never people."""

    name: str
    email: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; `when` of both signatures is aware and in UTC. `is_signed` says nothing about whose key it was."""

    id: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str
    is_signed: bool = False

    @property
    def is_merge(self) -> bool:
        """True when the commit joins two or more lines of history."""
        return len(self.parents) > 1


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name, the commit it points at, and when it was made (tagger, else committer date).

    `is_signed`: the tag itself carries a signature (OpenPGP, SSH or X.509); whether it is good is not looked at.
    """

    name: str
    commit: str
    when: datetime | None
    is_signed: bool = False


class Unreadable(Exception):  # noqa: N818 - the name is the sentence
    """An object cannot be had: `reason` is "missing" (partial or damaged clone), "too-large" or "too-slow".

    A check lets it pass through; the scan turns it into the outcome `unknown`.
    """

    def __init__(self, reason: str, path: str = "") -> None:
        self.reason = reason
        self.path = path
        super().__init__(f"{path or 'object'}: {reason}")


class Snapshot(Protocol):
    """What a check may ask of a repository. Everything that costs input is a method."""

    @property
    def commit(self) -> str:
        """The full id of the commit the snapshot is of."""
        ...

    @property
    def committed(self) -> datetime:
        """The committer date of that commit, in UTC."""
        ...

    @property
    def remotes(self) -> tuple[str, ...]:
        """The addresses this repository is known under, normalised to https where possible; may be empty."""
        ...

    @property
    def fetched(self) -> datetime | None:
        """When this copy was last brought up to date, as far as its files tell; work done since cannot be in it."""
        ...

    @property
    def facts(self) -> Mapping[str, ForgeFact]:
        """What was told about the repository from outside its files, by name; empty unless somebody gave facts."""
        ...

    @property
    def defaults(self) -> Defaults | None:
        """What the owner supplies for all its repositories, when its defaults repository was given along."""
        ...

    @property
    def is_shallow(self) -> bool:
        """True when the history was cut off, so that counting commits or tags would mislead."""
        ...

    def entries(self) -> Sequence[Entry]:
        """Every path in the tree, sorted by path."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of one file.

        Raises:
            Unreadable: the object is missing, or larger than the cap of the snapshot.
            KeyError: there is no such file.
        """
        ...

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Many files in one go, in the order asked; what cannot be had comes back as the exception itself."""
        ...

    def commits(self) -> Iterator[Commit]:
        """The history of the commit, newest first, as a stream; may raise Unreadable part-way."""
        ...

    def tags(self) -> Sequence[Tag]:
        """Every tag, newest first; tags without a date come last."""
        ...
