# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Synonyms: what a reader types leads to the terms that our pages use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.engine import asked, synonyms, words

NL, EN = Language.NL, Language.EN
GLOSSARY = """
- id: wijzigingsverzoek
  nl: {term: wijzigingsverzoek, definition: Een voorstel., synonyms: [pull request, PR]}
  en: {term: change request, definition: A proposal., synonyms: [pull request]}
  avoid: [verbeterverzoek]
- id: persbericht
  nl: {term: persbericht, definition: Nieuws., synonyms: [PR]}
  en: {term: press release, definition: News.}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    base = knowledge_base.make(tmp_path)
    base.write("glossary.yaml", GLOSSARY + (base.path / "glossary.yaml").read_text("utf-8"))
    return base.load()


def test_a_table_has_the_synonyms_of_one_language_and_in_dutch_the_words_to_avoid(library: Library) -> None:
    assert synonyms.table(library, NL) == dict.fromkeys(synonyms._ASKS[NL], ("begrip",)) | {
        "pr": ("wijzigingsverzoek", "persbericht"),
        "pull request": ("wijzigingsverzoek",),
        "verbeterverzoek": ("wijzigingsverzoek",),
        "vergunning": ("licentie",),
        "change request": ("wijzigingsverzoek",),
        "check": ("toetsen",),
        "licence": ("licentie",),
        "press release": ("persbericht",),
    }
    assert synonyms.table(library, EN) == dict.fromkeys(synonyms._ASKS[EN], ("term",)) | {
        "licentie": ("licence",),
        "persbericht": ("press", "release"),
        "pr": ("change", "request"),
        "pull request": ("change", "request"),
        "toets": ("check",),
        "wijzigingsverzoek": ("change", "request"),
    }


@pytest.mark.parametrize(
    ("query", "besides"),
    [
        ("pull request", ["wijzigingsverzoek"]),
        ("hoe stuur ik een Pull  Request?", ["wijzigingsverzoek"]),
        ("request pull", []),
        ("pull", []),
        ("wat is dat", ["begrip"]),
        ("mijn pr", ["wijzigingsverzoek", "persbericht"]),
        ("", []),
    ],
)
def test_what_a_synonym_stands_for_comes_after_the_words_themselves(
    library: Library, query: str, besides: list[str]
) -> None:
    own = list(dict.fromkeys(words.terms(query, NL)))
    assert synonyms.wanted(query, NL, synonyms.table(library, NL)) == own + besides
    assert synonyms.wanted(query, NL, {}) == own


WHO = """
- id: who
  nl: {term: Who, definition: Een wet., synonyms: [wet hergebruik]}
  en: {term: Who, definition: An act., synonyms: [reuse act]}
"""


@pytest.mark.parametrize(
    ("query", "language", "is_meant"),
    [
        ("wat zegt de who over software", NL, True),  # no Dutch word looks like it
        ("Who", NL, True),
        ("what does the Who say of software", EN, True),
        ("what does the WHO say of software", EN, True),
        ("who", EN, True),  # there is nothing else to look for
        ("what is the who", EN, True),
        ("what does software say of who", EN, False),
        ("Who maintains software", EN, False),
    ],
)
def test_an_abbreviation_that_looks_like_an_everyday_word_stands_for_what_it_is_short_for(
    tmp_path: Path, query: str, language: Language, is_meant: bool
) -> None:
    base = knowledge_base.make(tmp_path)
    base.write("glossary.yaml", WHO + (base.path / "glossary.yaml").read_text("utf-8"))
    meant = {NL: "wet", EN: "act"}[language]

    assert (meant in synonyms.wanted(query, language, synonyms.table(base.load(), language))) is is_meant


def test_an_abbreviation_like_an_everyday_word_without_synonym_stands_for_nothing(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    bare = WHO.replace(", synonyms: [wet hergebruik]", "").replace(", synonyms: [reuse act]", "")
    base.write("glossary.yaml", bare + (base.path / "glossary.yaml").read_text("utf-8"))

    assert "who" not in synonyms.table(base.load(), NL)


@pytest.mark.parametrize("language", Language)
def test_every_synonym_of_the_glossary_can_be_matched_and_stands_for_something(language: Language) -> None:
    table = synonyms.table(sites.app().library, language)
    assert len(table) > 100
    assert [name for name, meant in table.items() if not meant or len(name.split()) > synonyms.LONGEST] == []


@given(st.text(max_size=200))
def test_any_question_has_few_terms(query: str) -> None:
    found = synonyms.wanted(query, NL, {"a": tuple(map(str, range(50)))})
    assert len(found) <= asked.MOST
    assert len(set(found)) == len(found)
