# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.status_notice import LINES, find, perhaps


@pytest.mark.parametrize(
    "line",
    [
        "This repository is archived.",
        "**This project is no longer maintained**, see its successor.",
        "## WARNING: this repository is no longer maintained, refer to another",
        "### This project is deprecated",
        "> [!WARNING] The project has been archived",
        "## 🚨 Repository archived 🚨",
        "# [DEPRECATED] Rekenhulp",
        "# Rekenhulp (gearchiveerd)",
        "**Deprecated**",
        "Archived: use the new one",
        "Dit project wordt niet meer onderhouden.",
        "Deze repository is gearchiveerd",
        "❗De rekenhulp wordt niet langer actief onderhouden.",
        "Therefore the library is not under active development anymore.",
        "Rekenhulp is not actively maintained; forks are welcome.",
        "Dit project wordt sinds 1 januari 2024 niet meer onderhouden.",
        "Rekenhulp wordt sinds de zomer van 2023 niet langer actief onderhouden.",
        "This project has not been maintained since 2021.",
        "Rekenhulp hasn't been actively maintained since last year.",
        "This software is since March 2024 no longer supported.",
        "![status](https://www.repostatus.org/badges/latest/unsupported.svg)",
    ],
)
def test_a_notice_of_the_end_is_found(line: str) -> None:
    assert find(f"# Rekenhulp\n\n{line}\n") == 3


@pytest.mark.parametrize(
    "line",
    [
        "Store archived documents and retired assets.",
        "Version 1.x is no longer maintained; upgrade to 2.x.",
        "The v1 branch is no longer maintained.",
        "Python 3.8 is no longer supported.",
        "This project is actively maintained.",
        "This project has been maintained since 2019.",
        "Dit project wordt sinds 2019 onderhouden door een gemeente.",
        "Python 3.8 has not been maintained since 2024.",
        "The results of this project have not been developed further.",
        "Dit project wordt onderhouden door een gemeente.",
        "Owners archive their repositories when they become inactive.",
        "Compatible with the now deprecated Java client.",
        "[archive](https://voorbeeld.example/archives/2026)",
        "![status](https://www.repostatus.org/badges/latest/active.svg)",
    ],
)
def test_words_that_are_about_something_else_are_not(line: str) -> None:
    assert find(line) is None


def test_only_the_top_of_the_readme_is_read() -> None:
    assert find("\n" * LINES + "This repository is archived.\n") is None
    assert find("\n" * (LINES - 1) + "This repository is archived.\n") == LINES


@pytest.mark.parametrize(
    "line", ["Zie de opvolger, Kompas.", "This has moved to elsewhere.", "EOL", "no longer an issue"]
)
def test_words_that_may_say_it_are_a_hint_anywhere_in_the_readme(line: str) -> None:
    assert perhaps("x\n" * LINES + line) == LINES + 1
    assert find("x\n" * LINES + line) is None


def test_without_such_words_there_is_no_hint() -> None:
    assert perhaps("# Wijzer\n\nWijst de weg, ook voor geologen.\n") is None
    assert perhaps("x" * 2000 + " archived") is None
    assert perhaps("x\n" * 1000 + "archived") is None
