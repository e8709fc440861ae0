# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A dump holds what is public, each file with its hash; who reads its manifest finds every file that it names."""

import datetime
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from ospo.app.registering import conclude
from ospo.errors import SettingsError
from ospo.store import dump
from ospo.store.database import Database
from ospo.store.schema import aliases, metadata, passed
from ospo.store.upgrading import newest, upgrade
from recorded_register import DAY, HOST, NOW, VALID, fail, fill_claims, invalid, met, record

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    upgrade(opened)
    record(opened, {f"{HOST}/kaart": {VALID: invalid()}, "file:///clones/geheim": {VALID: met("valid")}})
    record(opened, {f"{HOST}/kaart": {VALID: met("valid")}}, now=NOW + HOUR)
    fail(opened, HOST, "/clones/geheim is not there")
    conclude(fill_claims(opened), DAY)
    with opened.writing() as connection:
        connection.execute(insert(aliases).values(address="file:///clones/was", repository_id=1, since=NOW))
        connection.execute(insert(passed).values(reading_id=1, place="L9", reason="elsewhere", mark="3f"))
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dumps"


def manifest(folder: Path) -> Any:
    return json.loads((folder / dump.MANIFEST).read_text("utf-8"))


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    [file] = [f for f in manifest(folder)["files"] if f["name"].endswith(f"/{table}.jsonl.gz")]
    lines = gzip.decompress((folder / file["name"]).read_bytes()).decode("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len(found) == file["rows"]
    assert all(list(row) == file["columns"] for row in found)
    return found


def test_the_manifest_names_every_file_with_its_hash_the_date_and_the_licence(database: Database, folder: Path) -> None:
    dump.write(database, folder, NOW, {"meer.json": "{}"})

    found = manifest(folder)
    assert (found["made"], found["licence"], found["revision"]) == ("2026-11-20T12:00:00+00:00", "CC0-1.0", newest())
    for file in found["files"]:
        content = (folder / file["name"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there == {file["name"] for file in found["files"]} | {"manifest.json", f"{found['folder']}/manifest.json"}


def test_every_table_is_in_it_or_said_to_be_left_out(database: Database, folder: Path) -> None:
    dump.write(database, folder, NOW, {})

    names = {file["name"].partition("/")[2].partition(".")[0] for file in manifest(folder)["files"]}
    assert names | set(manifest(folder)["leftOut"]) == set(metadata.tables)
    assert names.isdisjoint(manifest(folder)["leftOut"])


def test_rows_name_addresses_and_words_and_history(database: Database, folder: Path) -> None:
    dump.write(database, folder, NOW, {})

    assert [(f["address"], f["check"], f["outcome"], f["reason"], f["ended"]) for f in rows(folder, "findings")] == [
        (f"{HOST}/kaart", VALID, "not-met", "invalid", "2026-11-20T13:00:00+00:00"),
        (f"{HOST}/kaart", VALID, "met", "valid", None),
    ]
    assert {(o["address"], o["organisation"]) for o in rows(folder, "owners")} == {(HOST, "gemeente-voorbeeld")}
    assert {c["value"] for c in rows(folder, "claims")} >= {HOST, "Gemeente Voorbeeld"}


def test_nothing_of_a_machine_or_a_person_is_in_it(database: Database, folder: Path) -> None:
    dump.write(database, folder, NOW, {})

    everything = b"".join(gzip.decompress(path.read_bytes()) for path in folder.rglob("*.gz"))
    assert b"clones" not in everything
    assert b"file:" not in everything


def test_the_dump_before_stays_and_older_ones_go(database: Database, folder: Path) -> None:
    for hours in range(4):
        dump.write(database, folder, NOW + hours * HOUR, {})

    folders = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert folders == ["20261120T140000Z", "20261120T150000Z"]
    assert manifest(folder)["folder"] == folders[-1]


def test_a_dump_that_breaks_off_leaves_the_earlier_one(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump.write(database, folder, NOW, {})
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dump, "_text", full)
    with pytest.raises(SettingsError, match="No space left"):
        dump.write(database, folder, NOW + HOUR, {"meer.json": "{}"})

    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_with_something_else_is_left_alone(database: Database, folder: Path) -> None:
    folder.mkdir()
    (folder / "brief.txt").write_text("van iemand anders", "utf-8")

    with pytest.raises(SettingsError, match="holds something else"):
        dump.write(database, folder, NOW, {})

    assert [path.name for path in folder.iterdir()] == ["brief.txt"]
