# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A backup of either database restores in either, and one that was cut short restores nothing."""

import datetime
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

import databases
from ospo.domain.crawl import Counts, ForgeAccount, Listing, Scanned, SeenRepository, SourceKind
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.errors import SettingsError
from ospo.store import backup
from ospo.store.database import Database
from ospo.store.register import Register
from ospo.store.schema import edition, metadata
from ospo.store.upgrading import newest, upgrade

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def opened(address: str) -> Database:
    database = Database(address)
    upgrade(database)
    return database


def filled(address: str) -> Database:
    """A register with a list, a scan, and a job that waits."""
    database = opened(address)
    register = Register(database)
    account = ForgeAccount("https://github.com/voorbeeld", SourceKind.INDEX)
    run = register.begin([account.url], NOW)
    register.add_accounts([account], NOW, run)
    job = register.jobs.take("a", NOW, NOW + MINUTE)
    assert job is not None
    seen = tuple(SeenRepository(f"{account.url}/{name}", f"{account.url}/{name}.git", "m") for name in ("een", "twee"))
    register.listed(job, "a", Listing(seen, '"e"', requests=1), {}, "c", NOW)
    job = register.jobs.take("a", NOW, NOW + MINUTE)
    assert job is not None
    answers = {CheckId("has-ci"): (Outcome.MET, "found"), CheckId("has-readme"): (Outcome.UNKNOWN, "missing")}
    found = Scanned("d", "c", "1" * 40, NOW, NOW, answers, bytes(range(256)), NOW + MINUTE)
    register.scanned(job, "a", found, Counts(scans=1), "c", NOW)
    register.count_tallies()
    return database


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in metadata.sorted_tables
            if table is not edition
        }


@pytest.fixture(params=["sqlite", "postgres"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/other.db"
    return databases.new_database(request.getfixturevalue("_postgres"))


def test_a_backup_restores_everything_in_either_database(address: str, other: str, tmp_path: Path) -> None:
    was, now = filled(address), opened(other)
    file = tmp_path / "register.backup"

    assert backup.write(was, file) == backup.read(now, file) > 0

    assert everything(now) == everything(was)
    register = Register(now)
    run = register.begin([], NOW)
    register.add_accounts([ForgeAccount("https://github.com/nieuw", SourceKind.INDEX)], NOW, run)  # numbers go on
    was.close()
    now.close()


def test_a_backup_restores_only_into_an_empty_database(address: str, tmp_path: Path) -> None:
    database = filled(address)
    backup.write(database, tmp_path / "b")

    with pytest.raises(SettingsError, match="holds something already"):
        backup.read(database, tmp_path / "b")
    database.close()


def _cut(content: bytes) -> bytes:
    return gzip.compress(gzip.decompress(content)[:-20])


def _flip(content: bytes) -> bytes:
    return content[:200] + bytes([content[200] ^ 255]) + content[201:]


def _alter(content: bytes) -> bytes:
    raw = gzip.decompress(content)
    return gzip.compress(raw.replace(b"voorbeeld", b"\xff" * 9, 1))


@pytest.mark.parametrize("damage", [_cut, _flip, _alter, lambda c: c[:-8], lambda _: b"", lambda _: b"tekst"])
def test_a_backup_that_was_damaged_restores_nothing(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    was, now = filled(f"sqlite:///{tmp_path}/was.db"), opened(f"sqlite:///{tmp_path}/now.db")
    file = tmp_path / "register.backup"
    backup.write(was, file)
    file.write_bytes(damage(file.read_bytes()))

    with pytest.raises(SettingsError):
        backup.read(now, file)

    assert set(map(len, everything(now).values())) == {0}


def test_a_backup_of_another_revision_is_named(tmp_path: Path) -> None:
    was, now = filled(f"sqlite:///{tmp_path}/was.db"), opened(f"sqlite:///{tmp_path}/now.db")
    file = tmp_path / "register.backup"
    backup.write(was, file)
    raw = gzip.decompress(file.read_bytes()).replace(newest().encode(), b"0001", 1)
    file.write_bytes(gzip.compress(raw))

    with pytest.raises(SettingsError, match="is of revision 0001"):
        backup.read(now, file)


def test_a_backup_that_cannot_be_written_leaves_the_earlier_one(tmp_path: Path) -> None:
    database = filled(f"sqlite:///{tmp_path}/was.db")

    with pytest.raises(SettingsError, match="cannot be written"):
        backup.write(database, tmp_path / "nergens" / "b")
