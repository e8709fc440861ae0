# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling: the term that was meant is found, another one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.engine.spelling import Spelling, distance

WORDS = "changelog kwetsbaarheid licentie melding repository steen steek feit één-twee"
TERMS = sorted(WORDS.split())
SPELLING = Spelling(TERMS, lambda number: 1 + (TERMS[number] == "steek"))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("changlog", ("changelog",)),
        ("lisentie", ("licentie",)),
        ("repositroy", ("repository",)),
        ("kwetsb", ("kwetsbaarheid",)),  # broken off
        ("steem", ("steek",)),  # what more pages have
        ("kwetsbaarheidsmelding", ("kwetsbaarheid", "melding")),
        ("kwetsbaarheidsmeldign", ("kwetsbaarheid", "melding")),
        ("xicentie", ()),  # the first letter is not what people get wrong
        ("fiets", ()),
        ("fet", ()),
        ("", ()),
        ("x" * 1000, ()),
        ("één-twe", ()),
    ],
)
def test_what_was_meant(word: str, meant: tuple[str, ...]) -> None:
    assert SPELLING.meant(word, compounds=True) == meant


def test_compounds_are_taken_apart_only_where_the_language_has_them() -> None:
    assert SPELLING.meant("kwetsbaarheidsmelding", compounds=False) == ()


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abcd", 1), ("abcd", "wxyz", 3)],
)
def test_distance(one: str, other: str, errors: int) -> None:
    assert distance(one, other, 2) == errors


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_the_same_both_ways_and_nothing_only_for_the_same(one: str, other: str) -> None:
    assert distance(one, other, 20) == distance(other, one, 20)
    assert (distance(one, other, 20) == 0) is (one == other)


@given(st.text(max_size=60))
def test_any_word_can_be_mended(word: str) -> None:
    assert all(term in TERMS for term in SPELLING.meant(word, compounds=True))
