# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.continuity.needs_no_proprietary_service import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from snapshots import MemorySnapshot

PATH = "publiccode.yml"


def repository(text: str) -> MemorySnapshot:
    return MemorySnapshot({PATH: f"name: Wijzer\n{text}"})


def test_an_empty_list_is_a_declaration() -> None:
    assert check(repository("dependsOn:\n  proprietary: []\n")) == met("none", Evidence(PATH, 3), path=PATH)


def test_what_one_can_do_without_is_met() -> None:
    text = "dependsOn:\n  proprietary:\n    - name: Kaartdienst\n      optional: true\n"

    assert check(repository(text)) == met("optional", Evidence(PATH, 3), path=PATH, count=1)


@pytest.mark.parametrize("optional", ["", "\n      optional: false", "\n      optional: 'yes'"])
def test_what_is_needed_is_not_met(optional: str) -> None:
    text = f"dependsOn:\n  proprietary:\n    - name: Kaartdienst{optional}\n    - {{name: Extra, optional: true}}\n"

    assert check(repository(text)) == not_met("needed", Evidence(PATH, 3), path=PATH, name="Kaartdienst", count=1)


@pytest.mark.parametrize(
    "text",
    ["", "dependsOn: {open: [{name: Databank}]}\n", "dependsOn:\n  proprietary:\n", "dependsOn: [x]\n", "x: [\n"],
)
def test_what_is_not_declared_is_unknown(text: str) -> None:
    assert check(repository(text)) == unknown("not-declared", Evidence(PATH), path=PATH)


def test_an_entry_without_a_name_is_left_over_from_a_template() -> None:
    assert check(repository("dependsOn:\n  proprietary:\n    - name: ''\n    - x\n")).reason == "none"


def test_without_publiccode_it_is_unknown() -> None:
    assert check(MemorySnapshot()) == unknown("no-publiccode")
