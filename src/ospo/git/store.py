# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a repository's objects and references on disk, without running git and without its configuration."""

import datetime
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ospo.errors import NotARepository

_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REMOTE_SECTION = re.compile(r'^\s*\[\s*remote\s+"(?P<name>[^"]*)"\s*\]')
_URL = re.compile(r"^\s*url\s*=\s*(?P<url>\S.*?)\s*$", re.I)
_MAX_REFERENCES = 50_000
_MAX_CONFIG = 1_000_000
_MAX_LOOSE = 1000  # bytes of a file that holds one reference
_MAX_PACKED = 10_000_000  # bytes
_PACKED_TAG = re.compile(rb"^[0-9a-f]{40,64} refs/tags/.*$", re.MULTILINE)
_TAGS, _HEADS = "refs/tags/", "refs/heads/"


@dataclass(frozen=True, slots=True)
class Store:
    """Where a repository keeps things: `private` holds HEAD (differs in a linked work tree), `common` the rest."""

    private: Path
    common: Path

    @property
    def objects(self) -> Path:
        """The object database."""
        return self.common / "objects"

    @property
    def is_shallow(self) -> bool:
        """True when history was cut off by a shallow clone."""
        return (self.common / "shallow").is_file()

    def fetched(self) -> datetime.datetime | None:
        """When the copy was last brought up to date: the last fetch, else the clone; None when neither left a mark."""
        for path in (self.private / "FETCH_HEAD", self.common / "packed-refs"):
            if path.is_file():
                return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
        return None

    def references(self) -> dict[str, str]:
        """Every branch and tag with the object it names, loose ones over packed ones; broken ones are left out."""
        found: dict[str, str] = {}
        for name, value in [*self._packed(), *self._loose("heads"), *self._loose("tags")]:
            if _HASH.fullmatch(value):
                found[name] = value
        return found

    def tags(self) -> dict[str, str]:
        """The same of the tags alone, by their short name."""
        found: dict[str, str] = {}
        for name, value in [*self._packed(), *self._loose("tags")]:
            if name.startswith(_TAGS) and _HASH.fullmatch(value):
                found[name.removeprefix(_TAGS)] = value
        return found

    def _packed(self) -> Iterator[tuple[str, str]]:
        packed = self.common / "packed-refs"
        if not packed.is_file():
            return
        with packed.open("rb") as lines:
            for line in islice(lines, 20 * _MAX_REFERENCES):
                if b" refs/tags/" in line or b" refs/heads/" in line:
                    value, _, name = line.decode("utf-8", "surrogateescape").rstrip("\n").partition(" ")
                    if name.startswith((_TAGS, _HEADS)):
                        yield name, value

    def _loose(self, kind: str) -> Iterator[tuple[str, str]]:
        folder = self.common / "refs" / kind
        for path in islice(_files(folder), _MAX_REFERENCES):
            value = _value(path)
            if value is not None:
                yield os.path.relpath(path, self.common).replace(os.sep, "/"), value

    def _branch(self, name: str) -> str | None:
        """The commit of one branch, without reading all the others."""
        if name.startswith((_HEADS, _TAGS)) and ".." not in name:
            value = _value(os.path.join(self.common, *name.split("/")))
            if value is not None and _HASH.fullmatch(value):
                return value
        return next((v for n, v in self._packed() if n == name and _HASH.fullmatch(v)), None)

    def head(self) -> str:
        """The id of the commit HEAD names.

        Raises:
            NotARepository: HEAD is unreadable, or names a branch that has no commit yet.
        """
        try:
            text = (self.private / "HEAD").read_text("utf-8", errors="replace").strip()
        except OSError as error:
            raise NotARepository(
                "{path}: HEAD cannot be read ({error})", path=self.private, error=error.strerror
            ) from error
        if _HASH.fullmatch(text):
            return text
        name = text.removeprefix("ref:").strip()
        commit = self._branch(name)
        if commit is None:
            raise NotARepository(
                "{path}: HEAD points at '{name}', which has no commit yet: commit something first",
                path=self.private,
                name=name,
            )
        return commit

    def state(self, at: str | None = None) -> str:
        """Everything outside the object database that a snapshot rests on; equal states give equal snapshots.

        That is the commit (of HEAD, or `at`), the tags, the addresses, where history is cut off, and when the copy
        was brought up to date.
        """
        shallow = self.common / "shallow"
        parts = (
            self.head() if at is None else f"at {at}",
            self.remotes(),
            self.fetched(),
            shallow.read_bytes() if shallow.is_file() else None,
            self._packed_tags(),
            sorted(self._loose("tags")),
        )
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def _packed_tags(self) -> str:
        """A digest of the packed tags, as they are written; of a file that is very large, its size and time."""
        packed = self.common / "packed-refs"
        if not packed.is_file():
            return ""
        found = packed.stat()
        if found.st_size > _MAX_PACKED:
            return f"{found.st_size} {found.st_mtime_ns}"
        lines = _PACKED_TAG.findall(packed.read_bytes())
        return hashlib.sha256(b"\n".join(lines)).hexdigest()

    def remotes(self) -> tuple[str, ...]:
        """The addresses in the configuration, read as text (origin first); includes are never followed."""
        config = self.common / "config"
        if not config.is_file() or config.stat().st_size > _MAX_CONFIG:
            return ()
        found: list[tuple[bool, str]] = []
        name = None
        for line in config.read_text("utf-8", errors="replace").splitlines():
            if line.lstrip().startswith("["):
                section = _REMOTE_SECTION.match(line)
                name = section["name"] if section else None
            elif name is not None and (url := _URL.match(line)):
                found.append((name != "origin", url["url"].strip('"')))
        return tuple(url for _, url in sorted(found, key=lambda pair: pair[0]))


