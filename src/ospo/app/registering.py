# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registering: reads lists and declarations from files, folders and clones, and keeps what they claim."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ospo.app import databases
from ospo.domain.claim import Attribute, Claim, ClaimStore, Reading, SourceFile
from ospo.domain.register import KnownRegister
from ospo.errors import OspoError, SettingsError
from ospo.formats import address, claims_by_hand, forge, importers
from ospo.settings import Settings

if TYPE_CHECKING:
    from ospo.store.claims import Claims
    from ospo.store.view import View

_MOST = 5_000_000  # bytes of one list
_DEEPEST = 4  # folders below the one that was named
_TIMES = 10  # that it is worked out what follows, when others go on changing the claims


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


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody types about an organisation: its name, what is said of it, by whom, where and when."""

    organisation: str
    given: tuple[str, ...]
    source: str
    url: str = ""
    dated: datetime.date | None = None


def store(settings: Settings, database: str | None = None) -> "Claims":
    """The claims in the database of the register; close it, or use it in a `with`.

    Args:
        settings: where the database is when no address is given.
        database: another address.
    """
    from ospo.store.claims import Claims

    return Claims(databases.opened(settings, database))


def view(settings: Settings, database: str | None = None) -> "View":
    """The register as other programs read it; close it.

    Args:
        settings: where the database is when no address is given.
        database: another address.
    """
    from ospo.app.recorded import findings
    from ospo.store.view import View

    return View(databases.opened(settings, database), findings)


def take_in(claims: ClaimStore, paths: Sequence[Path], wish: Wish, today: datetime.date) -> Iterator[Imported]:
    """Read everything at these paths and keep it; what cannot be read is an error, and the rest goes on.

    `conclude` afterwards: what follows from the claims is not worked out for each file.

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


def add(claims: "Claims", told: Told, today: datetime.date) -> Reading:
    """Keep what somebody types, beside what the same source said before.

    Raises:
        ParseError: something in it cannot be used; nothing is kept.
    """
    file = SourceFile("", "", today, told.url, told.dated)
    reading = claims_by_hand.read(told.organisation, told.given, told.source, file)
    claims.add(reading)
    return reading


def withdraw(claims: "Claims", told: Told, today: datetime.date) -> int:
    """Let what somebody typed count no longer: all of an organisation, or only these claims. Gives how many.

    Raises:
        ParseError: what is named cannot be said of an organisation.
    """
    file = SourceFile("", "", today)
    reading = claims_by_hand.read(told.organisation, told.given, told.source, file)
    wanted = {(c.attribute, c.value) for c in reading.claims[1:]}
    subject = reading.claims[0].subject

    def is_meant(claim: Claim) -> bool:
        return claim.subject == subject and (not wanted or (claim.attribute, claim.value) in wanted)

    return claims.take_back(reading.key, is_meant, today)


def conclude(claims: "Claims", today: datetime.date) -> KnownRegister:
    """Work out what follows from all claims, and keep that: organisations, and whose each account is.

    What others change meanwhile counts as well: then it is worked out again.
    """
    for number in range(_TIMES):
        mark = claims.mark() if number < _TIMES - 1 else None
        register = known(claims, today)
        of_account = {a.address: next(iter(a.organisations)) for a in register.accounts.values() if a.organisations}
        if claims.put_organisations(register.organisations.values(), of_account, mark):
            break
    return register


def known(claims: ClaimStore, today: datetime.date) -> KnownRegister:
    """What follows from all claims.

    Raises:
        SettingsError: nothing was imported yet.
    """
    from ospo.engine.register import reconcile

    readings = list(claims.readings())
    if not readings:
        raise SettingsError("the register is empty: read a list with `ospo register import FILE`")
    return reconcile(readings, today)


def sources(register: KnownRegister, country: str = "") -> tuple[list[str], int]:
    """The accounts to crawl, and how many stand on a forge that we have no client for.

    Args:
        register: what follows from the claims.
        country: only those of organisations in it, as an ISO code; all when empty.
    """
    from ospo.app.forge_client import is_account

    wanted = [f"{found.address}/" for found in register.accounts.values() if _is_in(register, found.address, country)]
    fit = [source for source in wanted if is_account(source)]
    return fit, len(wanted) - len(fit)


def _is_in(register: KnownRegister, account: str, country: str) -> bool:
    of = register.accounts[account].organisations
    return not country or any(register.organisations[who].first(Attribute.COUNTRY) == country for who in of)


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
