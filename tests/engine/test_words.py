# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the search: how people write them, and what they are found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.language import Language
from ospo.engine import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Welke LICENTIE?", ["welke", "licentie"]),
        ("security.txt", ["security.txt", "security", "txt"]),
        ("CODE_OF_CONDUCT.md", ["code", "of", "conduct.md", "conduct", "md"]),
        ("sign-off", ["sign-off", "sign", "off"]),
        ("één café", ["één", "café"]),
        ("<b>\x00 --  ' \"", ["b"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words.tokens(text) == expected


@pytest.mark.parametrize(
    ("token", "language", "expected"),
    [
        ("licenties", Language.NL, "licentie"),
        ("kwetsbaarheden", Language.NL, "kwetsbaarheid"),
        ("publiceren", Language.NL, "publiceren"),
        ("licences", Language.EN, "licence"),
    ],
)
def test_lemmas(token: str, language: Language, expected: str) -> None:
    assert words.lemma(token, language) == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("beveiligingslek", ("beveiliging", "lek")),
        ("softwareleverancier", ("software", "leverancier")),
        ("overheid", ()),
        ("eigenaarschap", ()),
        ("korte", ()),
    ],
)
def test_parts_of_compounds(token: str, expected: tuple[str, ...]) -> None:
    assert words.parts(token) == expected


@pytest.mark.parametrize(
    ("token", "expected"), [("sign-off", "signoff"), ("één", "een"), ("security.txt", "securitytxt")]
)
def test_inner_marks_and_accents_do_not_matter(token: str, expected: str) -> None:
    assert words.fold(token) == expected


def test_stop_words_find_nothing() -> None:
    assert words.terms("hoe is het met de", Language.NL) == []
    assert words.terms("ware", Language.NL) == []  # a form of a stop word


@pytest.mark.parametrize("spelling", ["license", "licenses", "licensing", "licence"])
def test_other_spellings_meet(spelling: str) -> None:
    assert words.terms(spelling, Language.EN) == ["licence"]


@given(st.text(max_size=60), st.sampled_from(Language))
def test_terms_are_plain_words_whatever_comes_in(text: str, language: Language) -> None:
    assert all(term.isalnum() for term in words.terms(text, language))