def _files(folder: str | Path) -> Iterator[str]:
    """The paths of the files below a folder, links left out."""
    waiting = [os.fspath(folder)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as found:
            for item in found:
                if item.is_dir(follow_symlinks=False):
                    waiting.append(item.path)
                elif item.is_file(follow_symlinks=False):
                    yield item.path


def _value(path: str) -> str | None:
    """What a file with one reference holds; None when it is no such file."""
    try:
        if os.path.islink(path) or not os.path.isfile(path) or os.path.getsize(path) > _MAX_LOOSE:
            return None
        with open(path, encoding="utf-8", errors="replace") as stream:
            return stream.read().strip()
    except OSError:
        return None


def locate(path: Path) -> Store:
    """The store of the repository at this path: a work tree (or a folder in one), a linked work tree, or bare.

    Raises:
        NotARepository: there is none, or it may not be read; the message says which.
    """
    try:
        if not path.exists():
            raise NotARepository("{path}: there is nothing here: check the path", path=path)
        for folder in (path.resolve(), *path.resolve().parents):
            store = _store_at(folder)
            if store is not None:
                return _readable(store)
    except PermissionError as error:
        raise NotARepository("{path}: may not be read: check the rights", path=error.filename or path) from error
    raise NotARepository(
        "{path}: is not a git repository (nor a folder in one): give a clone or a bare repository", path=path
    )


def _store_at(folder: Path) -> Store | None:
    dot_git = folder / ".git"
    if dot_git.is_dir() and (dot_git / "HEAD").exists():
        return Store(dot_git, dot_git)
    if dot_git.is_file():
        target = dot_git.read_text("utf-8", errors="replace").strip().removeprefix("gitdir:").strip()
        private = (folder / target).resolve()
        pointer = private / "commondir"
        common = (private / pointer.read_text("utf-8").strip()).resolve() if pointer.is_file() else private
        return Store(private, common)
    if (folder / "HEAD").is_file() and (folder / "objects").is_dir():
        return Store(folder, folder)
    return None


def _readable(store: Store) -> Store:
    if not store.objects.is_dir():
        raise NotARepository("{path}: has no object database: the clone is damaged, clone it again", path=store.common)
    if (store.common / "reftable").is_dir():
        raise NotARepository(
            "{path}: keeps its references as reftable, which is not supported: clone it again with --ref-format=files",
            path=store.common,
        )
    next(store.objects.iterdir(), None)  # raises PermissionError now, not half-way
    return store
