# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose a repository is: by the claims on its account or the nearest group above it, whichever came first."""

from sqlalchemy import select

from ospo.store import owners
from ospo.store.database import Database
from ospo.store.schema import owners as table
from ospo.store.schema import repositories
from recorded_register import HOST, OTHER, met, record

GROUP = "https://gitlab.com/voorbeeld/groep"


def known(database: Database) -> dict[str, str | None]:
    with database.reading() as connection:
        return {row.address: row.organisation for row in connection.execute(select(table))}


def put(database: Database, **of_account: str) -> None:
    with database.writing() as connection:
        owners.put(connection, {HOST: "voorbeeld", "https://gitlab.com/voorbeeld": "groepen", **of_account})


def test_an_account_that_is_crawled_after_the_claims_gets_its_organisation(database: Database) -> None:
    put(database)

    record(database, {f"{HOST}/kaart": {OTHER: met()}, f"{GROUP}/kern": {OTHER: met()}})

    assert known(database) == {HOST: "voorbeeld", "https://gitlab.com/voorbeeld": "groepen", GROUP: "groepen"}


def test_an_account_that_was_crawled_before_the_claims_gets_it_then(database: Database) -> None:
    record(database, {f"{HOST}/kaart": {OTHER: met()}, f"{GROUP}/kern": {OTHER: met()}})
    assert known(database) == {HOST: None, GROUP: None}

    put(database)

    assert known(database)[GROUP] == "groepen"
    assert known(database)[HOST] == "voorbeeld"


def test_what_the_claims_no_longer_say_is_gone_and_the_owner_stays(database: Database) -> None:
    record(database, {f"{HOST}/kaart": {OTHER: met()}})
    put(database)

    with database.writing() as connection:
        owners.put(connection, {})

    assert known(database) == {HOST: None}


def test_a_repository_knows_its_owner(database: Database) -> None:
    record(database, {f"{GROUP}/kern": {OTHER: met()}})

    with database.reading() as connection:
        assert connection.execute(select(repositories.c.owner)).scalars().all() == [GROUP]


def test_a_folder_on_this_machine_has_no_group_above_it(database: Database) -> None:
    with database.writing() as connection:
        owners.put(connection, {"file:///clones": "niemand"})
        owners.add(connection, ["file:///clones/diep", ""])

    assert known(database)["file:///clones/diep"] is None
