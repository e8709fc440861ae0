# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo publiccode`: the doctor says where and what, shows a diff, and writes only when asked."""

import subprocess
from pathlib import Path

import pytest

from command_line import CommandLine
from publiccode_documents import VALID

ILL = VALID.replace("localisationReady: true", "localisationReady: yes  # soon")


@pytest.fixture
def ill(tmp_path: Path) -> Path:
    path = tmp_path / "publiccode.yml"
    path.write_text(ILL)
    path.chmod(0o640)
    return path


def test_a_problem_is_shown_with_line_column_source_and_advice(ospo: CommandLine, ill: Path) -> None:
    answer = ospo("publiccode", "check", ill)

    line = ILL.splitlines().index("  localisationReady: yes  # soon") + 1
    assert answer.code == 1
    assert answer.out.splitlines()[:4] == [
        f"{ill}:{line}:3: error: localisation.localisationReady holds another kind of value than it should",
        f"  {line:>4} |   localisationReady: yes  # soon",
        "       |   ^",
        "       = See whether a text, list or true/false goes here.",
    ]


def test_the_same_in_dutch_and_as_json(ospo: CommandLine, ill: Path) -> None:
    dutch = ospo("publiccode", "check", ill, "--language", "nl")
    found = ospo("publiccode", "check", ill, "--format", "json").json["problems"]

    assert "fout: localisation.localisationReady bevat een ander soort waarde dan hoort" in dutch.out
    assert [(p["key"], p["column"], p["reason"]) for p in found] == [
        ("localisation.localisationReady", 3, "wrong-type")
    ]


def test_fix_shows_a_diff_that_git_applies_and_writes_nothing(ospo: CommandLine, ill: Path) -> None:
    answer = ospo("publiccode", "fix", ill)

    assert (answer.code, ill.read_text()) == (0, ILL)
    subprocess.run(["git", "apply", "-"], cwd=ill.parent, input=answer.out.encode(), check=True)
    assert "  localisationReady: true  # soon\n" in ill.read_text()


def test_fix_writes_on_request_and_keeps_the_rights_of_the_file(ospo: CommandLine, ill: Path) -> None:
    answer = ospo("publiccode", "fix", "--write", ill)

    assert (answer.code, answer.out) == (0, "")
    assert "  localisationReady: true  # soon\n" in ill.read_text()
    assert ill.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in ill.parent.iterdir() if p.is_file()] == ["publiccode.yml"]


def test_a_folder_stands_for_the_file_in_it(ospo: CommandLine, ill: Path) -> None:
    assert ospo("publiccode", "fix", "--write", ill.parent).code == 0
    assert ospo("publiccode", "check", ill.parent).out == f"{ill}: valid.\n"


def test_a_logo_is_looked_for_only_in_a_repository_and_never_outside_it(ospo: CommandLine, ill: Path) -> None:
    ill.write_text(VALID.replace("docs/logo.svg", "../logo.svg"))
    assert ospo("publiccode", "check", ill).code == 0
    (ill.parent / ".git").mkdir()

    assert "names a file that is not there" in ospo("publiccode", "check", ill).out


def test_what_is_not_there_or_too_large_is_one_sentence(ospo: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "huge.yml").write_bytes(b"x" * 1_000_001)

    assert ospo("publiccode", "check", tmp_path / "none.yml").code == 2
    assert ospo("publiccode", "check", tmp_path / "huge.yml").err.endswith("is too large for a publiccode.yml\n")
