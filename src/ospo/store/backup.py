# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A backup of the register in a form of our own, which either database can be restored from.

The file is packed with gzip. In it stand values of MessagePack, one after the other: first what it is, then each table
by its name followed by its rows in parts, and last how many rows there are in all, so that a file that was cut short
is found out.
"""

import gzip
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Connection, Table, func, insert, select, text, type_coerce
from sqlalchemy.exc import StatementError
from sqlalchemy.types import TypeDecorator

from ospo.errors import SettingsError
from ospo.store.database import Database, shown
from ospo.store.schema import edition, metadata
from ospo.store.upgrading import newest, revision

_TABLES = tuple(table for table in metadata.sorted_tables if table is not edition)
FORM = "ospo-nl register backup 1"
_PART = 1000  # rows
_LONGEST = 1 << 28  # bytes of one part
_LENGTH = 8  # bytes that say how long a value is


def write(database: Database, file: Path) -> int:
    """Write everything as it is at one moment, whole or not at all; gives the number of rows.

    Raises:
        SettingsError: the file cannot be written.
    """
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with database.reading() as connection, gzip.open(unfinished, "wb", compresslevel=5) as out:
            if not database.is_sqlite:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            rows = _write(connection, out)
        os.replace(unfinished, file)
    except OSError as error:
        raise SettingsError("{path}: cannot be written ({error})", path=file, error=error.strerror) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return rows


def _write(connection: Connection, out: gzip.GzipFile) -> int:
    _put(out, {"form": FORM, "revision": revision(connection)})
    total = 0
    for table in _TABLES:
        _put(out, str(table.name))
        columns = [_plain(column) for column in table.columns]
        statement = select(*columns).order_by(*table.primary_key.columns)
        found = connection.execution_options(yield_per=_PART).execute(statement)
        for part in found.partitions():
            total += len(part)
            _put(out, [tuple(row) for row in part])
        _put(out, None)
    _put(out, total)
    return total


def read(database: Database, file: Path) -> int:
    """Read everything into a database that holds nothing yet, whole or not at all; gives the number of rows.

    Raises:
        SettingsError: the database is not empty, or the file is no backup, of another version, or cut short.
    """
    try:
        with gzip.open(file, "rb") as stream, database.writing() as connection:
            _see_that_it_is_empty(connection, database)
            rows = _read(connection, _values(stream, file), file)
            _follow(connection, database)
            return rows
    except (StatementError, ValueError) as error:  # rows that do not fit
        raise _cut_short(file) from error
    except (OSError, EOFError, zlib.error) as error:
        raise SettingsError("{path}: cannot be read as a backup ({error})", path=file, error=error) from error


def _read(connection: Connection, values: Iterator[Any], file: Path) -> int:
    head = next(values, None)
    if not isinstance(head, dict) or head.get("form") != FORM:
        raise SettingsError("{path}: is no backup of a register", path=file)
    if head.get("revision") != newest():
        raise SettingsError(
            "{path}: is of revision {was}, and this program has {now}: restore it with the version that made it, "
            "then run `ospo db upgrade`",
            path=file,
            was=head.get("revision"),
            now=newest(),
        )
    total = 0
    for table in _TABLES:
        if next(values, None) != table.name:
            raise _cut_short(file)
        names = [column.name for column in table.columns]
        plain = _plain_table(table)
        while (part := next(values, ...)) is not None:
            if not isinstance(part, list):
                raise _cut_short(file)
            connection.execute(insert(plain), [dict(zip(names, row, strict=True)) for row in part])
            total += len(part)
    if next(values, None) != total or next(values, None) is not None:  # the end of the file proves the rest of it
        raise _cut_short(file)
    return total


def _cut_short(file: Path) -> SettingsError:
    return SettingsError("{path}: was cut short or damaged: nothing is restored", path=file)


def _see_that_it_is_empty(connection: Connection, database: Database) -> None:
    for table in _TABLES:
        if connection.execute(select(func.count()).select_from(table)).scalar_one():
            raise SettingsError(
                "{address}: holds something already: restore into an empty database", address=shown(database.address)
            )


def _follow(connection: Connection, database: Database) -> None:
    """Have PostgreSQL number on from what was restored; SQLite does so by itself."""
    if database.is_sqlite:
        return
    for table in _TABLES:
        if "id" in table.columns and not isinstance(table.columns["id"].type, type(None)):
            sequence = connection.execute(
                text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table.name}
            ).scalar()
            if sequence:
                statement = text(f"SELECT setval(:s, (SELECT max(id) FROM {table.name}))")  # noqa: S608 - our names
                connection.execute(statement, {"s": sequence})


def _plain(column: Any) -> Any:
    """The column as it is stored: a moment as its number."""
    return type_coerce(column, BigInteger()).label(column.name) if isinstance(column.type, TypeDecorator) else column


def _plain_table(table: Table) -> Table:
    """The same table, with moments as numbers."""
    from sqlalchemy import Column, Date, MetaData

    columns = []
    for column in table.columns:
        kind = BigInteger() if isinstance(column.type, TypeDecorator) else column.type
        columns.append(Column(column.name, kind if not isinstance(kind, Date) else Date(), quote=True))
    return Table(table.name, MetaData(), *columns)


def _put(out: gzip.GzipFile, value: Any) -> None:
    content = msgspec.msgpack.encode(value)
    out.write(len(content).to_bytes(_LENGTH, "big") + content)


def _values(stream: gzip.GzipFile, file: Path) -> Iterator[Any]:
    while head := stream.read(_LENGTH):
        length = int.from_bytes(head, "big")
        if len(head) < _LENGTH or length > _LONGEST:
            raise _cut_short(file)
        try:
            yield msgspec.msgpack.decode(stream.read(length))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise _cut_short(file) from error
