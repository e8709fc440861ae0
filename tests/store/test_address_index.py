# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repositories are found by any part of their address, the same in either database, and with or without the index."""

import datetime
from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import text

from ospo.domain.crawl import ForgeAccount, Listing, SeenRepository, SourceKind
from ospo.store import address_index
from ospo.store.database import Database
from ospo.store.overview import Overview
from ospo.store.register import Register
from ospo.store.upgrading import _config, newest, upgrade

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
OWNER = "https://code.voorbeeld.example/Gemeente"
NAMES = ("Open-Zaak", "kaart_1%", "zaak", "ZAAK-É", 'a"b', "k2")
ASKED = {
    "zaak": ["Open-Zaak", "ZAAK-É", "zaak"],
    "ZAAK gemeente": ["Open-Zaak", "ZAAK-É", "zaak"],
    "n-z": ["Open-Zaak"],
    "_1%": ["kaart_1%"],
    "%": ["kaart_1%"],
    "k2": ["k2"],
    'a"b': ['a"b'],
    "zaak-É": ["ZAAK-É"],
    "zaak-é": [],
    "aaakz": [],
    "zaak OR kaart": [],
    "kaa" + "\0": [],
    "": sorted(NAMES),
}


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    upgrade(opened)
    fill(opened, NAMES)
    yield opened
    opened.close()


def fill(database: Database, names: tuple[str, ...], identity: str = "") -> None:
    register = Register(database)
    account = ForgeAccount(OWNER, SourceKind.INDEX)
    register.add_accounts([account], NOW, register.begin([OWNER], NOW))
    job = register.jobs.take("a", NOW, NOW + datetime.timedelta(days=1))
    assert job is not None
    seen = tuple(SeenRepository(f"{OWNER}/{n}", f"{OWNER}/{n}.git", "m", identity=identity + n) for n in names)
    register.listed(job, "a", Listing(seen), {}, "c", NOW)


def found(database: Database, asked: str) -> list[str]:
    return sorted(r.address.removeprefix(f"{OWNER}/") for r in Overview(database).search(asked))


@pytest.mark.parametrize("has_index", [True, False])
def test_what_is_found_does_not_depend_on_the_database_or_the_index(database: Database, has_index: bool) -> None:
    with database.writing() as connection:
        assert address_index.exists(connection)
        if not has_index:
            address_index.drop(connection)

    assert {asked: found(database, asked) for asked in ASKED} == {a: sorted(names) for a, names in ASKED.items()}


def test_a_repository_is_found_by_its_new_name_only(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE repositories SET address = :new WHERE address = :old"), {
            "new": f"{OWNER}/nieuw", "old": f"{OWNER}/zaak"
        })  # fmt: skip
        connection.execute(text("DELETE FROM states"))
        connection.execute(text("DELETE FROM repositories WHERE address = :gone"), {"gone": f"{OWNER}/Open-Zaak"})

    assert found(database, "nieu") == ["nieuw"]
    assert found(database, "zaak") == ["ZAAK-É"]


def test_a_word_that_most_of_many_have_is_found_like_a_rare_one(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    rare = found(database, "zaak")
    monkeypatch.setattr(address_index, "_FEW", 1)

    assert found(database, "zaak") == rare == ["Open-Zaak", "ZAAK-É", "zaak"]


def test_the_index_comes_and_goes_with_its_revision_and_holds_what_was_there(address: str) -> None:
    opened = Database(address)
    upgrade(opened)
    fill(opened, NAMES)
    with opened.writing(is_told=False) as connection:
        command.downgrade(_config(connection), "0004")
        assert not address_index.exists(connection)

    assert upgrade(opened) == ("0004", newest())
    with opened.reading() as connection:
        assert address_index.exists(connection)
    assert found(opened, "kaart") == ["kaart_1%"]
    opened.close()


def test_a_database_that_cannot_have_it_goes_without(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address_index, "_SQLITE", ("CREATE VIRTUAL TABLE repository_parts USING fts99(address)",))
    monkeypatch.setattr(address_index, "_CLASS", "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname = 'x'")
    monkeypatch.setattr(address_index, "_EXTENSION", "CREATE EXTENSION that_is_not_here")
    opened = Database(address)
    upgrade(opened)
    with opened.writing() as connection:
        assert not address_index.make(connection)
    fill(opened, NAMES)
    assert found(opened, "zaak") == ["Open-Zaak", "ZAAK-É", "zaak"]

    monkeypatch.undo()
    with opened.writing() as connection:
        assert address_index.make(connection)
    assert found(opened, "zaak") == ["Open-Zaak", "ZAAK-É", "zaak"]
    opened.close()
