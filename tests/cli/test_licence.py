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


def test_several_texts_in_one_file_are_all_named_with_their_lines(ospo: CommandLine, tmp_path: Path) -> None:
    both = f"{licence_samples.text('MIT')}\n\n{licence_samples.text('Apache-2.0')}"

    answer = ospo("licence", written(tmp_path, both), "--format", "json")

    (file,) = answer.json["files"]
    assert answer.code == 0
    assert [(one["id"], one["method"]) for one in file["licences"]] == [("MIT", "exact"), ("Apache-2.0", "exact")]
    assert file["licences"][0]["line"] < file["licences"][1]["line"]


def test_a_pointer_leads_to_the_folder_with_texts(ospo: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "LICENSES").mkdir()
    written(tmp_path / "LICENSES", licence_samples.text("MIT"), "MIT.txt")
    pointer = written(tmp_path, "This work is licensed; see LICENSES/MIT.txt for the words.\n")

    told = ospo("licence", pointer, "--language", "en")
    (file,) = ospo("licence", pointer, "--format", "json").json["files"]

    assert told.code == 0
    assert "points to LICENSES/MIT.txt: MIT" in told.out
    assert [(one["id"], one["method"], one["path"]) for one in file["licences"]] == [
        ("MIT", "pointer", "LICENSES/MIT.txt")
    ]


@pytest.mark.parametrize("named", ["../buiten.txt", "LICENSES/weg.txt", "link.txt"])
def test_a_pointer_that_leads_outside_or_nowhere_is_not_followed(ospo: CommandLine, tmp_path: Path, named: str) -> None:
    inside = tmp_path / "binnen"
    inside.mkdir()
    outside = written(tmp_path, licence_samples.text("MIT"), "buiten.txt")
    (inside / "link.txt").symlink_to(outside)

    answer = ospo("licence", written(inside, f"Zie {named} voor de voorwaarden.\n"))

    assert answer.code == 1
    assert "MIT" not in answer.out


def test_an_altered_text_exits_with_1_and_shows_the_words_in_their_place(ospo: CommandLine, tmp_path: Path) -> None:
    text = licence_samples.text("EUPL-1.2").replace("royalty-free", "royalty-paid", 1)
    line = text[: text.index("royalty-paid")].count("\n") + 1

    answer = ospo("licence", written(tmp_path, text), "--language", "en")

    assert answer.code == 1
    assert "altered: words that differ from the official text: 1" in answer.out
    assert f"LICENSE:{line}: " in answer.out
    assert "[-free-] {+paid+}" in answer.out


def test_what_is_no_text_and_what_only_names_a_licence_say_so(ospo: CommandLine, tmp_path: Path) -> None:
    image = tmp_path / "LICENSE.pdf"
    image.write_bytes(b"%PDF-1.7\n")
    naming = written(tmp_path, "SPDX-" + "License-Identifier: MIT\n")

    answer = ospo("licence", image, naming, "--language", "en")
    files = ospo("licence", image, naming, "--format", "json").json["files"]

    assert answer.code == 1
    assert "is no text" in answer.out
    assert "names MIT, but does not hold the text" in answer.out
    assert [file["text"] for file in files] == [False, True]
    assert [one["method"] for one in files[1]["licences"]] == ["declared"]


def test_a_folder_cannot_be_read_as_a_file(ospo: CommandLine, tmp_path: Path) -> None:
    answer = ospo("licence", tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert str(tmp_path) in answer.err


def test_what_an_unknown_text_is_most_like_is_told(ospo: CommandLine, tmp_path: Path) -> None:
    words = licence_samples.text("EUPL-1.2").split()
    own = " ".join(word if place % 4 else "eigenzinnig" for place, word in enumerate(words))

    answer = ospo("licence", written(tmp_path, own), "--format", "json")

    (file,) = answer.json["files"]
    assert answer.code == 1
    assert {one["method"] for one in file["licences"]} <= {"declared"}
    assert file["resembles"]["id"] == "EUPL-1.2"
    assert 0 < file["resembles"]["likeness"] < 1
