# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own words: one a line, with remarks, phrases apart, and in an order that keeps changes small."""

from pathlib import Path

import pytest

from ospo.domain.language import Language
from ospo.knowledge import own_words
from python_messages import ROOT


def test_words_and_phrases_are_told_apart_and_remarks_are_none(tmp_path: Path) -> None:
    (tmp_path / "spelling.nl.txt").write_text("# Een opmerking\n\nforge  # een woord\n Keep   a Changelog \n", "utf-8")

    found = own_words.load(tmp_path)

    assert found[Language.NL] == (frozenset({"forge"}), ("Keep a Changelog",))
    assert found[Language.EN] == (frozenset(), ())


def test_whatever_the_file_holds_there_is_an_answer(tmp_path: Path) -> None:
    (tmp_path / "spelling.en.txt").write_bytes(b"\xff\xfe\x00\nwoord\r\n")

    assert "woord" in own_words.load(tmp_path)[Language.EN][0]


@pytest.mark.parametrize("language", list(Language))
def test_what_we_ship_is_in_order_and_holds_nothing_twice(language: Language) -> None:
    lines = (ROOT / "content" / f"spelling.{language}.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    for part in ([e for e in entries if " " not in e], [e for e in entries if " " in e]):
        assert part == sorted(set(part), key=lambda word: (word.lower(), word))
