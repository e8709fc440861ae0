# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exports of the register: for programs, for other registers, and as a dump of all that is public in it."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ospo.app import registering
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.overview import FoundDocument
from ospo.errors import OspoError, SettingsError
from ospo.settings import Settings

if TYPE_CHECKING:
    from ospo.store.claims import Claims
    from ospo.store.documents import Holder

_CHECK = CheckId("has-valid-publiccode")
_MISSING = "missing"
_IS_VALID = {Outcome.MET: True, Outcome.NOT_MET: False}


def export(settings: Settings, claims: "Claims", form: str, today: datetime.date, site: str = "") -> str:
    """The register in a form: `json` (every claim), `csv`, `don`, `publiccode` or `dcat`.

    Raises:
        SettingsError: nothing was imported yet, or it is not known where the register can be read.
    """
    from ospo.render import register_data, register_dcat, register_don, register_publiccode

    register = registering.known(claims, today)
    match form:
        case "csv":
            return register_data.table(register)
        case "don":
            return register_don.document(register, today)
        case "publiccode":
            return register_publiccode.document(register, documents(settings, claims), today)
        case "dcat":
            place = register_dcat.Place(located(settings, site), settings.contact)
            return register_dcat.document(place, max(source.read for source in register.sources))
        case _:
            return register_data.document(register)


def located(settings: Settings, site: str) -> str:
    """Where the register can be read.

    Raises:
        SettingsError: nobody says so.
    """
    found = (site or settings.site).rstrip("/")
    if not found.startswith(("https://", "http://")):
        raise SettingsError("say with --site, or OSPO_SITE, at which address the register can be read")
    return found


def documents(settings: Settings, claims: "Claims") -> Iterator[FoundDocument]:
    """The publiccode.yml of every repository that has one, as it is in our mirror or clone of it."""
    from ospo.store.documents import holders

    for holder in holders(claims.database, _CHECK, _MISSING):
        path, document = _read(holder, Path(settings.data).absolute() / "mirrors")
        yield FoundDocument(
            repository=holder.address,
            organisation=holder.organisation,
            state=holder.state,
            commit=holder.commit,
            committed=holder.committed,
            path=path,
            is_valid=_IS_VALID.get(holder.outcome),
            fault="" if holder.outcome is Outcome.MET else holder.reason,
            document=document,
        )


def _read(holder: "Holder", mirrors: Path) -> tuple[str, Any]:
    """Where the file is, and what it holds; nothing when there is no copy on this machine that has this commit."""
    from ospo.domain.snapshot import Unreadable
    from ospo.formats import publiccode
    from ospo.git import mirror, open_snapshot

    place = Path(holder.clone)
    if "://" in holder.clone or place.is_file():
        place = mirror.path_of(mirrors, holder.address)
    if not place.is_dir():
        return "", None
    try:
        with open_snapshot(place, at=holder.commit) as snapshot:
            found = publiccode.fetch(snapshot)
    except (OspoError, Unreadable, OSError):
        return "", None
    if found is None:
        return "", None
    path, content = found
    return path, publiccode.read(content).value or None


def dump(claims: "Claims", folder: Path, now: datetime.datetime) -> int:
    """Write all that is public in the register as files with their hashes, whole or not at all; gives how many rows.

    Raises:
        SettingsError: the folder cannot be written.
    """
    from ospo.render import register_data
    from ospo.store import dump as tables

    readings = any(claims.readings())
    register = register_data.document(registering.known(claims, now.date())) if readings else ""
    return tables.write(claims.database, folder, now, {"register.json": register} if register else {})
