# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo patch`: a diff that git applies, words for the rest, and nothing is written."""

import subprocess

import pytest

from command_line import CommandLine
from conftest import GitRepository
from publiccode_documents import VALID

CHECKS = ("--check", "publiccode-agrees-with-newest-tag", "--check", "has-licence-file")


@pytest.fixture
def behind(repository: GitRepository) -> GitRepository:
    repository.git("remote", "add", "origin", "https://github.com/voorbeeld/vergunningenwijzer")
    repository.commit({"publiccode.yml": VALID})
    repository.git("tag", "v3.0.0")
    return repository


def test_the_diff_is_data_and_git_applies_it(ospo: CommandLine, behind: GitRepository) -> None:
    answer = ospo("patch", behind.path, *CHECKS)

    assert answer.code == 1
    assert (behind.path / "publiccode.yml").read_text() == VALID
    subprocess.run(["git", "apply", "-"], cwd=behind.path, input=answer.out.encode(), check=True)
    assert 'softwareVersion: "3.0.0"' in (behind.path / "publiccode.yml").read_text()
    assert "changed: " in answer.err
    assert "by hand: There is no licence file" in answer.err


def test_the_text_for_an_issue_holds_the_diff_and_what_is_left(ospo: CommandLine, behind: GitRepository) -> None:
    text = ospo("patch", "--text", behind.path, *CHECKS).out

    assert "## publiccode" in text
    assert '+softwareVersion: "3.0.0"' in text
    assert text.count("``````") == 2


def test_nothing_to_change_is_said(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"README.md": "x"})

    answer = ospo("patch", repository.path, "--check", "publiccode-agrees-with-newest-tag")

    assert (answer.code, answer.out) == (0, "")
    assert "Nothing to change" in answer.err


def test_no_repository_is_one_sentence(ospo: CommandLine, repository: GitRepository) -> None:
    assert ospo("patch", repository.path / "niets").code == 2
