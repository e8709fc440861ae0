# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index by which repositories are found by any part of their address: three letters at a time, in either database.

PostgreSQL has it of its extension `pg_trgm`, SQLite of FTS5, kept by triggers. It only makes finding faster: what is
found is always held against the words themselves, so that the answer is the same in both, and without it.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, false, func, select, table, text
from sqlalchemy.exc import DBAPIError

from ospo.store.schema import repositories

_NAME = "ix_repositories_parts"  # in PostgreSQL
_TABLE = "repository_parts"  # in SQLite; it makes more, whose names begin alike
_LONGEST = 200  # characters of what is looked for
_MOST_WORDS = 20
_PART = 3  # letters
_FEW = 1000  # repositories that are looked at one by one; more of them are met soon enough in their order
_CLASS = """
SELECT quote_ident(n.nspname) FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
WHERE c.opcname = 'gin_trgm_ops'
"""
_EXTENSION = "CREATE EXTENSION pg_trgm"
_SQLITE = (
    """CREATE VIRTUAL TABLE repository_parts
    USING fts5(address, content='repositories', content_rowid='id', tokenize='trigram', detail=none)""",
    """CREATE TRIGGER repository_parts_added AFTER INSERT ON repositories BEGIN
    INSERT INTO repository_parts (rowid, address) VALUES (new.id, new.address);
    END""",
    """CREATE TRIGGER repository_parts_removed AFTER DELETE ON repositories BEGIN
    INSERT INTO repository_parts (repository_parts, rowid, address) VALUES ('delete', old.id, old.address);
    END""",
    """CREATE TRIGGER repository_parts_changed AFTER UPDATE OF address ON repositories BEGIN
    INSERT INTO repository_parts (repository_parts, rowid, address) VALUES ('delete', old.id, old.address);
    INSERT INTO repository_parts (rowid, address) VALUES (new.id, new.address);
    END""",
    "INSERT INTO repository_parts (repository_parts) VALUES ('rebuild')",
)


def make(connection: Connection) -> bool:
    """Make the index where it is not there and can be had; gives whether it is there now."""
    if exists(connection):
        return True
    try:
        with connection.begin_nested():
            if _is_sqlite(connection):
                for statement in _SQLITE:
                    connection.execute(text(statement))
            else:
                _make_in_postgres(connection)
    except DBAPIError:  # no such extension here, or no right to have it
        return False
    return True


def _make_in_postgres(connection: Connection) -> None:
    if connection.execute(text(_CLASS)).first() is None:
        connection.execute(text(_EXTENSION))
    place = connection.execute(text(_CLASS)).scalar_one()
    # What is new is put in at once: readers do not have to look through a list of what still has to be.
    connection.execute(
        text(
            f'CREATE INDEX {_NAME} ON repositories USING gin (lower(address COLLATE "C") {place}.gin_trgm_ops) '
            "WITH (fastupdate = off)"
        )
    )
    connection.execute(text("ANALYZE repositories"))  # how often parts occur decides whether it is used


def exists(connection: Connection) -> bool:
    """Whether the index is there."""
    if _is_sqlite(connection):
        found = "SELECT 1 FROM sqlite_master WHERE name = :name"
        return connection.execute(text(found), {"name": _TABLE}).first() is not None
    return connection.execute(text("SELECT to_regclass(:name)"), {"name": _NAME}).scalar() is not None


def drop(connection: Connection) -> None:
    """Take it away. An extension stays: others may use it."""
    if _is_sqlite(connection):
        for name in ("added", "removed", "changed"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS {_TABLE}_{name}"))
        connection.execute(text(f"DROP TABLE IF EXISTS {_TABLE}"))
    else:
        connection.execute(text(f"DROP INDEX IF EXISTS {_NAME}"))


def is_apart(name: str | None) -> bool:
    """Whether a table or an index in a database is of this index, so that the schema does not describe it."""
    return name is not None and (name == _NAME or name.startswith(_TABLE))


def words(asked: str) -> list[str]:
    """The words of what somebody looks for; none for what can stand in no address."""
    return [] if "\0" in asked else _lower(asked[:_LONGEST]).split()[:_MOST_WORDS]


def narrowed(connection: Connection, questions: Iterable[Select[Any]], asked: str) -> list[Select[Any]]:
    """The same questions, for repositories with all these words in their address; for all when there is no word."""
    wanted = words(asked)
    if not wanted and asked.strip():
        return [question.where(false()) for question in questions]
    fits = _fits(connection, wanted)
    some = _candidates(connection, wanted, fits)
    conditions = fits if some is None else [repositories.c.id.in_(some), *fits]
    return [question.where(*conditions) for question in questions]


def _fits(connection: Connection, wanted: Iterable[str]) -> list[ColumnElement[bool]]:
    address: ColumnElement[str] = repositories.c.address
    address = func.lower(address if _is_sqlite(connection) else address.collate("C"))
    return [address.contains(word, autoescape=True) for word in wanted]


def _candidates(connection: Connection, wanted: list[str], fits: list[ColumnElement[bool]]) -> list[int] | None:
    """The numbers of the repositories that may have these words, when they are few; None when that is not known.

    To ask for these first decides how to go on. What a database estimates of a part of a word is too far off for that.
    """
    parts = dict.fromkeys(word[n : n + _PART] for word in wanted for n in range(len(word) - _PART + 1))
    if not parts or not exists(connection):
        return None
    found: Select[Any]
    if _is_sqlite(connection):
        match = text(f"{_TABLE} MATCH :match").bindparams(match=" AND ".join(map(_quoted, parts)))
        found = select(column("rowid")).select_from(table(_TABLE)).where(match)
    else:
        connection.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))  # how rare a word is decides how
        found = select(repositories.c.id).where(*fits)
    numbers = list(connection.execute(found.limit(_FEW + 1)).scalars())
    return None if len(numbers) > _FEW else numbers


def _quoted(part: str) -> str:
    return '"{}"'.format(part.replace('"', '""'))


def _lower(asked: str) -> str:
    """As databases lower the letters of addresses: those from A to Z."""
    return "".join(c.lower() if c.isascii() else c for c in asked)


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
