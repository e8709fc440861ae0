# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: what people type finds the page they mean, and whatever they type does no harm."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sites
from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import relevance
from ospo.engine import site as plan
from ospo.store.search import SearchIndex
from questions import EN, NL

QUESTIONS = [(Language.NL, q, page) for q, page in NL.items()] + [(Language.EN, q, page) for q, page in EN.items()]


def document(title: str, text: str = "", language: Language = Language.NL) -> Document:
    return Document(Route(Kind.CHECK, title, language), title, "", text)


def find(query: str, language: Language) -> list[str]:
    search = sites.live().find
    assert search is not None
    return [plan.address(found.route).removeprefix(f"/{language}/").strip("/") for found in search(query, language)]


@pytest.mark.parametrize(("language", "question", "page"), QUESTIONS)
def test_a_question_finds_its_page_among_the_first_three(language: Language, question: str, page: str) -> None:
    assert page in find(question, language)[:3]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "\x00",
        "a\x00b\x1b[31m",
        '"',
        "' OR 1=1 --",
        'licentie" OR "x',
        "licentie AND NOT (kies*)",
        "NEAR(a b, 5)",
        "title:licentie",
        "{title text} : x",
        "^licentie + -kies",
        "*",
        "\ud800",
        "<script>alert(1)</script>",
        "licentie " * 500,
        "x" * 10_000,
        "🦀 ½ ² ﬁ ß İ",
        "ي و ه",
    ],
)
@pytest.mark.parametrize("language", Language)
def test_whatever_is_typed_does_no_harm(query: str, language: Language) -> None:
    assert len(find(query, language)) <= relevance.FOUND


@given(st.text(max_size=80))
def test_any_text_can_be_looked_for(query: str) -> None:
    find(query, Language.NL)


def test_operators_mean_nothing() -> None:
    assert find("licentie AND NOT kiezen", Language.NL)[0] == "practices/licentiekeuze"
    assert find("licent*", Language.NL)[:1] == ["practices/licentiekeuze"]


def test_languages_are_kept_apart() -> None:
    index = SearchIndex([document("wiel"), document("wiel", language=Language.EN)])
    assert [d.route.language for d in index.find("wiel", Language.NL)] == [Language.NL]
    assert [d.route.language for d in index.find("wiel", Language.EN)] == [Language.EN]


def test_nothing_is_found_where_nothing_is() -> None:
    assert SearchIndex([]).find("wiel", Language.NL) == []
    assert SearchIndex([document("wiel")]).find("xqzzy", Language.NL) == []


def test_the_beginning_of_a_word_helps_when_no_word_fits() -> None:
    index = SearchIndex([document("kwetsbaarheden melden"), document("iets anders")])
    assert [d.title for d in index.find("kwetsb", Language.NL)] == ["kwetsbaarheden melden"]
    assert index.find("kw", Language.NL) == []


def test_many_readers_may_search_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda q: find(q, Language.NL), list(NL) * 4))
    assert found == [find(q, Language.NL) for q in NL] * 4


@pytest.mark.parametrize(
    ("query", "language", "title"),
    [
        ("kwetsbarheden", Language.NL, "kwetsbaarheden melden"),
        ("lisentie", Language.NL, "licentie"),
        ("licnetie", Language.NL, "licentie"),
        ("kwetsbaarheidmeldem", Language.NL, "kwetsbaarheden melden"),
        ("vulnerabilty", Language.EN, "vulnerability"),
    ],
)
def test_a_misspelt_word_finds_what_was_meant(query: str, language: Language, title: str) -> None:
    index = SearchIndex([document(title, language=language), document("zebra", language=language)])
    found = index.find(query, language)
    assert [d.title for d in found] == [title]
    assert query not in found.terms


def test_a_word_that_stands_on_a_page_is_never_mended() -> None:
    index = SearchIndex([document("steen"), document("steek", text="steek steek")])
    assert [d.title for d in index.find("steen", Language.NL)] == ["steen"]


def test_words_by_which_readers_look_for_a_page_find_it() -> None:
    plain = document("manager overtuigen")
    index = SearchIndex([replace(plain, asked="directie"), document("iets anders")])
    assert [d.title for d in index.find("directie", Language.NL)] == ["manager overtuigen"]


def test_a_page_with_all_of_a_question_comes_before_one_with_a_part_of_it_twice() -> None:
    index = SearchIndex([document("x", "wiel wiel"), document("y", "wiel band"), *map(document, "abcdefgh")])
    assert next(d.title for d in index.find("wiel band", Language.NL)) == "y"
