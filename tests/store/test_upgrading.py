# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One history of revisions makes the same tables in SQLite and in PostgreSQL."""

import threading
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from ospo.errors import SettingsError
from ospo.store import address_index
from ospo.store.database import Database
from ospo.store.schema import metadata
from ospo.store.upgrading import _config, newest, upgrade


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    yield opened
    opened.close()


def test_the_revisions_make_the_tables_that_the_program_knows(database: Database) -> None:
    assert upgrade(database) == (None, newest())

    with database.reading() as connection:
        options = {"compare_type": True, "compare_server_default": True, "include_object": _is_described}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def _is_described(_what: object, name: str | None, *_: object) -> bool:
    return not address_index.is_apart(name)


def test_partial_indexes_are_partial(database: Database) -> None:
    upgrade(database)

    with database.reading() as connection:
        found = {i["name"]: i["dialect_options"] for i in inspect(connection).get_indexes("findings")}
    where = found["ix_findings_now"][f"{'sqlite' if database.is_sqlite else 'postgresql'}_where"]
    assert "ended IS NULL" in str(where)


def test_to_upgrade_again_changes_nothing(database: Database) -> None:
    upgrade(database)

    assert upgrade(database) == (newest(), newest())


def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    upgrade(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SettingsError, match="a newer version of ospo made this database"):
        upgrade(database)


def test_several_who_upgrade_at_once_wait_for_each_other(address: str) -> None:
    said: list[object] = []

    def one() -> None:
        database = Database(address)
        try:
            said.append(upgrade(database))
        except BaseException as error:
            said.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said, key=repr) == sorted([(None, newest()), *[(newest(), newest())] * 3], key=repr)


def test_repositories_of_an_earlier_version_get_their_owner(database: Database) -> None:
    with database.writing(is_told=False) as connection:
        command.upgrade(_config(connection), "0002")
        connection.execute(text("INSERT INTO accounts (id, url, kind, first_seen) VALUES (1, 'x', 'index', 0)"))
        connection.execute(
            text(
                "INSERT INTO repositories (id, account_id, address, clone, is_fork, is_archived, is_defaults, state,"
                " since, first_seen) VALUES (1, 1, 'https://github.com/voorbeeld/kaart', 'x', false, false, false,"
                " 'active', 0, 0)"
            )
        )

    assert upgrade(database) == ("0002", newest())

    with database.reading() as connection:
        assert connection.execute(text("SELECT owner FROM repositories")).scalar() == "https://github.com/voorbeeld"
        assert connection.execute(text("SELECT address FROM owners")).scalar() == "https://github.com/voorbeeld"
