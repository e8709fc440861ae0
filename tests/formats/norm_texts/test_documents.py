# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The norms that are published as Markdown, reStructuredText or a form: what counts as a requirement of each."""

import pytest

from ospo.domain.norm import Requirement
from ospo.errors import ParseError
from ospo.formats.norm_texts import best_practices, lists, public_code, publiccode_yml, readers, reuse

CRITERION = """\
# Work in the open

Why.

## Requirements

* All code MUST be [public](../glossary.md#public).
* Nothing secret MUST NOT be in it.
* A plan SHOULD exist.
* A song is OPTIONAL.

## How to test

* Look.
"""
SPECIFICATION = """\
# REUSE

## Definitions

Words.

## License Files

A Project MUST include one.

### Details

More.

## Order of precedence

Nothing here.
"""
SCHEMA = """\
.. _core:

The Standard
============

Section ``legal``
~~~~~~~~~~~~~~~~~

Key ``legal/license``
'''''''''''''''''''''

-  Presence: mandatory

The licence.

Key ``monochromeLogo`` (*deprecated*)
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

-  Presence: optional

Key ``maintenance/contacts``
''''''''''''''''''''''''''''

-  Presence: mandatory if ``maintenance/type`` is internal

Special data
------------

More.
"""


def test_a_criterion_and_each_of_its_requirements_with_its_word() -> None:
    found = public_code.read({"criteria/work-in-the-open.md": CRITERION})
    assert [(r.id, r.level) for r in found] == [
        ("spc:work-in-the-open", "criterion"),
        ("spc:work-in-the-open/1", "must"),
        ("spc:work-in-the-open/2", "must"),
        ("spc:work-in-the-open/3", "should"),
        ("spc:work-in-the-open/4", "optional"),
    ]
    assert found[1].text == "All code MUST be public."
    assert found[0].text.splitlines()[2] == "A plan SHOULD exist."
    assert [public_code.is_source(p) for p in ("x/criteria/a.md", "criteria/index.md", "a.md")] == [True, False, False]


def test_a_section_with_a_must_is_a_requirement_of_the_newest_specification() -> None:
    older = "## License Files\n\nYou MUST.\n"
    found = reuse.read({"site/content/en/spec-3.3.md": SPECIFICATION, "site/content/en/spec-3.2.md": older})
    assert [(r.id, r.text.splitlines()[-1]) for r in found] == [("reuse:license-files", "More.")]
    assert reuse.read({}) == ()


def test_the_schema_as_a_whole_and_each_key_with_what_it_says_of_presence() -> None:
    found = publiccode_yml.read({"docs/standard/schema.core.rst": SCHEMA})
    assert [(r.id, r.level) for r in found] == [
        ("publiccode:schema", None),
        ("publiccode:legal/license", "mandatory"),
        ("publiccode:monochromeLogo", "deprecated"),
        ("publiccode:maintenance/contacts", "conditional"),
    ]
    assert found[1].text.endswith("The licence.")
    assert not publiccode_yml.is_source("docs/it/schema.core.rst")


def test_the_criteria_of_the_form_that_are_in_force_with_their_english_text() -> None:
    criteria = (
        "'0': !!omap\n- Basics: !!omap\n  - Content: !!omap\n"
        "    - tests: {category: MUST}\n    - song: {category: SUGGESTED}\n"
        "    - old: {category: MUST, obsolete: true}\n"
        "'1': !!omap\n- Basics: !!omap\n  - Content: !!omap\n    - more: {category: MUST}\n"
    )
    texts = "en:\n  criteria:\n    '0':\n      tests: {description: Test it.}\n      song: {description: Sing.}\n"
    found = best_practices.read({"criteria/criteria.yml": criteria, "config/locales/en.yml": texts})
    assert found == (Requirement("bpb:tests", "Test it.", "must"), Requirement("bpb:song", "Sing.", "suggested"))
    assert best_practices.read({"criteria/criteria.yml": criteria}) == ()


def test_items_are_numbered_below_the_heading_they_stand_under() -> None:
    reader = lists.Lists(
        (
            lists.Section("README.md", "For all", "x:must-", "must", "Mandatory"),
            lists.Section("README.md", "For all", "x:may-", "should", "Optional"),
            lists.Section("other.md", "Level 2", "x:two-", 2),
        )
    )
    text = "# P\n## Mandatory\n### For all\n- One [link](u).\n\n- Two.\n## Optional\n### For all\n- Three.\n"
    text += "### Else\n- No.\n"
    other = "Level 1: bronze\n- no\nLevel 2: silver\n- All criteria from level 1\n- Signed\n- Later: TBD\n"
    found = reader.read({"README.md": text, "deep/other.md": other})
    assert [(r.id, r.text, r.level) for r in found] == [
        ("x:must-1", "One link.", "must"),
        ("x:must-2", "Two.", "must"),
        ("x:may-1", "Three.", "should"),
        ("x:two-1", "Signed", 2),
    ]
    with pytest.raises(ParseError, match=r"other\.md"):
        reader.read({"README.md": text})


def test_readers_want_nothing_of_a_repository_without_the_norm() -> None:
    for reader in readers.READERS.values():
        assert not reader.is_source("src/main.py")
        assert reader.read({}) == ()


def test_a_schema_without_titles_is_one_requirement() -> None:
    assert [one.id for one in publiccode_yml.read({"docs/standard/schema.core.rst": "tekst\n"})] == [
        "publiccode:schema"
    ]
