# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The knowledge base that we ship fits together, and says what its readers may expect of it."""

import datetime
import re
from functools import cache

import pytest

from ospo import checks, knowledge
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.engine import integrity
from ospo.knowledge import places
from python_messages import ROOT, braces

CONTENT = ROOT / "content"
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
PRACTICES = sorted(path.name.removesuffix(".nl.md") for path in (CONTENT / "practices").glob("*.nl.md"))
HEADINGS = {
    Language.NL: ["In het kort", "Waarom", "Stappen", "Wet en norm", "Valkuilen"],
    Language.EN: ["In short", "Why", "Steps", "Law and norm", "Pitfalls"],
}


@cache
def library() -> Library:
    return knowledge.load(CONTENT)


def test_everything_fits_together() -> None:
    found = integrity.problems(library(), checks.check_ids())

    assert [str(problem) for problem in places.with_lines(found, CONTENT)] == []


@pytest.mark.parametrize("check", list(checks.check_ids()))
def test_every_check_is_explained_by_a_practice(check: CheckId) -> None:
    assert library().practices_for(check), f"add {check} to the checks of a practice"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("practice", PRACTICES)
def test_a_practice_has_its_headings_three_points_and_steps(practice: str, language: Language) -> None:
    body = library().practices[PracticeId(practice)].texts[language].body
    text = re.sub(r"^ *(`{3,}|~{3,}).*?^ *\1", "", body, flags=re.MULTILINE | re.DOTALL)
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)

    assert parts[1::2] == HEADINGS[language]
    assert len(re.findall(r"^- ", parts[2], re.MULTILINE)) == 3
    assert len(re.findall(r"^\d+\. \*\*", parts[6], re.MULTILINE)) >= 3


@pytest.mark.parametrize("practice", PRACTICES)
def test_both_languages_of_a_practice_say_the_same_facts_in_the_same_order(practice: str) -> None:
    texts = library().practices[PracticeId(practice)].texts
    dutch, english = (re.findall(r"\{feit:([\w-]+)\}", texts[language].body) for language in Language)

    assert dutch == english


@pytest.mark.parametrize("practice", PRACTICES)
def test_every_fact_that_a_practice_lists_is_used_in_its_text(practice: str) -> None:
    item = library().practices[PracticeId(practice)]

    assert {fact for fact in item.facts if f"{{feit:{fact}}}" not in item.texts[Language.NL].body} == set()


def test_every_fact_is_used_somewhere_and_was_read_in_the_past() -> None:
    base = library()
    citing = (*base.practices.values(), *base.pages.values(), *base.participants.values(), *base.groups.values())
    used = {fact for item in citing for fact in item.facts}

    assert set(base.facts) - used == set()
    today = datetime.datetime.now(datetime.UTC).date()
    assert [f.id for f in library().facts.values() if f.source.read and f.source.read > today] == []


def test_no_text_holds_a_personal_address() -> None:
    allowed = re.compile(r"voorbeeld\.(example|nl)|example\.|@v?\d|git@|security@|beveiliging@|opensource@|ospo@|cvd@")
    found = [
        f"{path.relative_to(ROOT)}: {mail}"
        for path in sorted(CONTENT.rglob("*"))
        if path.is_file()
        for mail in MAIL.findall(path.read_text("utf-8"))
        if not allowed.search(mail)
    ]

    assert found == []


def test_no_fact_has_a_brace_that_nothing_fills() -> None:
    assert {f.id for f in library().facts.values() for text in f.text.values() if braces(text)} == set()
