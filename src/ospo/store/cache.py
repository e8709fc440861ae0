# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache: derived data on disk under a key that says what it was made from; all of it may vanish at any time."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LIMIT = 512 * 1024 * 1024  # bytes that the whole folder may take, give or take a sixteenth
_MARK = b"ospo1"
_DIGEST = 16  # bytes
_TALLY = "written"  # a byte per started block written since the folder was last pruned
_BLOCK = 64 * 1024
_KEEP = 3 / 4  # of the limit, after pruning


class Cache:
    """Bytes by kind and key, in files of the user's own; safe to use from several processes at once.

    It never fails: what cannot be read is not there, what cannot be written is forgotten. A key must name everything
    that the bytes were made from, the version of the code included, for an entry is never out of date by itself.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._usable: bool | None = None

    def get(self, kind: str, key: str) -> bytes | None:
        """The bytes kept under a key; None when there are none, or they are not what was put there.

        Args:
            kind: what they are, as a word: the name of a folder.
            key: any text.
        """
        if not self._is_usable():
            return None
        path, name = self._path(kind, key)
        try:
            content = self._read(path)
        except OSError:
            return None
        head = len(_MARK) + _DIGEST
        body = content[head:]
        return body if content[:head] == _MARK + _digest(name, body) else None

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep bytes under a key, in the place of what was there; whole or not at all."""
        if len(content) > self._limit // 4 or not self._is_usable(make=True):
            return
        path, name = self._path(kind, key)
        with suppress(OSError):
            _make_folders(path)
            _write(path, _MARK + _digest(name, content) + content)
            self._count(len(content))

    def place(self, kind: str, key: str) -> Path | None:
        """Where something that is no bytes may be kept, such as a tree of files; None when there is no place.

        The folder that it goes into exists. Whoever puts it there sees to it that it is whole: pruning may take any
        file of it.
        """
        if not self._is_usable(make=True):
            return None
        path, _ = self._path(kind, key)
        try:
            _make_folders(path)
        except OSError:
            return None
        return path

    def _read(self, path: Path) -> bytes:
        with path.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > self._limit:
                return b""
            content = stream.read()
        with suppress(OSError):
            os.utime(path)  # the entries used last stay longest
        return content

    def _path(self, kind: str, key: str) -> tuple[Path, str]:
        """Where an entry is, and its name in full."""
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / kind / name[:2] / name[2:], f"{kind}/{name}"

    def _is_usable(self, *, make: bool = False) -> bool:
        """Whether there is a folder that nobody but this user may write."""
        if self._usable or (self._usable is False and not make):
            return self._usable
        try:
            if make:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = self._folder.stat()
        except OSError:
            self._usable = False
            return False
        mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
        self._usable = mine and not found.st_mode & 0o022
        return self._usable

    def _count(self, size: int) -> None:
        """Note how much was written; prune each time that it is a sixteenth of the limit."""
        tally = self._folder / _TALLY
        with tally.open("ab") as stream:
            stream.write(b"." * (size // _BLOCK + 1))
            blocks = stream.tell()
        if blocks * _BLOCK > self._limit // 16:
            tally.unlink(missing_ok=True)
            self.prune()

    def prune(self) -> None:
        """Bring the folder back within its limit: the entries used longest ago go."""
        found = sorted(self._entries())
        total = sum(size for _, size, _ in found)
        if total <= self._limit:
            return
        for _, size, path in found:
            with suppress(OSError):
                os.unlink(path)
            total -= size
            if total <= self._limit * _KEEP:
                return

    def _entries(self) -> Iterator[tuple[int, int, str]]:
        """When it was last used, size and path of each entry."""
        for folder, _, names in os.walk(self._folder):
            for name in names:
                path = os.path.join(folder, name)
                with suppress(OSError):
                    found = os.lstat(path)
                    yield found.st_mtime_ns, found.st_size, path


def _digest(name: str, content: bytes) -> bytes:
    made = hashlib.sha256(name.encode("ascii"))
    made.update(content)
    return made.digest()[:_DIGEST]


def _make_folders(path: Path) -> None:
    for folder in (path.parent.parent, path.parent):
        folder.mkdir(mode=0o700, exist_ok=True)


def _write(path: Path, content: bytes) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
