# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The norms we carry: whole, counted right, with a hash for every text, and honest about what a check can say."""

import re

import pytest

import sites
from ospo.domain.identifier import NormId
from ospo.domain.norm import Control, Norm, Relation
from ospo.domain.wheel import AXES, LEVELS
from ospo.formats.norm_texts import readers

NORMS = sorted(sites.app().library.norms)
EVIDENCE_ONLY = NormId("cra")


def norm(name: str) -> Norm:
    return sites.app().library.norms[NormId(name)]


@pytest.mark.parametrize("name", NORMS)
def test_every_requirement_in_force_is_a_control(name: str) -> None:
    item = norm(name)

    assert item.total_controls == len(item.requirements)


@pytest.mark.parametrize("name", NORMS)
def test_every_control_remembers_the_hash_of_its_text_when_a_program_can_read_it(name: str) -> None:
    without = [c.id for c in norm(name).controls if not c.text_sha256]

    assert bool(without) == (NormId(name) not in readers.READERS)


@pytest.mark.parametrize("name", NORMS)
def test_a_check_serves_a_control_once_for_each_relation(name: str) -> None:
    def twice(control: Control) -> bool:
        return len(set(control.mappings)) < len(control.mappings)

    def both_whole_and_part(control: Control) -> bool:
        relations = {(m.check, m.relation) for m in control.mappings}
        return any(
            (check, Relation.FULL) in relations and (check, Relation.PARTIAL) in relations for check, _ in relations
        )

    assert [c.id for c in norm(name).controls if twice(c) or both_whole_and_part(c)] == []


@pytest.mark.parametrize("name", NORMS)
def test_levels_run_upwards_and_what_cannot_be_mended_says_why(name: str) -> None:
    controls = norm(name).controls

    assert [c.id for c in controls if c.up_to and (not isinstance(c.level, int) or c.up_to < c.level)] == []
    assert [c.id for c in controls if c.irreversible and c.note is None] == []


@pytest.mark.parametrize("name", NORMS)
def test_a_heading_gathers_and_settles_nothing(name: str) -> None:
    headings = [c for c in norm(name).controls if c.is_heading]

    assert [c.id for c in headings if c.relations - {Relation.PARTIAL}] == []


def test_no_check_settles_or_disproves_anything_of_a_law() -> None:
    assert {r for c in norm(EVIDENCE_ONLY).controls for r in c.relations} == {Relation.PARTIAL}


def test_the_ladder_has_the_axes_and_levels_of_the_wheel_and_ids_that_say_where_they_are_asked_first() -> None:
    ladder = norm("ambitieladder")
    said = {c.id: re.fullmatch(r"ladder:([a-z]+)-([1-3])\.[0-9]+", c.id) for c in ladder.controls}

    assert (tuple(dict.fromkeys(c.axis for c in ladder.controls)), ladder.levels()) == (AXES, LEVELS)
    assert [c.id for c in ladder.controls if (m := said[c.id]) is None or (m[1], int(m[2])) != (c.axis, c.level)] == []


def test_the_ladder_drops_and_marks_what_the_original_does() -> None:
    ladder = {c.id: c for c in norm("ambitieladder").controls}

    assert {str(i) for i, c in ladder.items() if c.up_to == 1} == {
        "ladder:transparant-1.11",
        "ladder:samen-1.1",
        "ladder:samen-1.3",
        "ladder:veilig-1.2",
        "ladder:efficient-1.1",
    }
    assert any(c.irreversible for c in ladder.values() if c.axis == "transparant")
    assert not any(c.irreversible for c in ladder.values() if c.axis == "veilig")
