# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A check or a practice as Markdown: everything there is to know, in one text."""

import dataclasses
from pathlib import Path

import pytest

import knowledge_base
from catalogues import CATALOGUE, DOOR
from ospo import checks
from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.render import markdown

NL, EN = Language.NL, Language.EN
REAL = Catalogue(dict(checks.check_ids()), checks.text, checks.topic_text)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return knowledge_base.make(tmp_path).load()


def test_a_practice_has_its_facts_written_out_and_numbered_with_their_sources(library: Library) -> None:
    text = markdown.practice(library.practices[PracticeId("licentie-kiezen")], REAL, library, NL)

    assert text.startswith(
        "# Kies een licentie\n\n*Welke licentie past bij mijn project?*\n\n"
        "Nagekeken op 1 november 2026; beheerd door de rol redactie-juridisch.\n\n"
    )
    assert (
        "De gemeente Voorbeeld besloot op 1 mei 2026 om open te werken. [1] Zie ook de licentie en open werken.\n"
        in text
    )
    assert (
        "## Feiten en hun bronnen\n\n1. Gemeente Voorbeeld, *Raadsbesluit*, 2026-05-01 "
        "<https://voorbeeld.example/besluit>, gelezen op 1 november 2026\n" in text
    )
    assert "- `ospo scan . --check has-licence-file`: Heeft een licentiebestand\n" in text
    assert text.endswith(
        "## Bronnen\n\n- Gemeente Voorbeeld, *Handreiking licenties*, 2026-05 "
        "<https://voorbeeld.example/licenties>, gelezen op 1 november 2026"
    )


def test_a_fact_that_was_not_verified_says_so(library: Library) -> None:
    practice = library.practices[PracticeId("open-werken")]

    assert "About ten municipalities do it like this. (unverified) [1]" in markdown.practice(
        practice, REAL, library, EN
    )
    assert "doen. (niet geverifieerd) [1]" in markdown.practice(practice, REAL, library, NL)


def test_a_practice_without_facts_has_no_list_of_them(library: Library) -> None:
    practice = library.practices[PracticeId("open-werken")]
    texts = {code: dataclasses.replace(text, body="Words.") for code, text in practice.texts.items()}

    text = markdown.practice(dataclasses.replace(practice, texts=texts), REAL, library, EN)

    assert "## Facts" not in text
    assert text.endswith("## Sources\n\n- *Verslag van een bijeenkomst* <https://voorbeeld.example/verslag>")


def test_code_in_a_practice_stays_as_it_is(library: Library) -> None:
    text = markdown.practice(library.practices[PracticeId("licentie-kiezen")], REAL, library, NL)

    assert "```text\n{feit:niet-vervangen} [geen link](bestaat-niet)\n```" in text


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("{begrip:licentie}", "licence"),
        ("{begrip:licentie|any word}", "any word"),
        ("{begrip:onbekend}", "onbekend"),
        ("{feit:onbekend}", "{feit:onbekend}"),
        ("[here](open-werken) [there](check:x)", "here there"),
        ("[site](https://voorbeeld.example)", "[site](https://voorbeeld.example)"),
        ("`{begrip:licentie}`", "`{begrip:licentie}`"),
    ],
)
def test_terms_and_links_of_ours_become_words(library: Library, body: str, written: str) -> None:
    assert markdown.written_out(body, library, EN) == (written, [])


def test_a_fact_used_twice_has_one_number(library: Library) -> None:
    body, used = markdown.written_out(
        "{feit:geschat-aantal} {feit:voorbeeld-besluit} {feit:geschat-aantal}", library, EN
    )

    assert [part[-1] for part in body.split("]")[:-1]] == ["1", "2", "1"]
    assert [fact.id for fact in used] == ["geschat-aantal", "voorbeeld-besluit"]


def test_a_check_names_the_practices_and_the_controls_it_serves(library: Library) -> None:
    text = markdown.check(CheckId("has-licence-file"), REAL, library, EN)

    assert text.startswith("# Has a licence file\n\n## What this tests\n")
    assert "- `ospo explain licentie-kiezen`: Choose a licence\n- `ospo explain open-werken`: " in text
    assert text.endswith(
        "## Serves these controls\n\n- Example norm: VB-01, The work has a licence\n"
        "- Example norm: VB-02, The work is explained"
    )


def test_a_check_that_nothing_names_is_its_own_text(library: Library) -> None:
    assert markdown.check(DOOR, CATALOGUE, library, EN) == "# Has a door\n\n## What this tests\n\nA thing."
