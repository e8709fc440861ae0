# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A register is another edition after every change in it, and the same one as long as nothing changes."""

import datetime
from pathlib import Path

import pytest

from ospo.app import registering
from ospo.store import edition
from ospo.store.database import Database
from ospo.store.register import Register
from ospo.store.upgrading import upgrade
from recorded_register import DAY, HOST, NOW, VALID, fill_claims, invalid, record


def mark(database: Database) -> str:
    with database.reading() as connection:
        found = edition.read(connection)
    assert edition.of(database.address) == (f"{database.address} {found}" if found else "")
    return found


def test_every_change_makes_another_edition(database: Database) -> None:
    seen = [mark(database)]
    record(database, {f"{HOST}/een": {VALID: invalid()}})
    seen.append(mark(database))
    claims = fill_claims(database)
    seen.append(mark(database))
    registering.conclude(claims, DAY)
    seen.append(mark(database))
    record(database, {f"{HOST}/een": {VALID: invalid()}}, now=NOW + datetime.timedelta(hours=1))
    seen.append(mark(database))

    assert seen[0] == ""
    assert len(set(seen)) == len(seen)


def test_to_read_to_upgrade_and_to_look_for_work_changes_nothing(database: Database) -> None:
    record(database, {f"{HOST}/een": {VALID: invalid()}})
    before = mark(database)

    upgrade(database)
    register = Register(database)
    register.count_tallies()
    register.bury("set-1", NOW)
    register.put_again(datetime.timedelta(days=9), NOW)
    register.end_periodic(NOW)
    register.jobs.take("a", NOW, NOW)

    assert mark(database) == before


def test_what_fails_half_way_changes_nothing(database: Database) -> None:
    record(database, {f"{HOST}/een": {VALID: invalid()}})
    before = mark(database)

    with pytest.raises(RuntimeError), database.writing():
        raise RuntimeError

    assert mark(database) == before


def test_of_a_server_that_is_not_there_it_cannot_be_told() -> None:
    assert edition.of("postgresql://ospo:geheim@127.0.0.1:1/ospo") == ""


def test_of_what_is_no_register_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("geen database " * 99)

    assert [edition.of_file(tmp_path / name) for name in ("text", "nothing", ".")] == ["", "", ""]
    assert not (tmp_path / "nothing").exists()
