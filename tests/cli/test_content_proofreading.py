# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content check`: spelling beside all else that is wrong, and how hard the texts are to read."""

from collections.abc import Iterable, Mapping

import pytest

from command_line import CommandLine
from knowledge_base import KnowledgeBase
from ospo import checks, spelling
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language

PRACTICE, WORDS = "practices/open-werken.nl.md", "Lees [over ons]"


@pytest.fixture(autouse=True)
def two_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    def check_ids() -> Mapping[CheckId, str]:
        return {CheckId("has-licence-file"): "licence", CheckId("readme-explains-the-project"): "community"}

    monkeypatch.setattr(checks, "check_ids", check_ids)


def dictionary(monkeypatch: pytest.MonkeyPatch, *unknown: str) -> None:
    def ask(words: Iterable[str], language: Language) -> set[str]:
        return set(words) & set(unknown)

    monkeypatch.setattr(spelling, "unknown", ask)


def test_a_word_that_is_wrong_stands_among_all_that_is_wrong(
    ospo: CommandLine, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary(monkeypatch, "overhied")
    base.change(PRACTICE, WORDS, f"De overhied. {WORDS}")
    ospo("content", "stamp")
    base.change("practices/licentie-kiezen.nl.md", "norms: [VB-01]", "norms: [VB-99]")

    answer = ospo("content", "check")

    first, one, two = answer.err.splitlines()
    assert (answer.code, first) == (2, "ospo: The knowledge base has problems (2):")
    assert "names the control 'VB-99'" in one
    assert two.endswith(
        "has 'overhied', which is in no dictionary: mend it, or write it in spelling.nl.txt when it is right"
    )
    assert two.startswith(f"{PRACTICE}:")


def test_a_word_on_our_own_list_is_right(
    ospo: CommandLine, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary(monkeypatch, "overhied")
    base.change(PRACTICE, WORDS, f"De overhied. {WORDS}")
    base.write("spelling.nl.txt", "overhied\n")
    ospo("content", "stamp")

    assert ospo("content", "check").code == 0


def test_without_a_dictionary_that_is_said_and_nothing_else_changes(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "unknown", lambda words, language: None)

    answer = ospo("content", "check")

    said, order = answer.err.splitlines()
    assert answer.code == 0
    assert said.startswith("ospo: Spelling was not looked at: hunspell")
    assert order.startswith("ospo: The knowledge base is in order")


def test_readability_is_told_of_every_text_and_is_no_problem(
    ospo: CommandLine, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary(monkeypatch)

    answer = ospo("content", "check", "--readability")

    library = base.load()
    texts = [line for line in answer.out.splitlines() if not line.startswith(" ")]
    assert answer.code == 0
    assert len(texts) == 2 * (len(library.practices) + len(library.pages))
    assert all(" words a sentence" in line for line in texts)
    assert any(line.startswith(f"  {PRACTICE}:") for line in answer.out.splitlines())
    assert "Douma's formula for Dutch" in answer.err


def test_what_is_due_names_a_hard_text_with_its_figure_and_its_longest_sentences(
    ospo: CommandLine, base: KnowledgeBase
) -> None:
    assert f"      {PRACTICE}:" not in ospo("content", "due").out

    hard = "Verantwoordelijkheidsverdeling vereist informatiebeveiligingsorganisaties. " * 9
    base.change(PRACTICE, WORDS, f"{hard}\n\n{WORDS}")
    lines = ospo("content", "due").out.splitlines()

    place = next(n for n, line in enumerate(lines) if line.startswith("Texts that are hard to read"))
    assert "Douma (1960) for Dutch and of Flesch (1948) for English" in lines[place + 1]
    task = next(n for n, line in enumerate(lines) if n > place and PRACTICE in line)
    assert lines[task + 1].startswith("    Readability ")
    assert lines[task + 2].startswith(f"      {PRACTICE}:")


def test_building_does_not_ask_the_dictionary(
    ospo: CommandLine, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(words: Iterable[str], language: Language) -> set[str]:
        raise AssertionError("the dictionary was asked")

    monkeypatch.setattr(spelling, "unknown", never)

    assert ospo("content", "due").code == 0
    assert ospo("build", "--output", str(base.path.parent / "site")).code == 0
