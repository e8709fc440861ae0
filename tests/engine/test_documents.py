# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the search may find: every page with a text of its own."""

from pathlib import Path

import pytest

import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.site import Document, Kind, Route
from ospo.engine import documents


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return knowledge_base.make(tmp_path).load()


def found(library: Library, language: Language = Language.NL) -> dict[Route, Document]:
    seen = sites.observed(x=[sites.repository("kaart", has_ci="met")])
    made = documents.of(library, sites.app().catalogue, seen, language)
    return {document.route: document for document in made}


def test_each_kind_of_page_can_be_found_but_those_without_words_of_their_own(library: Library) -> None:
    assert {route.kind for route in found(library)} == set(Kind) - {Kind.HOME, Kind.SEARCH, Kind.NOT_FOUND}


def test_no_page_is_in_twice(library: Library) -> None:
    made = documents.of(library, sites.app().catalogue, Observations({}), Language.EN)
    assert len({document.route for document in made}) == len(made)


def test_a_practice_is_found_by_the_facts_it_cites_and_not_by_our_marks(library: Library) -> None:
    text = found(library)[Route(Kind.PRACTICE, "licentie-kiezen", Language.NL)].text
    assert "besloot op 1 mei 2026" in text
    assert "de licentie" in text
    assert "{" not in text.partition("niet-vervangen")[0]
    assert "##" not in text


def test_words_are_those_of_the_language(library: Library) -> None:
    english = found(library, Language.EN)
    assert english[Route(Kind.ORGANISATIONS, "", Language.EN)].title == "Organisations"
    assert english[Route(Kind.GLOSSARY, "licentie", Language.EN)].question == "What others may do with your work."
    assert found(library)[Route(Kind.GLOSSARY, "", Language.NL)].title == "Begrippen"


def test_repositories_are_found_by_account_and_name(library: Library) -> None:
    route = Route(Kind.REPOSITORY, "github.com/voorbeeld/kaart", Language.NL)
    assert found(library)[route].title == "voorbeeld/kaart"


def test_a_term_is_found_by_its_twin_its_synonyms_and_the_words_to_avoid(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.change("glossary.yaml", 'met je werk mag doen."}', 'met je werk mag doen.", synonyms: [gebruiksrecht]}')
    term = found(base.load())[Route(Kind.GLOSSARY, "licentie", Language.NL)]
    assert (term.text.split(), term.asked.split()) == (["licence", "begrip"], ["vergunning", "gebruiksrecht"])


def test_a_page_has_the_words_of_its_readers_and_apart_those_that_they_mix_in(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.write("search-words.yaml", "- page: practices/licentie-kiezen\n  nl: [vrijgeven]\n  en: [release, sharing]\n")
    library = base.load()
    dutch, english = (
        found(library, language)[Route(Kind.PRACTICE, "licentie-kiezen", language)] for language in Language
    )
    assert (dutch.asked.split(), dutch.mixed.split()) == (["vrijgeven"], ["release", "sharing"])
    assert (english.asked.split(), english.mixed.split()) == (["release", "sharing"], ["vrijgeven"])
    assert "vrijgeven" not in dutch.text  # they are found by, and never shown
