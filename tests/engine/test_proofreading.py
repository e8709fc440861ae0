# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofreading: words that no dictionary knows, each where it stands; and sentences that nobody reads to the end."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import knowledge_base
from knowledge_base import KnowledgeBase
from ospo.domain.language import Language
from ospo.engine import proofreading
from ospo.engine.proofreading import ABSURD, OwnWords

PRACTICE, WORDS = "practices/open-werken.nl.md", "Lees [over ons]"
ENGLISH = "practices/open-werken.en.md"


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def strange(base: KnowledgeBase, *unknown: str, own: OwnWords | None = None) -> list[tuple[str, int | None, str]]:
    """Each word that is named, when the dictionary knows all but some words."""

    def ask(words: Iterable[str], language: Language) -> set[str]:
        return set(words) & set(unknown)

    found = proofreading.strange_words(base.load(), {Language.NL: own or OwnWords()}, ask)
    assert found is not None
    return [(p.path, p.line, str(p.values["id"])) for p in found]


def test_a_word_is_named_with_its_file_and_line(base: KnowledgeBase) -> None:
    base.change(PRACTICE, WORDS, f"De overhied. {WORDS}")
    line = next(
        n for n, text in enumerate((base.path / PRACTICE).read_text("utf-8").splitlines(), 1) if "overhied" in text
    )

    assert strange(base, "overhied") == [(PRACTICE, line, "overhied")]


def test_every_kind_of_text_is_read(base: KnowledgeBase) -> None:
    base.change("facts/geschat-aantal.yaml", 'nl: "', 'nl: "Overhied ')
    base.change(PRACTICE, "title: ", "title: Overhied ")

    found = strange(base, "Overhied")

    assert [(path, word) for path, _, word in found] == [
        ("facts/geschat-aantal.yaml", "Overhied"),
        (PRACTICE, "Overhied"),
    ]


@pytest.mark.parametrize(
    ("text", "own", "named"),
    [
        ("overhied", OwnWords(frozenset({"overhied"})), []),
        ("Overhied", OwnWords(frozenset({"overhied"})), []),
        ("overhied", OwnWords(frozenset({"Overhied"})), ["overhied"]),
        ("overhied-lead", OwnWords(frozenset({"overhied"})), []),
        ("overhied-lead", OwnWords(), ["overhied-lead"]),
        ("overhied", OwnWords(phrases=("de overhied",)), ["overhied"]),
        ("de  overhied", OwnWords(phrases=("de overhied",)), []),
        ("de overhieden", OwnWords(phrases=("de overhied",)), ["overhieden"]),
        ("oss.overhied.nl/overhied", OwnWords(), []),
        ("SBOMS GitHub e x", OwnWords(), []),
        ("overhíed", OwnWords(frozenset({"overhied"})), []),
    ],
)
def test_our_own_words_names_and_abbreviations_are_words(
    base: KnowledgeBase, text: str, own: OwnWords, named: list[str]
) -> None:
    base.change(PRACTICE, WORDS, f"{text}. {WORDS}")
    unknown = ("overhied", "Overhied", "overhíed", "overhied-lead", "overhieden", "SBOMS", "GitHub", "e", "x")

    assert [word for _, _, word in strange(base, *unknown, own=own)] == named


def test_a_stressed_word_is_a_word_when_it_is_one_without_the_stress(base: KnowledgeBase) -> None:
    base.change(PRACTICE, WORDS, f"níet. {WORDS}")

    assert strange(base, "níet") == []
    assert "níet" in [word for _, _, word in strange(base, "níet", "niet")]


def test_a_name_that_the_data_holds_is_a_word_as_a_whole(base: KnowledgeBase) -> None:
    name = next(iter(base.load().organisations.values())).name
    *_, last = name.split()
    base.change(PRACTICE, WORDS, f"Bij {name} en bij {last.lower()}xyz. {WORDS}")

    found = [word for path, _, word in strange(base, last, f"{last.lower()}xyz") if path == PRACTICE]
    assert found == [f"{last.lower()}xyz"]


def test_a_word_of_one_language_is_no_word_of_the_other(base: KnowledgeBase) -> None:
    base.change(ENGLISH, "Read [about us]", "Overhied. Read [about us]")

    found = strange(base, "Overhied", own=OwnWords(frozenset({"overhied"})))

    assert [(path, word) for path, _, word in found] == [(ENGLISH, "Overhied")]


def test_without_a_dictionary_nothing_is_known(base: KnowledgeBase) -> None:
    assert proofreading.strange_words(base.load(), {}, lambda words, language: None) is None


def test_a_sentence_that_nobody_reads_is_a_problem_and_one_word_less_is_taste(base: KnowledgeBase) -> None:
    for more, count in ((0, 0), (1, 1)):
        text = " ".join(["Een", *["woord"] * (ABSURD - 1 + more)])
        base.change(PRACTICE, WORDS, f"{text}. {WORDS}")
        found = proofreading.too_long(proofreading.hardness(base.load()))
        base.change(PRACTICE, f"{text}. ", "")

        assert [(p.path, p.values["n"]) for p in found] == [(PRACTICE, ABSURD + 1)] * count


def test_the_hardest_text_comes_first_with_the_line_of_its_sentences(base: KnowledgeBase) -> None:
    hard = "Verantwoordelijkheidsverdelingen onderscheiden organisatieonderdelen."
    base.change(PRACTICE, WORDS, f"{hard} {WORDS}")

    found = proofreading.hardness(base.load())

    assert len(found) == 2 * (len(base.load().practices) + len(base.load().pages))
    assert [one.found.score for one in found] == sorted(one.found.score for one in found)
    (own,) = (one for one in found if one.path == PRACTICE)
    lines = (base.path / PRACTICE).read_text("utf-8").splitlines()
    (line,) = (own.first_line + s.line - 1 for s in own.found.longest if s.text == hard)
    assert hard in lines[line - 1]
