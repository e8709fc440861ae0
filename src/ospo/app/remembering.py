# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering what the checks saw, for as long as nothing has changed that it rests on."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from ospo.domain.choice import Choice
from ospo.domain.declaration import Declaration
from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.keeping import Keeper
from ospo.domain.seen import Seen
from ospo.errors import OspoError, ParseError, Problem
from ospo.git.store import locate

_KIND = "seen"


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """How it is kept on disk."""

    commit: str
    committed: datetime
    verdicts: dict[CheckId, Verdict]
    repository: str | None
    fetched: datetime | None
    declaration: Declaration
    problems: tuple[Problem, ...]
    choice: Choice | None


def key(
    path: Path,
    *,
    asked: object,
    remotes: tuple[str, ...] | None,
    facts: Mapping[str, ForgeFact],
    defaults: Path | None,
    at: str | None = None,
) -> str:
    """Everything but our own program that the verdicts on a repository rest on; nothing of it is asked of git.

    Args:
        path: where the repository is.
        asked: which checks, with which parameters.
        remotes: the addresses it is known under, when not those of its configuration.
        facts: what was told about it.
        defaults: where its owner's defaults repository is.
        at: another commit than that of HEAD.

    Raises:
        NotARepository: there is none at one of the paths.
        OSError: it cannot be read.
    """
    beside = None if defaults is None else (defaults.resolve().name, locate(defaults).state())
    parts = (locate(path).state(at), asked, remotes, sorted(facts.items()), beside)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def recall(keeper: Keeper, name: str) -> Seen | None:
    """What is kept under this key."""
    content = keeper.get(_KIND, name)
    return None if content is None else unpacked(content)


def keep(keeper: Keeper, name: str, seen: Seen) -> None:
    """Keep it under this key, unless it cannot be written down: then it is seen anew each time."""
    try:
        content = packed(seen)
    except (UnicodeEncodeError, TypeError, OverflowError):  # such as a path that is not UTF-8
        return
    keeper.put(_KIND, name, content)


def unpacked(content: bytes) -> Seen | None:
    """What was written down, if this program can read it."""
    try:
        kept = msgspec.msgpack.decode(content, type=_Kept)
    except msgspec.MsgspecError:
        return None
    return Seen(
        kept.commit,
        kept.committed,
        kept.verdicts,
        kept.repository,
        kept.fetched,
        kept.declaration,
        tuple(map(note, kept.problems)),
        kept.choice,
    )


def packed(seen: Seen) -> bytes:
    """What was seen, to be written down.

    Raises:
        UnicodeEncodeError, TypeError, OverflowError: that cannot be.
    """
    return msgspec.msgpack.encode(as_kept(seen))


def as_kept(seen: Seen) -> msgspec.Struct:
    """What was seen, in the form in which it is written down."""
    return _Kept(
        seen.commit,
        seen.committed,
        dict(seen.verdicts),
        seen.repository,
        seen.fetched,
        seen.declaration,
        tuple(map(problem, seen.notes)),
        seen.choice,
    )


def problem(said: OspoError) -> Problem:
    """A note as it is written down."""
    place = (said.path, said.line) if isinstance(said, ParseError) else ("", None)
    return Problem(*place, said.message, {name: str(value) for name, value in said.values.items()})


def note(p: Problem) -> OspoError:
    """A note that was written down."""
    return ParseError(p.message, path=p.path, line=p.line, **p.values)
