# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database behind the register: SQLite in a file of the user, or PostgreSQL by its address."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError, DBAPIError, NoSuchModuleError, OperationalError

from ospo.errors import SettingsError, SourceError
from ospo.store import edition
from ospo.store.places import shown as shown
from ospo.store.places import sqlite_path as sqlite_path

BUSY = 30_000  # milliseconds that a writer waits for another one
_PAUSE = 0.02  # seconds between two tries
_CACHE = -65_536  # kibibytes of pages that a connection of SQLite keeps
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")


_TIMES = 8  # that a transaction is tried which crossed another one
_CROSSED = ("40P01", "40001")  # a deadlock, and what cannot be put in an order
P = ParamSpec("P")
T = TypeVar("T")


class CrossedError(SourceError):
    """Two transactions waited for each other, and this one was given up: nothing of it happened."""


def retried(method: Callable[P, T]) -> Callable[P, T]:
    """A method that is one transaction, and that is done again when it was given up for another one."""

    @wraps(method)
    def again(*args: P.args, **kwargs: P.kwargs) -> T:
        for number in range(_TIMES - 1):
            with suppress(CrossedError):
                return method(*args, **kwargs)
            time.sleep(random.uniform(0.0, 0.02 * 2**number))  # noqa: S311 - a moment, not a secret
        return method(*args, **kwargs)

    return again


class Database:
    """An open database; `reading` and `writing` give a connection in a transaction, and end it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.path = sqlite_path(address)
        self.engine = self._sqlite(self.path) if self.path is not None else self._postgres(address)

    def _sqlite(self, path: Path) -> Engine:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                "{path}: the database cannot be made here ({error}): choose another place with --database",
                path=path,
                error=error.strerror,
            ) from error
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY / 1000})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _postgres(self, address: str) -> Engine:
        scheme, separator, rest = address.partition("://")
        if scheme not in _POSTGRES or not separator:
            raise SettingsError(
                "'{address}' is no address of a database: write sqlite:///PATH or postgresql://USER@HOST/NAME",
                address=shown(address),
            )
        try:
            return create_engine(f"postgresql+psycopg://{rest}", pool_pre_ping=True, pool_size=4)
        except (ImportError, NoSuchModuleError) as error:
            raise SettingsError("PostgreSQL needs psycopg: install ospo-nl[pg]") from error

    @property
    def is_sqlite(self) -> bool:
        """True for a file on this machine."""
        return self.path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment, while others may write."""
        with self._explained(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, is_told: bool = True) -> Iterator[Connection]:
        """A connection in a transaction: everything in it happens, or nothing.

        Args:
            is_told: what it changes may be shown to somebody, so that it makes another edition of the register.
        """
        with self._explained(), self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection
                if is_told:
                    edition.renew(connection)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            raise _explain(error, shown(self.address)) from error
        except DBAPIError as error:
            if error.connection_invalidated or type(error) is DatabaseError:
                raise _explain(error, shown(self.address)) from error
            raise

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def inserting(connection: Connection, table: Any) -> Any:
    """An INSERT that can say what to do on conflict, in either database."""
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say ourselves when a transaction begins
    _write_ahead(connection)
    for pragma in (
        f"busy_timeout={BUSY}",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"cache_size={_CACHE}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _write_ahead(connection: Any) -> None:
    """Let readers go on while somebody writes. SQLite itself does not wait for who writes in a new file meanwhile."""
    until = time.monotonic() + BUSY / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(_PAUSE)


def _begin(connection: Connection) -> None:
    """Writers take their turn at the start, so that none finds half-way that it may not write."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _explain(error: DBAPIError, address: str) -> SettingsError | SourceError:
    said = " ".join(str(error.orig).split())
    if getattr(error.orig, "sqlstate", None) in _CROSSED:
        return CrossedError(
            "{address}: others were at work in the same place each time: try again later", address=address
        )
    if "disk is full" in said or "No space left" in said:
        return SettingsError("{address}: the disk is full: make room, and start again", address=address)
    if "database is locked" in said:
        return SourceError("{address}: another program keeps the database to itself: try again later", address=address)
    if "no such table" in said:
        return SettingsError("{address}: is not up to date: run `ospo db upgrade`", address=address)
    return SourceError("{address}: the database does not answer as it should ({error})", address=address, error=said)
