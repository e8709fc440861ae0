# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo explain` and `ospo checks list`: reading in the terminal and in a pipe."""

import io
import re
import sys

import pytest

from command_line import CommandLine
from ospo import checks
from ospo.domain.language import Language


class Terminal(io.TextIOWrapper):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("language", "start"), [("nl", "# Heeft een licentiebestand\n"), ("en", "# Has a licence file\n")]
)
def test_a_check_is_explained_in_the_language_asked(ospo: CommandLine, language: str, start: str) -> None:
    answer = ospo("explain", "has-licence-file", "--language", language)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(start)
    assert "- `ospo explain licentie-kiezen`: " in answer.out


def test_a_practice_is_explained_with_its_facts(ospo: CommandLine) -> None:
    answer = ospo("explain", "licentie-kiezen")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("# Choose a licence\n")
    assert "The municipality of Voorbeeld decided on 1 May 2026 to work in the open. [1]" in answer.out


@pytest.mark.parametrize(
    ("name", "english", "dutch"),
    [
        (
            "open-wreken",
            "There is no check or practice 'open-wreken'. Did you mean open-werken?",
            "Er is geen toets of praktijk 'open-wreken'. Bedoel je open-werken?",
        ),
        (
            "xyzzy",
            "There is no check or practice 'xyzzy': `ospo checks list` names the checks.",
            "Er is geen toets of praktijk 'xyzzy': `ospo checks list` noemt de toetsen.",
        ),
    ],
)
def test_an_unknown_id_is_said_with_what_comes_close(ospo: CommandLine, name: str, english: str, dutch: str) -> None:
    for language, words in (("en", english), ("nl", dutch)):
        answer = ospo("explain", name, "--language", language)
        assert (answer.code, answer.out, answer.err) == (2, "", f"ospo: {words}\n")


@pytest.mark.parametrize("no_colour", [True, False])
def test_on_a_terminal_a_text_is_laid_out_within_its_width(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch, no_colour: bool
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(raw, "utf-8"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")

    ospo("explain", "has-licence-file")

    text = raw.getvalue().decode()
    assert "## What" not in text
    assert bool(re.search(r"\x1b\[[0-9;]*3[0-9]", text)) is not no_colour
    assert all(len(re.sub(r"\x1b(\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)", "", line)) <= 60 for line in text.splitlines())


@pytest.mark.parametrize("arguments", [["checks"], ["checks", "list"]], ids=" ".join)
def test_every_check_is_listed_by_topic_with_its_title(ospo: CommandLine, arguments: list[str]) -> None:
    answer = ospo(*arguments, "--language", "nl")

    assert (answer.code, answer.err) == (0, "")
    for check, topic in checks.check_ids().items():
        assert re.search(rf"^  {check} +\S", answer.out, re.MULTILINE)
        assert f"\n{checks.topic_text(topic, Language.NL).title}\n" in "\n" + answer.out
    assert all(len(line) <= 80 for line in answer.out.splitlines())


def test_a_hint_is_for_people_and_not_for_pipes(ospo: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ospo("checks").err == ""

    monkeypatch.setattr(sys, "stdout", Terminal(io.BytesIO(), "utf-8"))
    assert ospo("checks").err == "\nNext step: `ospo explain ID` tells what a check tests, and why.\n"


def test_a_verb_that_checks_does_not_have_is_an_error_of_usage(ospo: CommandLine) -> None:
    answer = ospo("checks", "lijst")

    assert answer.code == 2
    assert "Error: Invalid value for '[list]': 'lijst' is not 'list'.\n" in answer.err
