# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Claims in a folder come back as they were put; damage is an error that names the line."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading
from ospo.errors import ParseError, SettingsError
from ospo.store.claim_folder import ClaimFolder

DAY = datetime.date(2026, 11, 1)
ORIGIN = Origin("lijst", "https://voorbeeld.example/lijst.csv", "L3", DAY, datetime.date(2025, 5, 1))
CLAIM = Claim("Gemeente Voorbeeld", Attribute.ACCOUNT, "https://github.com/voorbeeld", ORIGIN, Confidence.LISTED)
OLDER = replace(CLAIM, origin=replace(ORIGIN, dated=datetime.date(2020, 1, 1)), value='Súdwest\\n"x"')
PASSED = Passed("L4", PassedReason.ELSEWHERE, "3f")
READING = Reading("polder", "lijst", ORIGIN.url, DAY, ORIGIN.dated, (CLAIM, OLDER), (PASSED,))


def test_readings_come_back_as_they_were_put_each_key_once(tmp_path: Path) -> None:
    store = ClaimFolder(tmp_path / "nieuw" / "map")
    store.put(replace(READING, claims=()))
    store.put(READING)
    store.put(replace(READING, kind="andere", dated=None, claims=()))

    found = list(ClaimFolder(tmp_path / "nieuw" / "map").readings())

    assert found == [replace(READING, kind="andere", dated=None, claims=()), READING]
    assert [path.name for path in (tmp_path / "nieuw" / "map").iterdir() if path.suffix != ".jsonl"] == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list(ClaimFolder(tmp_path / "weg").readings()) == []


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda text: text[:-10], 3),
        (lambda text: text.replace('"account"', '"geen-attribuut"', 1), 2),
        (lambda text: text.replace('"format": 1', '"format": 99'), 1),
        (lambda text: "", 1),
        (lambda text: "[]\n", 1),
    ],
)
def test_damage_is_told_with_its_line(tmp_path: Path, change: object, line: int) -> None:
    assert callable(change)
    ClaimFolder(tmp_path).put(READING)
    [path] = tmp_path.glob("*.jsonl")
    path.write_text(change(path.read_text("utf-8")), "utf-8")

    with pytest.raises(ParseError) as found:
        list(ClaimFolder(tmp_path).readings())

    assert (found.value.path, found.value.line) == (str(path), line)


def test_a_folder_that_cannot_be_written_is_an_error_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", "utf-8")

    with pytest.raises(SettingsError):
        ClaimFolder(tmp_path / "bestand").put(READING)
