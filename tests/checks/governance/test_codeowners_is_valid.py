# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.codeowners_is_valid import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

PATH = ".github/CODEOWNERS"
ON_GITHUB = ("https://github.com/voorbeeld/project",)


def verdict(text: str | bytes | Unreadable, path: str = PATH) -> object:
    return check(MemorySnapshot({path: text, "README.md": "x"}, remotes=ON_GITHUB))


@pytest.mark.parametrize(
    ("text", "rules"),
    [("* @voorbeeld/team\n", 1), ("# all\n* @one @two # both\n\npoetry.lock\n", 2), ("*\t@one\r\n", 1)],
)
def test_usable_lines_are_met(text: str, rules: int) -> None:
    assert verdict(text) == met("valid", Evidence(PATH), path=PATH, rules=rules)


def test_without_a_file_it_does_not_apply() -> None:
    assert check(MemorySnapshot({"README.md": "x"})) == not_applicable("no-codeowners")


def test_a_place_the_forge_does_not_read() -> None:
    path = ".gitlab/CODEOWNERS"

    assert verdict("* @one", path) == not_met("wrong-place", Evidence(path), path=path)


def test_every_bad_line_is_shown_up_to_five() -> None:
    text = "* @one\n" + "!x @one\n" * 7

    assert verdict(text) == not_met(
        "invalid-lines", *(Evidence(PATH, line) for line in range(2, 7)), path=PATH, count=7, line=2
    )


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [("", "no-owners", None), ("# * @one\npoetry.lock\n", "no-owners", None), ("- @one @two\n", "matches-nothing", 1)],
)
def test_a_file_that_assigns_nobody(text: str, reason: str, line: int | None) -> None:
    assert verdict(text) == not_met(reason, Evidence(PATH, line), path=PATH)


@pytest.mark.parametrize("text", [b"#" * 3_000_000, Unreadable("too-large")])
def test_a_file_the_forge_will_not_load(text: bytes | Unreadable) -> None:
    assert verdict(text) == not_met("too-large", Evidence(PATH), path=PATH)


def test_what_cannot_be_had_passes_through() -> None:
    with pytest.raises(Unreadable, match="missing"):
        verdict(Unreadable("missing"))


def test_the_end_of_a_long_file_is_read_too() -> None:
    text = "# a comment of some length\n" * 20_000 + "* @one\n"

    assert verdict(text) == met("valid", Evidence(PATH), path=PATH, rules=1)


def test_sections_are_fine_on_gitlab() -> None:
    snapshot = MemorySnapshot(
        {".gitlab/CODEOWNERS": "[Docs] @one\ndocs/\n", "docs/index.md": ""}, remotes=("https://gitlab.com/a/b",)
    )

    assert check(snapshot) == met("valid", Evidence(".gitlab/CODEOWNERS"), path=".gitlab/CODEOWNERS", rules=1)


@pytest.mark.parametrize("again", ["* @two", "*"])
def test_a_rule_that_a_later_one_overrules_is_pointed_at(again: str) -> None:
    assert verdict(f"* @one\nREADME.md @one\n{again}\n") == met("overruled", Evidence(PATH, 1), path=PATH, line=1, by=3)


@pytest.mark.parametrize(("second", "reason"), [("[Code]", "valid"), ("[docs][2]", "overruled")])
def test_on_gitlab_the_last_rule_of_a_section_counts(second: str, reason: str) -> None:
    text = f"[Docs]\n* @one\n{second}\n* @two\n"
    snapshot = MemorySnapshot({"CODEOWNERS": text}, remotes=("https://gitlab.com/a/b",))

    assert check(snapshot).reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("* @voorbeeld/team\n", "invalid-expressions"),
        (".*\n", "no-owner-expressions"),
        (".* @one\n.* @two\n", "valid"),
    ],
)
def test_patterns_of_gitea_are_regular_expressions_that_all_count(text: str, reason: str) -> None:
    assert check(MemorySnapshot({"CODEOWNERS": text}, remotes=("https://codeberg.org/a/b",))).reason == reason
