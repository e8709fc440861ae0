# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo licence`: what a text is, in which language, how that is known, and what was altered."""

from pathlib import Path

import pytest

import licence_samples
from command_line import CommandLine


def written(tmp_path: Path, text: str, name: str = "LICENSE") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_text_as_it_was_published_is_exact(ospo: CommandLine, tmp_path: Path) -> None:
    answer = ospo("licence", written(tmp_path, licence_samples.text("EUPL-1.2")))

    assert answer.code == 0
    assert "EUPL-1.2" in answer.out


def test_three_altered_words_are_named_with_their_lines(ospo: CommandLine, tmp_path: Path) -> None:
    text = licence_samples.eupl_nl()
    words = text.split()
    changed = text
    for old, new in (("verstrekt", "verstreid"), ("beschikking", "beschikbaar")):
        assert old in words or old in text
        changed = changed.replace(old, new, 1)

    answer = ospo("licence", written(tmp_path, changed), "--format", "json")
    dutch = ospo("licence", written(tmp_path, changed), "--language", "nl")

    (found,) = answer.json["files"]
    assert "EUPL-1.2" in str(found)
    assert "verstreid" in str(found)
    assert "verstreid" in dutch.out
    assert "verstrekt" in dutch.out


def test_what_is_no_licence_says_so(ospo: CommandLine, tmp_path: Path) -> None:
    answer = ospo("licence", written(tmp_path, "Once upon a time.\n"))

    assert answer.code in (0, 1)
    assert "EUPL" not in answer.out


@pytest.mark.parametrize("content", ["", "\x00" * 100, "\x1b[2J" * 100, "{\\rtf1 " + "x" * 1000])
def test_hostile_text_ends_in_an_answer(ospo: CommandLine, tmp_path: Path, content: str) -> None:
    answer = ospo("licence", written(tmp_path, content))

    assert answer.code in (0, 1, 2)
    assert "\x1b" not in answer.out + answer.err


def test_a_file_that_is_not_there_is_one_sentence(ospo: CommandLine, tmp_path: Path) -> None:
    answer = ospo("licence", tmp_path / "none")

    assert (answer.code, answer.out) == (2, "")
