# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Narrowing: filters are words of the question, everything else is just words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import narrowing

NL = Language.NL
PRACTICE = Document(Route(Kind.PRACTICE, "a", NL), "a", "", "", "", "kaders", ("jurist", "ciso"))
CHECK = Document(Route(Kind.CHECK, "b", NL), "b", "", "")


@pytest.mark.parametrize(
    ("query", "words", "chosen"),
    [
        ("licentie", "licentie", ()),
        ("licentie kind:practice", "licentie", (("kind", "practice"),)),
        ("for:jurist licentie kind:check kind:practice", "licentie", (("kind", "practice"), ("for", "jurist"))),
        ("title:licentie kind:nergens", "title:licentie kind:nergens", ()),
        ("kind:", "kind:", ()),
        ("kind:practices", "kind:practices", ()),  # one page: no choice
    ],
)
def test_what_is_a_filter_and_what_a_word(query: str, words: str, chosen: tuple[tuple[str, str], ...]) -> None:
    assert narrowing.read(query) == narrowing.Narrowed(words, chosen)


def test_a_choice_can_be_made_changed_and_taken_back() -> None:
    asked = narrowing.read("licentie").having("for", "jurist").having("kind", "check")
    assert asked.query == "licentie kind:check for:jurist"
    assert asked.having("kind", "practice").query == "licentie kind:practice for:jurist"
    assert asked.having("kind", "").query == "licentie for:jurist"


def test_a_page_fits_when_it_fits_every_choice() -> None:
    assert narrowing.fits(PRACTICE, [("kind", "practice"), ("for", "ciso"), ("phase", "kaders")])
    assert not narrowing.fits(CHECK, [("phase", "kaders")])


def test_the_pages_that_list_others_are_one_kind_to_choose() -> None:
    lists = [Document(Route(kind, "", NL), kind, "", "") for kind in (Kind.PRACTICES, Kind.CHECKS, Kind.EVENTS)]
    assert narrowing.counts([*lists, CHECK], narrowing.read("x"), "kind") == {"overview": 3, "check": 1}
    assert all(narrowing.fits(page, narrowing.read("x kind:overview").chosen) for page in lists)
    assert not narrowing.fits(CHECK, narrowing.read("kind:overview").chosen)


def test_each_value_says_how_many_pages_it_leaves() -> None:
    found = [PRACTICE, CHECK, CHECK]
    assert narrowing.counts(found, narrowing.read("x kind:practice"), "kind") == {"check": 2, "practice": 1}
    assert narrowing.counts(found, narrowing.read("x kind:check"), "for") == {}


@given(st.text(max_size=100))
def test_what_was_read_reads_the_same_again(query: str) -> None:
    asked = narrowing.read(query)
    assert narrowing.read(asked.query) == asked
