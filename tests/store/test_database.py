# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A database that cannot be used is named, without its password, with what to do."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from ospo.errors import OspoError, SettingsError, SourceError
from ospo.store.database import Database, shown


@pytest.mark.parametrize(
    ("address", "visible"),
    [
        ("postgresql://ospo:geheim@db.voorbeeld.example/ospo", "postgresql://ospo:***@db.voorbeeld.example/ospo"),
        ("postgresql://ospo@/ospo?host=/run", "postgresql://ospo@/ospo?host=/run"),
        ("/var/lib/register.db", "/var/lib/register.db"),
        ("postgresql://[", "postgresql"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, visible: str) -> None:
    assert shown(address) == visible


@pytest.mark.parametrize("address", ["mysql://db/x", "postgresql:x", "sqlite://x", "http://voorbeeld.example"])
def test_an_address_of_something_else_is_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SettingsError):
        Database(address)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there_is_somebody_elses_failure() -> None:
    database = Database("postgresql://ospo:geheim@127.0.0.1:1/ospo")

    with pytest.raises(SourceError) as failure, database.reading():
        pass
    assert "geheim" not in str(failure.value)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.write_text("Dit is geen database. " * 100)

    with pytest.raises(OspoError, match=r"register\.db"), Database(str(path)).reading():
        pass


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SettingsError, match="cannot be made here"):
        Database(str(tmp_path / "file" / "register.db"))


def test_a_full_disk_is_named_and_nothing_of_the_transaction_stays(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "register.db"))
    with database.writing(is_told=False) as connection:
        connection.execute(text("CREATE TABLE t (x BLOB)"))

    def fill() -> None:
        with database.writing(is_told=False) as connection:
            connection.execute(text("PRAGMA max_page_count = 20"))
            for _ in range(20):
                connection.execute(text("INSERT INTO t VALUES (zeroblob(100000))"))

    with pytest.raises(SettingsError, match="the disk is full: make room"):
        fill()
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0


def test_who_opens_a_new_file_while_another_one_writes_in_it_waits(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "register.db", isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE t (x)")
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.3, lambda: other.execute("COMMIT")).start()

    database = Database(str(tmp_path / "register.db"))
    with database.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    database.close()
    other.close()
