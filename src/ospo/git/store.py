# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a repository's objects and references on disk, without running git and without its configuration."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ospo.errors import NotARepository

_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REMOTE_SECTION = re.compile(r'^\s*\[\s*remote\s+"(?P<name>[^"]*)"\s*\]')
_URL = re.compile(r"^\s*url\s*=\s*(?P<url>\S.*?)\s*$", re.I)
_MAX_REFERENCES = 50_000
_MAX_CONFIG = 1_000_000


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
        """Every reference with the object it names, loose ones over packed ones; broken ones are left out."""
        found: dict[str, str] = {}
        for name, value in [*self._packed(), *self._loose()]:
            if _HASH.fullmatch(value):
                found[name] = value
        return found

    def _packed(self) -> Iterator[tuple[str, str]]:
        packed = self.common / "packed-refs"
        if not packed.is_file():
            return
        with packed.open(encoding="utf-8", errors="surrogateescape") as lines:
            for number, line in enumerate(lines):
                value, _, name = line.rstrip("\n").partition(" ")
                if name.startswith(("refs/tags/", "refs/heads/")):
                    yield name, value
                if number >= 20 * _MAX_REFERENCES:
                    return

    def _loose(self) -> Iterator[tuple[str, str]]:
        for kind in ("heads", "tags"):
            folder = self.common / "refs" / kind
            for number, path in enumerate(folder.rglob("*")):
                if number >= _MAX_REFERENCES:
                    return
                if path.is_file() and not path.is_symlink() and path.stat().st_size <= 1000:
                    value = path.read_text("utf-8", errors="replace").strip()
                    yield path.relative_to(self.common).as_posix(), value

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
        commit = self.references().get(name)
        if commit is None:
            raise NotARepository(
                "{path}: HEAD points at '{name}', which has no commit yet: commit something first",
                path=self.private,
                name=name,
            )
        return commit

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
