# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How hard a text is to read: the formulas of Flesch and Douma, from words, sentences and syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.language import Language
from ospo.formats import readability
from ospo.formats.readability import syllables
from ospo.formats.running_text import Sentence, sentences

NL, EN = Language.NL, Language.EN


@pytest.mark.parametrize(
    ("word", "count"),
    [("boom", 1), ("overheid", 3), ("leesbaarheid", 3), ("eeuwen", 2), ("geüpdatet", 4), ("mooie", 2), ("brr", 1)],
)
def test_dutch_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word, NL) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("tree", 1), ("licence", 2), ("open", 2), ("table", 2), ("used", 1), ("created", 3), ("brr", 1), ("readable", 3)],
)
def test_english_syllables_leave_out_the_silent_e(word: str, count: int) -> None:
    assert abs(syllables(word, EN) - count) <= 1
    assert word != "tree" or syllables(word, EN) == 1


def test_the_formulas_are_those_that_are_named() -> None:
    text = list(sentences("De kat zit op de mat. De boom is groot."))

    dutch, english = readability.of(text, NL), readability.of(text, EN)

    assert dutch is not None
    assert english is not None
    assert (dutch.words, dutch.sentences, dutch.per_sentence) == (10, 2, 5.0)
    assert dutch.score == pytest.approx(206.84 - 0.93 * 5 - 77 * 1.0)
    assert english.score == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 1.0)


def test_a_text_without_words_has_no_figure() -> None:
    assert readability.of([], NL) is None
    assert readability.of([Sentence(1, "42.")], NL) is None


def test_the_longest_sentences_come_first() -> None:
    found = readability.of(list(sentences("Kort. Een langere zin hier. Ook een zin.")), NL, longest=2)

    assert found is not None
    assert [s.text for s in found.longest] == ["Een langere zin hier.", "Ook een zin."]


words = st.lists(st.text("abeiou", min_size=1, max_size=8), min_size=1, max_size=30)


@given(words, st.sampled_from(list(Language)))
def test_one_long_sentence_is_never_easier_than_the_same_words_in_two(text: list[str], language: Language) -> None:
    whole = readability.of([Sentence(1, " ".join([*text, "en", *text]))], language)
    cut = readability.of([Sentence(1, " ".join([*text, "en"])), Sentence(1, " ".join(text))], language)

    assert whole is not None
    assert cut is not None
    assert whole.score < cut.score


@given(st.text(max_size=30), st.sampled_from(list(Language)))
def test_every_word_has_a_syllable_and_no_more_than_letters(word: str, language: Language) -> None:
    assert 1 <= syllables(word, language) <= max(1, len(word))
