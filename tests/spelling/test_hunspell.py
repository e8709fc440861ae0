# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hunspell as a program of its own: its answer, its absence, and nothing of this folder or this user that has a say."""

import os
import shutil
from pathlib import Path

import pytest

from ospo import spelling
from ospo.domain.language import Language


@pytest.fixture
def real() -> None:
    if shutil.which("hunspell") is None or spelling.unknown(["huis"], Language.NL) is None:
        pytest.skip("hunspell with the Dutch dictionary is not on this machine")
    if spelling.unknown(["house"], Language.EN) is None:
        pytest.skip("hunspell with the British dictionary is not on this machine")


@pytest.mark.usefixtures("real")
def test_a_word_that_is_wrong_is_named_and_a_compound_is_not() -> None:
    dutch = ["huis", "overheidsorganisatie", "kwetsbaarheidsmelding", "foto's", "overhied"]

    assert spelling.unknown(dutch, Language.NL) == {"overhied"}
    assert spelling.unknown(["licence", "organisation", "colour", "recieve"], Language.EN) == {"recieve"}


@pytest.mark.usefixtures("real")
def test_a_dictionary_of_this_folder_or_this_user_has_no_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nl.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "nl.dic").write_text("1\noverhied\n", "utf-8")
    (tmp_path / ".hunspell_nl").write_text("overhied\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert spelling.unknown(["huis", "overhied"], Language.NL) == {"overhied"}


@pytest.mark.usefixtures("real")
def test_many_words_go_in_parts_and_come_back_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_MOST", 20)

    assert spelling.unknown(["huis", "overhied", "boom", "kwetsbaarhied", "vis"], Language.NL) == {
        "overhied",
        "kwetsbaarhied",
    }


@pytest.mark.usefixtures("real")
def test_no_words_is_nothing_wrong() -> None:
    assert spelling.unknown([], Language.NL) == set()


def test_without_the_program_nothing_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert spelling.unknown(["overhied"], Language.NL) is None


@pytest.mark.parametrize("script", ["exit 1", 'echo "Can\'t open affix or dictionary files" >&2', "kill -9 $$"])
@pytest.mark.skipif(os.name != "posix", reason="a script that plays the program")
def test_without_its_dictionary_nothing_is_known(script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "hunspell"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")

    assert spelling.unknown(["overhied"], Language.NL) is None
