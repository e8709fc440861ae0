# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A dump: what is public in the register as JSON lines, packed, with a manifest that names every file and its hash.

Each dump has a folder of its own; `manifest.json` above it is put in its place last, and all at once. So who reads the
manifest finds every file that it names. The dump before the last one stays, for who is fetching it.
"""

import datetime
import gzip
import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, case, select, text

from ospo.errors import SettingsError
from ospo.store.database import Database
from ospo.store.findings import OUTCOMES
from ospo.store.schema import (
    accounts,
    aliases,
    claims,
    findings,
    organisations,
    owners,
    readings,
    repositories,
    runs,
    snapshots,
    states,
    words,
)
from ospo.store.upgrading import revision

MANIFEST = "manifest.json"
FORM = "ospo-nl register dump 1"
LICENCE = "CC0-1.0"
# What is not in it, and why: said in the manifest.
LEFT_OUT = {
    "passed": "entries of lists that gave no claim: they may be about persons",
    "jobs": "work in progress",
    "requests": "marks of lists, of no use to others",
    "hosts": "when we may ask which forge again",
    "troubles": "what went wrong in a crawl may name places on the machine that ran it",
    "tallies": "counted from the findings",
    "totals": "counted from the findings",
    "words": "written out where they are used",
    "edition": "a mark of the register as it is",
}
_FOLDER = re.compile(r"\d{8}T\d{6}Z")
_PART = 1000  # rows
_KINDS = ("is_fork", "fork", "is_ahead", "is_archived")
_KEPT = 2  # dumps


def write(database: Database, folder: Path, now: datetime.datetime, more: Mapping[str, str]) -> int:
    """Write a dump, whole or not at all; gives the number of rows.

    Args:
        database: the register.
        folder: where dumps go.
        now: the moment, which names this one.
        more: other files, by name.

    Raises:
        SettingsError: the folder cannot be written, or holds something else.
    """
    name = now.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    unfinished = folder / f".{name}.{os.getpid()}"
    try:
        _see_that_it_is_ours(folder)
        unfinished.mkdir(parents=True)
        files = [*_tables(database, unfinished), *(_text(unfinished, *pair) for pair in sorted(more.items()))]
        shutil.rmtree(folder / name, ignore_errors=True)  # of the same second: nobody can have it yet
        os.rename(unfinished, folder / name)
        _put_manifest(folder, name, now, files, _revision(database))
        _tidy(folder, name)
    except OSError as error:
        raise SettingsError("{path}: cannot be written ({error})", path=folder, error=error.strerror) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return sum(file.get("rows", 0) for file in files)


def _see_that_it_is_ours(folder: Path) -> None:
    if not folder.is_dir() or (folder / MANIFEST).is_file():
        return
    if any(not child.name.startswith(".") and not _FOLDER.fullmatch(child.name) for child in folder.iterdir()):
        raise SettingsError("{path}: holds something else than dumps: choose another folder", path=folder)


def _tables(database: Database, folder: Path) -> list[dict[str, Any]]:
    with database.reading() as connection:
        if not database.is_sqlite:
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        return [_table(connection, folder, name, statement) for name, statement in _statements().items()]


def _table(connection: Connection, folder: Path, name: str, statement: Select[Any]) -> dict[str, Any]:
    found = connection.execution_options(yield_per=_PART).execute(statement)
    columns = list(found.keys())
    rows = 0
    path = folder / f"{name}.jsonl.gz"
    with gzip.GzipFile(path, "wb", compresslevel=6, mtime=0) as out:
        for part in found.partitions():
            rows += len(part)
            lines = (json.dumps(dict(zip(columns, map(_plain, row), strict=True)), ensure_ascii=False) for row in part)
            out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
    return {**_file(path), "rows": rows, "columns": columns}


def _text(folder: Path, name: str, content: str) -> dict[str, Any]:
    path = folder / f"{name}.gz"
    path.write_bytes(gzip.compress(content.encode("utf-8", "replace"), 6, mtime=0))
    return _file(path)


def _file(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        mark = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": mark}


def _put_manifest(
    folder: Path, name: str, now: datetime.datetime, files: Sequence[Mapping[str, Any]], made_with: str
) -> None:
    manifest = {
        "form": FORM,
        "made": now.astimezone(datetime.UTC).isoformat(timespec="seconds"),
        "licence": LICENCE,
        "revision": made_with,
        "folder": name,
        "files": [{**file, "name": f"{name}/{file['name']}"} for file in files],
        "leftOut": LEFT_OUT,
    }
    content = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / name / MANIFEST).write_text(content, "utf-8")
    unfinished = folder / f".{MANIFEST}.{os.getpid()}"
    try:
        unfinished.write_text(content, "utf-8")
        os.replace(unfinished, folder / MANIFEST)
    finally:
        unfinished.unlink(missing_ok=True)


def _tidy(folder: Path, name: str) -> None:
    """Throw away what is older than the dump before this one, and what a dump that was killed left behind."""
    found = sorted(child.name for child in folder.iterdir() if _FOLDER.fullmatch(child.name) and child.name <= name)
    for old in found[:-_KEPT]:
        shutil.rmtree(folder / old, ignore_errors=True)


def _revision(database: Database) -> str:
    with database.reading() as connection:
        return revision(connection) or ""


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value


def _statements() -> dict[str, Select[Any]]:
    """What is written of each table: addresses instead of numbers, and nothing that stands on a machine of ours."""
    r, a, s = repositories.c, accounts.c, snapshots.c
    is_public = ~r.address.startswith("file:")
    return {
        "readings": select(readings),
        "claims": select(claims).order_by(claims.c.id),
        "organisations": _some(organisations.c, "id", "name", "kind", "tooi").order_by(organisations.c.id),
        "owners": select(owners).where(~owners.c.address.startswith("file:")).order_by(owners.c.address),
        "accounts": _some(a, "url", "kind", "first_seen", "listed").where(~a.url.startswith("file:")).order_by(a.url),
        "repositories": _some(
            r, "address", "owner", "state", "since", "first_seen", "is_fork", "fork", "is_ahead", "is_archived"
        )
        .where(is_public)
        .order_by(r.address),
        "aliases": select(aliases.c.address, r.address.label("now"), aliases.c.since)
        .join(repositories, r.id == aliases.c.repository_id)
        .where(is_public, ~aliases.c.address.startswith("file:")),
        "states": select(r.address, states.c.state, states.c.since)
        .join(repositories, r.id == states.c.repository_id)
        .where(is_public),
        "snapshots": select(r.address, s.commit_id.label("commit"), s.committed, s.scanned)
        .add_columns(s.met, s.not_met, s.unknown, s.not_applicable)
        .join(repositories, r.id == s.repository_id)
        .where(is_public),
        "findings": _findings().where(is_public),
        "runs": _some(runs.c, *(column.name for column in runs.c if column.name != "sources")),
    }


def _findings() -> Select[Any]:
    f, check, reason = findings.c, words.alias(), words.alias()
    outcome = case({number: str(outcome) for number, outcome in enumerate(OUTCOMES)}, value=f.outcome)
    return (
        select(repositories.c.address, check.c.word.label("check"), outcome.label("outcome"))
        .add_columns(reason.c.word.label("reason"), snapshots.c.commit_id.label("commit"), f.since, f.ended)
        .join(repositories, repositories.c.id == f.repository_id)
        .join(snapshots, snapshots.c.id == f.snapshot_id)
        .join(check, check.c.id == f.check_id)
        .join(reason, reason.c.id == f.reason_id)
    )


def _some(columns: Any, *names: str) -> Select[Any]:
    return select(*(columns[name] for name in names))
