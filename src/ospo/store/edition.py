# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The edition of a register: a mark that each transaction that changes something in it makes another one."""

import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ospo.errors import OspoError
from ospo.store.places import shown, sqlite_path

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MARKS = 1 << 62  # so many that no register comes to have one again, also when it is put back from a copy
_ASK = "SELECT mark FROM edition WHERE id = 1"
_NEW = "INSERT INTO edition (id, mark) VALUES (1, :mark) ON CONFLICT (id) DO UPDATE SET mark = excluded.mark"


def renew(connection: "Connection") -> None:
    """Make it another edition; the last thing in a transaction, so that others wait for it only while that ends."""
    from sqlalchemy import text

    connection.execute(text(_NEW), {"mark": secrets.randbelow(_MARKS)})


def read(connection: "Connection") -> str:
    """The mark; "" when nothing was ever written."""
    from sqlalchemy import text

    found = connection.execute(text(_ASK)).scalar()
    return "" if found is None else str(found)


def of(address: str) -> str:
    """The place and mark of the register at an address; "" when it cannot be told, or nothing was ever written."""
    file = sqlite_path(address)
    mark = _of_server(address) if file is None else of_file(file)
    return f"{shown(address)} {mark}" if mark else ""


def _of_server(address: str) -> str:
    from sqlalchemy.exc import DBAPIError

    from ospo.store.database import Database

    database = Database(address)
    try:
        with database.reading() as connection:
            return read(connection)
    except (OspoError, DBAPIError):  # who opens it to read more gets to know
        return ""
    finally:
        database.close()


def of_file(path: Path) -> str:
    """The mark in a file of SQLite, without what it takes to do more than that; "" when it cannot be told."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as opened:
        found = opened.execute(_ASK).fetchone()
        return "" if found is None else str(found[0])
    return ""
