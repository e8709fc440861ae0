# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Integrity: everything that content names exists, and everything is named where it belongs."""

from pathlib import Path

import pytest

import knowledge_base
from knowledge_base import KnowledgeBase
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.observation import Observations
from ospo.engine import integrity

CHECKS = (CheckId("has-licence-file"), CheckId("readme-explains-the-project"))
STAMPED = "was made from an older Dutch text: bring it up to date, then `ospo content stamp`"


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def problems(base: KnowledgeBase, checks: tuple[CheckId, ...] = CHECKS) -> list[str]:
    return [str(problem) for problem in integrity.problems(base.load(), checks)]


def test_the_fictional_base_fits_together(base: KnowledgeBase) -> None:
    assert problems(base) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "practices/licentie-kiezen.nl.md",
            "related: [open-werken]",
            "related: [dicht-werken]",
            "names the practice 'dicht-werken', which does not exist: check its spelling",
        ),
        (
            "practices/licentie-kiezen.nl.md",
            "norms: [VB-01]",
            "norms: [VB-99]",
            "names the control 'VB-99', which no norm here has: check its spelling",
        ),
        (
            "practices/licentie-kiezen.nl.md",
            "checks: [has-licence-file]",
            "checks: [has-licence-file, has-unicorn]",
            ("names the check 'has-unicorn', which does not exist: `ospo checks list` names them all"),
        ),
        (
            "practices/licentie-kiezen.nl.md",
            "facts: [voorbeeld-besluit]",
            "facts: [voorbeeld-besluit, verzinsel]",
            ("names the fact 'verzinsel', which does not exist: check its spelling or add it to facts/"),
        ),
        (
            "norms/voorbeeldnorm.yaml",
            "check: readme-explains-the-project",
            "check: has-unicorn",
            ("names the check 'has-unicorn', which does not exist: `ospo checks list` names them all"),
        ),
        (
            "organisations/gemeente-voorbeeld.yaml",
            "https://github.com/gemeentevoorbeeld/kaart",
            "https://github.com/gemeentevoorbeeld-anders/kaart",
            (
                "observes https://github.com/gemeentevoorbeeld-anders/kaart, "
                "which is under none of its accounts: add the account or leave the repository out"
            ),
        ),
        (
            "organisations/gemeente-voorbeeld.yaml",
            "repositories:\n",
            "repositories:\n  - https://github.com/GemeenteVoorbeeld/Kaart\n",
            (
                "observes https://github.com/gemeentevoorbeeld/kaart, "
                "as does organisations/gemeente-voorbeeld.yaml: keep one"
            ),
        ),
    ],
)
def test_an_id_in_metadata_that_does_not_exist_is_named(
    base: KnowledgeBase, file: str, old: str, new: str, problem: str
) -> None:
    base.change(file, old, new)

    assert problems(base) == [f"{file}: {problem}"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (
            "{feit:verzinsel}",
            "names the fact 'verzinsel', which does not exist: check its spelling or add it to facts/",
        ),
        ("{feit:geschat-aantal}", "uses the fact 'geschat-aantal': list it under 'facts' in the front matter"),
        ("{begrip:x|y}", "names the term 'x', which does not exist: check its spelling or add it to glossary.yaml"),
        ("[a](nergens)", "names the practice 'nergens', which does not exist: check its spelling"),
        ("[a](check:x)", "names the check 'x', which does not exist: `ospo checks list` names them all"),
        ("[a](norm:x)", "names the norm 'x', which does not exist: check its spelling"),
        ("[a](page:x)", "names the page 'x', which does not exist: check its spelling"),
        ("[a](feit:x)", "links to 'feit:x', which is no kind of page here"),
    ],
)
def test_a_reference_in_a_text_that_leads_nowhere_is_named_with_its_line(
    base: KnowledgeBase, words: str, problem: str
) -> None:
    base.change("practices/licentie-kiezen.en.md", "- Choose one.", f"- Choose one. {words}")

    assert problems(base) == [f"practices/licentie-kiezen.en.md:12: {problem}"]


def test_a_page_may_refer_like_a_practice(base: KnowledgeBase) -> None:
    base.change("pages/over.en.md", "We are", "[Nowhere](nergens). We are")

    assert problems(base) == [
        "pages/over.en.md:11: names the practice 'nergens', which does not exist: check its spelling"
    ]


def test_a_changed_original_puts_its_translation_behind(base: KnowledgeBase) -> None:
    base.change("practices/open-werken.nl.md", "Lees [over ons]", "Lees eerst [over ons]")

    assert problems(base) == [f"practices/open-werken.en.md:1: {STAMPED}"]


def test_a_practice_without_checks_must_say_that_it_leaves_no_trace(base: KnowledgeBase) -> None:
    base.change("practices/open-werken.nl.md", "checks: [has-licence-file, readme-explains-the-project]", "checks: []")
    (found,) = [p for p in problems(base) if "names no check that shows it" in p]
    assert found.startswith("practices/open-werken.nl.md")

    base.change("practices/open-werken.nl.md", "checks: []", "checks: []\ntraces: false")
    assert not [p for p in problems(base) if "names no check that shows it" in p]


def test_a_check_without_a_practice_is_named(base: KnowledgeBase) -> None:
    assert problems(base, (*CHECKS, CheckId("has-lamp"))) == [
        "practices: no practice names the check 'has-lamp': add it to the one that explains it"
    ]


def test_one_missing_check_is_named_once_per_norm(base: KnowledgeBase) -> None:
    found = problems(base, CHECKS[1:])

    assert len([p for p in found if p.startswith("norms/")]) == 1


def test_observations_of_an_organisation_that_does_not_exist_are_named(base: KnowledgeBase) -> None:
    known, stranger = OrganisationId("gemeente-voorbeeld"), OrganisationId("gemeente-elders")

    found = integrity.strangers(base.load(), Observations({known: (), stranger: ()}))

    assert [str(problem) for problem in found] == [
        (
            "observations/gemeente-elders.json: is about 'gemeente-elders', an organisation that does not exist: "
            "remove it, or write organisations/gemeente-elders.yaml"
        )
    ]
