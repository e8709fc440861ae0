# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was read from files before, and holds as long as the file is the same: same size, times and place on disk."""

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from ospo.domain.keeping import Keeper

Stamp = tuple[int, int, int, int]
T = TypeVar("T")

# A file that changed this short ago may change again without its times showing it; nanoseconds.
_UNSETTLED = 2_000_000_000


def stamp(path: Path | str) -> Stamp | None:
    """What tells that a file is another than before; None when there is no such file.

    Ask for it before the file is read: when somebody writes in between, the next run sees another stamp.
    """
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_settled(mark: Stamp) -> bool:
    """Whether a file changed long enough ago to trust that a further change would show."""
    return time.time_ns() - mark[1] > _UNSETTLED


class _Kept(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """What files hold, and what they looked like when that was found."""

    stamps: tuple[Stamp, ...]
    noun: T


class Memory(Generic[T]):
    """The nouns of one form that the files of a folder hold, each by the name of its first file."""

    def __init__(self, keeper: Keeper, folder: Path, form: Any) -> None:
        self._keeper = keeper
        self._place = "content", f"{form} {folder.resolve()}"
        self._old: Mapping[str, _Kept[T]] = recall(keeper, *self._place, dict[str, _Kept[form]]) or {}
        self._new: dict[str, _Kept[T]] = {}
        self._learnt = False

    def __bool__(self) -> bool:
        return bool(self._old)

    def recall(self, name: str, stamps: Sequence[Stamp | None]) -> T | None:
        """What the files hold, when they are all still the same."""
        kept = self._old.get(name)
        if kept is None or kept.stamps != stamps:
            return None
        self._new[name] = kept
        return kept.noun

    def learn(self, name: str, stamps: Sequence[Stamp | None], noun: T) -> None:
        """Remember what was found, unless a file may still change without showing it."""
        if all(mark is not None and is_settled(mark) for mark in stamps):
            self._new[name] = _Kept(tuple(mark for mark in stamps if mark is not None), noun)
            self._learnt = True

    def save(self) -> None:
        """Keep it for the next run, when it is not what is kept already."""
        if self._learnt or len(self._new) != len(self._old):
            keep(self._keeper, *self._place, self._new)


def recall(keeper: Keeper, kind: str, key: str, form: type[T]) -> T | None:
    """What is kept under a key, of this type; None when it is not there, or no longer of this type."""
    content = keeper.get(kind, key)
    if content is None:
        return None
    try:
        return msgspec.msgpack.decode(content, type=form)
    except (msgspec.MsgspecError, TypeError):
        return None


def keep(keeper: Keeper, kind: str, key: str, value: Any) -> None:
    """Keep a value, unless it cannot be written down."""
    try:
        content = msgspec.msgpack.encode(value)
    except (TypeError, UnicodeEncodeError, OverflowError):
        return
    keeper.put(kind, key, content)
