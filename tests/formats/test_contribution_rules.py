# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.contacts import Link
from ospo.formats.contribution_rules import (
    Requirement,
    closed_line,
    reference_line,
    references,
    requirements,
    section_of,
)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Bug fixes should come with regression tests.", Requirement.TESTS),
        ("Draai eerst alle tests.", Requirement.TESTS),
        ("Every change must be tested.", Requirement.TESTS),
        ("We use black and ruff.", Requirement.STYLE),
        ("Volg onze stijlgids.", Requirement.STYLE),
        ("Sign off each commit.", Requirement.SIGN_OFF),
        ("We use the Developer Certificate of Origin.", Requirement.SIGN_OFF),
        ("Write clear commit messages.", Requirement.COMMITS),
        ("Please squash your work.", Requirement.COMMITS),
        ("The pipeline must be green.", Requirement.CHECKS),
        ("Alle checks slagen.", Requirement.CHECKS),
        ("At least one maintainer must approve it.", Requirement.REVIEW),
        ("Een wijziging wordt beoordeeld door twee mensen.", Requirement.REVIEW),
        ("Open an issue first.", Requirement.DISCUSSION),
        ("Maak eerst een issue aan.", Requirement.DISCUSSION),
        ("Link to the issue.", Requirement.DISCUSSION),
        ("One feature per pull request.", Requirement.SCOPE),
        ("Houd pull requests klein.", Requirement.SCOPE),
        ("Update the documentation.", Requirement.DOCUMENTATION),
        ("Pas ook de README aan.", Requirement.DOCUMENTATION),
        ("Give it a clear title.", Requirement.DESCRIPTION),
        ("Beschrijf wat je hebt veranderd en waarom.", Requirement.DESCRIPTION),
        ("By contributing you agree that your work is licensed under the EUPL.", Requirement.LICENCE),
        ("Je bijdrage valt onder de licentievoorwaarden.", Requirement.LICENCE),
    ],
)
def test_a_sentence_with_a_requirement(sentence: str, kind: Requirement) -> None:
    assert requirements(f"# Contributing\n\n{sentence}\n") == {kind: 3}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We love contributions of any kind.",
        "A test of patience.",
        "Fork it and send us what you have.",
        "Wie meedoet, is welkom.",
    ],
)
def test_prose_without_one(text: str) -> None:
    assert requirements(text) == {}


def test_a_sentence_over_two_lines_is_read_as_one() -> None:
    assert requirements("Please add\ntests to it.") == {Requirement.TESTS: 1}


def test_a_section_on_bugs_is_passed_over_and_one_on_bug_fixes_as_pull_requests_is_not() -> None:
    assert requirements("## Reporting bugs\n\nRun the tests.\n\n### More\n\nRun the linter.\n") == {}
    assert requirements("## Pull requests for bugs\n\nRun the tests.\n") == {Requirement.TESTS: 3}


def test_the_section_of_a_readme() -> None:
    section = section_of("# x\n\n## Bijdragen\n\n## Contributing\n\nSend it.\n")

    assert section is not None
    assert (section.title, section.line) == ("Contributing", 5)
    assert section_of("# x\n\n## Contributors\n\n- het team\n") is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We don't take pull requests.", 1),
        ("We do not accept pull requests that lack tests.", None),
        ("We cannot merge pull requests without a sign-off.", None),
        ("We do not take pull requests.", 1),
        ("x\n\nWe are not looking for contributions.", 3),
        ("Please do not merge without a review.", None),
        ("Pull requests are welcome.", None),
    ],
)
def test_a_closed_project_says_so(text: str, line: int | None) -> None:
    assert closed_line(text) == line


def test_references_are_those_to_a_guide() -> None:
    text = "See [this](docs/develop.md),\n[that](https://voorbeeld.example/shop) and https://wiki.voorbeeld.example.\n"

    assert list(references(text)) == [
        Link("docs/develop.md", 1),
        Link("https://wiki.voorbeeld.example", 2),
    ]
    assert list(references(".. include:: ../CONTRIBUTING.rst\n", "docs/contributing.rst")) == [
        Link("../CONTRIBUTING.rst", 1)
    ]


def test_a_sentence_may_refer_without_a_link() -> None:
    assert reference_line("x\n\nPlease refer to the developer guide.") == 3
    assert reference_line("x\n\nPlease send it.") is None


def test_a_long_line_is_read_in_reasonable_time() -> None:
    assert requirements("run with add " * 20_000) == {}
