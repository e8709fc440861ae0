# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The OSPS catalogue, in the schema of its release and in that of after it, and the data that lies beside us."""

from pathlib import Path

import pytest

from ospo.domain.norm import Requirement
from ospo.errors import ParseError
from ospo.formats.norm_texts import osps

BESIDE = Path(__file__).parents[4] / "shared" / "data" / "norms" / "osps-baseline"
NEWER = """\
groups: [{id: XX}]
controls:
  - id: OSPS-XX-01
    title: |
      A title
    assessment-requirements:
      - id: OSPS-XX-01.01
        text: |
          The door MUST close.
        applicability: [maturity-1, maturity-2, maturity-3]
      - id: OSPS-XX-01.02
        state: Retired
        text: Retired in some change
        applicability: [maturity-1]
      - id: OSPS-XX-01.03
        text: Only once.
        applicability: [maturity-1]
"""
OLDER = """\
category: XX
title: Something
controls:
  - id: OSPS-XX-01
    title: A title
    guideline-mappings: []
    assessment-requirements:
      - id: OSPS-XX-01.01
        text: The door MUST close.
        applicability: [Maturity Level 2, Maturity Level 3]
      - id: OSPS-XX-01.02
        text: Retired in some change
        applicability: [Maturity Level 1]
"""
PATH = "baseline/OSPS-XX.yaml"


def test_the_newer_schema_is_read_and_what_is_retired_left_out() -> None:
    assert osps.read({PATH: NEWER}) == (
        Requirement("OSPS-XX-01.01", "The door MUST close.", 1, None),
        Requirement("OSPS-XX-01.03", "Only once.", 1, 1),
    )


def test_the_schema_of_the_release_gives_the_same() -> None:
    assert osps.read({PATH: OLDER}) == (Requirement("OSPS-XX-01.01", "The door MUST close.", 2, None),)


@pytest.mark.parametrize("text", ["- a list", "controls: no list", "controls: [1, {assessment-requirements: [2, {}]}]"])
def test_yaml_of_another_shape_holds_nothing(text: str) -> None:
    assert osps.read({PATH: text}) == ()


def test_what_is_no_yaml_is_said() -> None:
    with pytest.raises(ParseError, match=r"OSPS-XX\.yaml"):
        osps.read({PATH: "a: [1"})


def test_only_the_files_of_the_catalogue_are_wanted() -> None:
    names = ("baseline/OSPS-AC.yaml", "OSPS-AC.yml", "baseline/lexicon.yaml", "docs/OSPS-AC.md")
    assert [osps.is_source(name) for name in names] == [True, True, False, False]


@pytest.mark.skipif(not BESIDE.is_dir(), reason="the data of the norm is not beside this checkout")
def test_the_catalogue_beside_us_has_its_64_requirements_in_three_levels() -> None:
    files = {p.name: p.read_text("utf-8") for p in BESIDE.iterdir() if osps.is_source(p.name)}
    found = osps.read(files)
    assert (len(found), len({r.id for r in found})) == (64, 64)
    assert [sum(1 for r in found if r.level == n) for n in (1, 2, 3)] == [24, 19, 21]
