# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the search: how people write them, and what they are found by."""

from collections import Counter

import pytest
import simplemma
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
    ("text", "expected"),
    [
        ("Geldt de Who voor CI_tests?", {"who", "ci"}),
        ("Who decides", set()),
        ("de École, ÉÉN en 3D", {"école", "één"}),
        ("", set()),
    ],
)
def test_what_has_a_capital_elsewhere_than_at_the_start(text: str, expected: set[str]) -> None:
    assert words.capitalised(text) == expected


@given(st.text(st.sampled_from("ab1é.-'’_ \n#ß"), max_size=40))
def test_counting_gives_what_the_tokens_are(text: str) -> None:
    assert words.counted(text) == Counter(words.tokens(text))


@given(st.text(st.sampled_from("aeinrstlkdg-.'éI1"), min_size=1, max_size=12), st.sampled_from(Language))
def test_a_lemma_is_what_simplemma_says_it_is(token: str, language: Language) -> None:
    token = token.lower()
    assert words.lemma(token, language) == simplemma.lemmatize(token, lang=str(language)).lower()
    assert words._is_word(token) is (token in words._TRADE or simplemma.is_known(token, lang="nl"))


@pytest.mark.parametrize("token", ["licenties", "Amsterdam", "kwetsbaarheden", "auto's", "één", "12", "一", "½"])
def test_words_of_every_make_have_the_lemma_of_simplemma(token: str) -> None:
    assert words.lemma(token, Language.NL) == simplemma.lemmatize(token, lang="nl").lower()


def test_what_was_learnt_is_not_looked_up() -> None:
    words.learn(Language.NL, {"zwabberwoord": ("zwabber", "woord")})
    try:
        assert words.terms_of("zwabberwoord", Language.NL) == ("zwabber", "woord")
        assert words.terms_of("zwabberwoord", Language.EN) == ("zwabberwoord",)
    finally:
        words._known[Language.NL].pop("zwabberwoord")
        words._known[Language.EN].pop("zwabberwoord")


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


def test_taking_a_word_apart_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = []
    real = words._is_word

    def counted(part: str) -> bool:
        looked_up.append(part)
        assert len(looked_up) < 10_000, "what remains of a word is taken apart again and again"
        return real(part)

    monkeypatch.setattr(words, "_is_word", counted)
    assert words.parts("dorps" * 11 + "xq") == ()
    assert words.parts("dorps" * 100) == ()  # no word is that long


def test_the_dictionaries_can_be_read_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_providers", {})
    monkeypatch.setattr(words, "_dictionaries", {})
    words._simplemma.cache_clear()
    assert not any(words.used_dictionary(language) for language in Language)

    words.prepare()

    assert all(words.used_dictionary(language) for language in Language)
    assert words._simplemma.cache_info().currsize == 1
