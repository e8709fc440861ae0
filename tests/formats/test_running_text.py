# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running text: which words a speller sees, and where a sentence begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats.running_text import sentences, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een woord, en (nog) *een*.", ["Een", "woord", "en", "nog", "een"]),
        ("zo’n OSPO-lead; foto's", ["zo'n", "OSPO-lead", "foto's"]),
        ("en/of wél", ["en", "of", "wél"]),
        ("Zie `kode` en [de tekst](hier#daar).", ["Zie", "en", "de", "tekst"]),
        ("Open README.md of .github/ of docs/ of a_b of x@y.example", ["Open", "of", "of", "of", "of"]),
        ("https://een.example/foute www.fout.example 2026 EUPL-1.2", []),
        ("{feit:een-feit} en {begrip:forge|de forge} en {begrip:fork}", ["en", "de", "forge", "en"]),
        ("```\nkode\n```\n~~~\nkode\n~~~\nna", ["na"]),
        ("| a | bé |", ["a", "bé"]),
    ],
)
def test_words_are_what_a_reader_reads(text: str, found: list[str]) -> None:
    assert [word for word, _ in words(text)] == found


def test_a_word_knows_its_line() -> None:
    assert list(words("een\n\n```\nx\n```\ntwee")) == [("een", 1), ("twee", 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een zin. En nog een! Of niet? Ja.", ["Een zin.", "En nog een!", "Of niet?", "Ja."]),
        ("Een zin die\nover de regel gaat.", ["Een zin die over de regel gaat."]),
        ("Zie art. 5 en bijv. Voorbeeld. Dan verder.", ["Zie art. 5 en bijv. Voorbeeld.", "Dan verder."]),
        ("De heer J. Voorbeeld komt.", ["De heer J. Voorbeeld komt."]),
        ("# Kop\n\n| cel |\n\n> citaat\n\nTekst.", ["Tekst."]),
        ("- een\n- twee\n  vervolg\n1. **Drie** (rol). Vier.", ["een", "twee vervolg", "Drie (rol).", "Vier."]),
        ("Versie 2.0 is er. Nu.", ["Versie 2.0 is er.", "Nu."]),
        ("Een *[link](x)*. Twee.", ["Een link.", "Twee."]),
        ("42. 43.", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, found: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == found


def test_a_sentence_knows_its_line() -> None:
    assert [(s.line, s.text) for s in sentences("\nEen. Twee\nzin. Drie.\n\n- Vier.")] == [
        (2, "Een."),
        (2, "Twee zin."),
        (3, "Drie."),
        (5, "Vier."),
    ]


def test_a_fact_and_a_term_are_read_as_they_are_shown() -> None:
    found = sentences("Zo is het: {feit:x} {begrip:y}. {begrip:y|Ypsilon}.", lambda kind, name: f"{kind} {name}")

    assert [s.text for s in found] == ["Zo is het: feit x begrip y.", "Ypsilon."]


@given(st.text("ab .!?\n-*`#|{}[]()1A", max_size=120))
def test_no_word_is_lost_or_made_up(text: str) -> None:
    found = [word for sentence in sentences(text) for word in sentence.words]

    plain = text.translate(str.maketrans("", "", "*`[]"))
    assert all(word in plain for word in found)
    assert [line for _, line in words(text)] == sorted(line for _, line in words(text))


@given(st.text(max_size=200))
def test_whatever_it_holds_there_is_an_answer(text: str) -> None:
    list(words(text))
    list(sentences(text))
