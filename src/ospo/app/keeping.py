# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping derived data between runs of the very same program: its own files, their words, and what they stand on."""

import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.settings import Settings, data_root
from ospo.store.cache import Cache

_PACKAGE = Path(__file__).parents[1]
# What the output depends on besides our own files. Installing another version changes the folder they are in.
_UNSETTLED = 2_000_000_000  # nanoseconds
_NOT_OURS = ("__pycache__", "_data")  # what Python compiles, and the texts, which are looked at one by one
_BENEATH = ("jinja2", "licenseclassifier", "markdown_it", "markupsafe", "msgspec", "nh3", "simplemma", "yaml")


class SameProgram:
    """A keeper that gives back only what this same program put there: another version never finds it."""

    def __init__(self, keeper: Keeper, program: str) -> None:
        self._keeper = keeper
        self._program = program

    def get(self, kind: str, key: str) -> bytes | None:
        """The bytes that this program kept under a key."""
        return self._keeper.get(kind, f"{self._program} {key}")

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep bytes for this program."""
        self._keeper.put(kind, f"{self._program} {key}", content)


def keeper(settings: Settings) -> Keeper:
    """Where derived data is kept: in the user's cache, or nowhere when there is none."""
    return FORGETFUL if settings.cache is None else SameProgram(Cache(settings.cache), program())


def standby(settings: Settings, folder: Path) -> Path | None:
    """Where the site that was in a folder may be kept."""
    return None if settings.cache is None else Cache(settings.cache).place("standby", str(folder.resolve()))


@cache
def program() -> str:
    """A mark of this program: every file of the package and of the locale, Python, and the packages beneath.

    By names, sizes and times: a file is not read for it, so that it costs a few milliseconds.
    """
    found = [sys.version, str(_PACKAGE)]
    for folder in (_PACKAGE, data_root() / "locale"):
        found += (_stamp(path, at) for path, at in _files(str(folder)))
    found += (f"{home} {os.stat(home).st_mtime_ns}" for home in {_home(name) for name in _BENEATH})
    return _digest(found)


def state(*folders: Path) -> str:
    """A mark of every file below some folders; empty when it cannot be relied on.

    That is when a file changed so short ago that a further change may not show, or a folder cannot be looked into.
    """
    found, latest = _stamps(folders)
    if latest is None or time.time_ns() - latest < _UNSETTLED:
        return ""
    return _digest(found)


def glance(*folders: Path) -> str:
    """A mark of every file below some folders as they are at this moment, for who looks again and again."""
    return _digest(_stamps(folders)[0])


def _stamps(folders: Iterable[Path]) -> tuple[list[str], int | None]:
    """A stamp of each file, and when the last one changed; None when not everything can be looked into."""
    found: list[str] = []
    latest: int | None = 0
    for folder in folders:
        for path, at in _files(str(folder)):
            found.append(_stamp(path, at))
            latest = None if at is None or latest is None else max(latest, at.st_mtime_ns)
    return found, latest


def _home(package: str) -> str:
    """The folder in which a package, or the single file that it is, was installed."""
    spec = find_spec(package)
    origin = None if spec is None else spec.origin
    if origin is None:
        return os.path.dirname(os.__file__)
    folder = os.path.dirname(origin)
    return os.path.dirname(folder) if os.path.basename(origin).startswith("__init__.") else folder


def _files(folder: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Every file below a folder, but for what Python compiles there; None for a folder that is not looked into."""
    try:
        with os.scandir(folder) as found:
            for item in found:
                if not item.is_dir():
                    yield item.path, _stat(item)
                elif item.is_symlink():
                    yield item.path, None
                elif item.name not in _NOT_OURS:
                    yield from _files(item.path)
    except FileNotFoundError:
        return
    except OSError:
        yield folder, None


def _stat(item: os.DirEntry[str]) -> os.stat_result:
    try:
        return item.stat()
    except OSError:  # a link that leads nowhere
        return item.stat(follow_symlinks=False)


def _stamp(path: str, at: os.stat_result | None) -> str:
    """Name, size, times and place on disk: what tells that a file is another than before."""
    return path if at is None else f"{path} {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns} {at.st_ino}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
