# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registering: reads lists and declarations from files, folders and clones, and keeps what they claim."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ospo.domain.claim import ClaimStore, Reading, SourceFile
from ospo.domain.register import KnownRegister
from ospo.errors import OspoError, SettingsError
from ospo.formats import address, forge, importers
from ospo.settings import Settings
from ospo.store.claim_folder import ClaimFolder

_MOST = 5_000_000  # bytes of one list
_DEEPEST = 4  # folders below the one that was named
_FOLDER = "claims"


@dataclass(frozen=True, slots=True)
class Wish:
    """How to read: the kind of list, where the file stood, and the date that it is of, when the user says so."""

    kind: str | None = None
    holder: str = ""
    dated: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """One file that was read, or could not be."""

    label: str
    result: Reading | OspoError


def store(settings: Settings, folder: Path | None) -> ClaimStore:
    """Where claims are kept: in the folder that was named, else with the data of the user."""
    return ClaimFolder(folder or settings.data / _FOLDER)


def take_in(claims: ClaimStore, paths: Sequence[Path], wish: Wish, today: datetime.date) -> Iterator[Imported]:
    """Read everything at these paths and keep it; what cannot be read is an error, and the rest goes on.

    Raises:
        UnknownId: there is no such kind; SettingsError: the claims cannot be kept.
    """
    if wish.kind is not None:
        importers.load(wish.kind)
    for path in paths:
        for found in _read(path, wish, today):
            if isinstance(found.result, Reading):
                claims.put(found.result)
            yield found


def known(claims: ClaimStore, today: datetime.date) -> KnownRegister:
    """What follows from all claims.

    Raises:
        SettingsError: nothing was imported yet; ParseError: what was kept is damaged.
    """
    from ospo.engine.register import reconcile

    readings = list(claims.readings())
    if not readings:
        raise SettingsError("the register is empty: read a list with `ospo register import FILE`")
    return reconcile(readings, today)


def _read(path: Path, wish: Wish, today: datetime.date) -> Iterator[Imported]:
    if path.is_file():
        yield _one(path, wish, today)
    elif _is_repository(path):
        yield from _clone(path, wish, today)
    elif path.is_dir():
        count = 0
        for found in _folder(path, wish, today, 0):
            count += 1
            yield found
        if not count:
            error = SettingsError("{path}: holds nothing that an importer knows", path=path)
            yield Imported(str(path), error)
    else:
        yield Imported(str(path), SettingsError("{path}: there is nothing here: check the path", path=path))


def _folder(path: Path, wish: Wish, today: datetime.date, depth: int) -> Iterator[Imported]:
    for child in sorted(path.iterdir()):
        if child.is_symlink():
            continue
        if child.is_file():
            text = _text(child)
            if isinstance(text, str) and (kind := wish.kind or importers.recognise(child.name, text)):
                yield _parsed(kind, SourceFile(child.name, text, today, "", wish.dated, wish.holder), str(child))
        elif _is_repository(child):
            yield from _clone(child, wish, today)
        elif child.is_dir() and depth < _DEEPEST:
            yield from _folder(child, wish, today, depth + 1)


def _one(path: Path, wish: Wish, today: datetime.date) -> Imported:
    text = _text(path)
    if isinstance(text, OspoError):
        return Imported(str(path), text)
    kind = wish.kind or importers.recognise(path.name, text)
    if kind is None:
        kinds = ", ".join(importers.kinds())
        message = "{path}: no importer knows this file: name its kind with --kind ({kinds})"
        return Imported(str(path), SettingsError(message, path=path, kinds=kinds))
    holder = address.normalise(wish.holder) or ""
    return _parsed(kind, SourceFile(path.name, text, today, "", wish.dated, holder), str(path))


def _clone(path: Path, wish: Wish, today: datetime.date) -> Iterator[Imported]:
    """The files in a clone that an importer may know, at the commit of HEAD; dated and addressed by it."""
    from ospo.domain.snapshot import Unreadable
    from ospo.git import open_snapshot

    try:
        with open_snapshot(path) as snapshot:
            holder = address.normalise(wish.holder) or next(iter(snapshot.remotes), "")
            names = importers.file_names()
            wanted = [e for e in snapshot.entries() if e.is_file and e.name.lower() in names and e.path.count("/") < 2]
            for entry in wanted:
                try:
                    text = snapshot.read(entry.path).decode("utf-8", "replace")
                except Unreadable as error:
                    message = "{path}: cannot be read ({error})"
                    label = f"{path}: {entry.path}"
                    yield Imported(label, SettingsError(message, path=label, error=error.reason))
                    continue
                kind = wish.kind or importers.recognise(entry.path, text)
                if kind is not None:
                    url = forge.file_url(holder, snapshot.commit, entry.path) if holder else ""
                    dated = wish.dated or snapshot.committed.date()
                    yield _parsed(
                        kind, SourceFile(entry.path, text, today, url, dated, holder), f"{path}: {entry.path}"
                    )
    except OspoError as error:
        yield Imported(str(path), error)


def _parsed(kind: str, file: SourceFile, label: str) -> Imported:
    try:
        return Imported(label, importers.load(kind).read(file))
    except OspoError as error:
        return Imported(label, error)


def _is_repository(path: Path) -> bool:
    return (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())


def _text(path: Path) -> str | OspoError:
    try:
        if path.stat().st_size > _MOST:
            return SettingsError("{path}: is larger than {limit} MB", path=path, limit=_MOST // 1_000_000)
        return path.read_text("utf-8-sig", errors="replace")
    except OSError as error:
        return SettingsError("{path}: cannot be read ({error})", path=path, error=error.strerror)
