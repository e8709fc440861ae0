# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest

from ospo.checks.publiccode.publiccode_maintenance_is_sane import check
from ospo.domain.finding import Evidence, Outcome, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

PATH = "publiccode.yml"
END = datetime(2027, 1, 1, tzinfo=UTC)


def verdict(block: str, version: str = "0.5") -> Verdict:
    return check(MemorySnapshot({PATH: f'publiccodeYmlVersion: "{version}"\nmaintenance:\n{block}'}))


def test_a_contract_holds_through_its_last_day() -> None:
    found = verdict('  type: contract\n  contractors:\n    - name: Bedrijf\n      until: "2026-12-31"\n')

    assert found.at(END - timedelta(minutes=1)).reason == "contract"
    assert found.values == {"path": PATH, "date": "2026-12-31"}
    assert found.at(END) == not_met("ended", Evidence(PATH, 4), path=PATH, date="2026-12-31")


def test_of_several_contracts_the_last_one_counts() -> None:
    found = verdict(
        "  type: contract\n  contractors:\n    - {name: A, until: '2020-01-01'}\n    - {name: B, until: '2027-06-30'}\n"
    )

    assert found.at(END).outcome is Outcome.MET


def test_a_contract_without_an_end_beside_one_that_ended_is_unknown() -> None:
    found = verdict("  type: contract\n  contractors:\n    - {name: A, until: '2020-01-01'}\n    - {name: B}\n")

    assert found.at(END) == unknown("some-without-end", Evidence(PATH, 4), path=PATH, date="2020-01-01")


@pytest.mark.parametrize("until", ["", "until: soon", "until: 31-12-2030", "until: 2030", "until: '2030-02-30'"])
def test_a_contract_whose_end_cannot_be_read_is_not_met(until: str) -> None:
    found = verdict(f"  type: contract\n  contractors:\n    - name: A\n      {until}\n")

    assert found == not_met("no-end", Evidence(PATH, 4), path=PATH)


@pytest.mark.parametrize("contractors", ["", "  contractors: []\n", "  contractors: Bedrijf\n"])
def test_a_contract_without_contractors_is_not_met(contractors: str) -> None:
    assert verdict(f"  type: contract\n{contractors}").reason == "no-contractors"


@pytest.mark.parametrize("kind", ["internal", "community"])
def test_other_upkeep_has_contacts(kind: str) -> None:
    found = verdict(f"  type: {kind}\n  contacts:\n    - name: Team\n    - name: Ander team\n")

    assert found == met("contacts", Evidence(PATH, 4), path=PATH, kind=kind, n=2)


@pytest.mark.parametrize("contacts", ["", "  contacts:\n", "  contacts: []\n", "  contacts: [{}]\n"])
def test_other_upkeep_without_contacts_is_not_met(contacts: str) -> None:
    found = verdict(f"  type: internal\n{contacts}")

    assert (found.outcome, found.reason) == (Outcome.NOT_MET, "no-contacts")


def test_contractors_beside_another_type_depend_on_the_version() -> None:
    block = "  type: internal\n  contractors: [{name: A, until: '2030-01-01'}]\n  contacts: [{name: Team}]\n"

    assert verdict(block) == not_met("contractors-forbidden", Evidence(PATH, 4), path=PATH, kind="internal")
    assert verdict(block, "0.2") == unknown("contractors-besides", Evidence(PATH, 4), path=PATH, kind="internal")


def test_nobody_maintains_it_is_an_answer() -> None:
    assert verdict("  type: none\n") == met("none", Evidence(PATH, 3), path=PATH)


@pytest.mark.parametrize("block", ["  type: vrijwillig\n", "  type: [internal]\n", "  contacts: [{name: Team}]\n"])
def test_without_a_known_type_it_is_not_met(block: str) -> None:
    assert verdict(block).reason == "no-type"


def test_without_the_block_it_is_not_met() -> None:
    assert check(MemorySnapshot({PATH: "name: x\n"})).reason == "no-type"
    assert check(MemorySnapshot({PATH: "maintenance: internal\n"})).reason == "no-type"


def test_without_a_readable_file_there_is_no_verdict() -> None:
    assert check(MemorySnapshot()) == not_applicable("no-publiccode")
    assert check(MemorySnapshot({PATH: "- x\n"})) == not_applicable("no-keys", Evidence(PATH), path=PATH)


def test_contractors_do_not_take_the_place_of_contacts() -> None:
    assert verdict("  type: internal\n  contractors: [{name: A}]\n", "0.2").reason == "no-contacts"
