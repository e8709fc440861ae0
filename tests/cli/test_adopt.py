# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo adopt`: a diff that git applies, or files in a work tree; all or none, and never over what is there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from command_line import CommandLine
from conftest import GitRepository
from knowledge_base import KnowledgeBase

CONTENT = Path(__file__).parents[2] / "content"
ANSWERS = ("--answer", "mailbox=security@voorbeeld.nl", "--answer", "days=5")


@pytest.fixture
def begun(repository: GitRepository, base: KnowledgeBase) -> GitRepository:
    """A repository with code and nothing else; the templates are the real ones."""
    shutil.copytree(CONTENT / "templates", base.path / "templates", dirs_exist_ok=True)
    repository.git("remote", "add", "origin", "https://github.com/voorbeeld/project")
    repository.commit({"main.py": "print('hallo')\n"})
    return repository


def test_the_diff_is_data_and_git_applies_it(ospo: CommandLine, begun: GitRepository) -> None:
    answer = ospo("adopt", "security-policy", begun.path, *ANSWERS, "--files", "nl")

    assert answer.code == 0
    assert not (begun.path / "SECURITY.md").exists()
    subprocess.run(["git", "apply", "-"], cwd=begun.path, input=answer.out.encode(), check=True)
    text = (begun.path / "SECURITY.md").read_text("utf-8")
    assert "<security@voorbeeld.nl>" in text
    assert "Binnen 5 werkdagen" in text
    assert "with these files: SECURITY.md names a private channel." in answer.err


def test_the_files_are_written_when_asked(ospo: CommandLine, begun: GitRepository) -> None:
    answer = ospo("adopt", "security-policy", begun.path, *ANSWERS, "--write")

    assert (answer.code, answer.out) == (0, "")
    assert "Within 5 working days" in (begun.path / "SECURITY.md").read_text("utf-8")
    assert "SECURITY.md: written." in answer.err
    assert begun.git("status", "--short") == "?? SECURITY.md"


@pytest.mark.parametrize("committed", [True, False])
def test_a_file_that_is_there_stays_as_it_is(ospo: CommandLine, begun: GitRepository, committed: bool) -> None:
    (begun.path / "SECURITY.md").write_text("Van ons.\n", "utf-8")
    if committed:
        begun.commit()

    answer = ospo("adopt", "security-policy", begun.path, *ANSWERS, "--write")

    assert answer.code == 1
    assert (begun.path / "SECURITY.md").read_text("utf-8") == "Van ons.\n"
    assert "SECURITY.md: is there already" in answer.err


def test_what_is_in_order_already_brings_nothing(ospo: CommandLine, begun: GitRepository) -> None:
    ospo("adopt", "changelog", begun.path, "--write")
    begun.commit()

    answer = ospo("adopt", "has-changelog", begun.path, "--write")

    assert (answer.code, answer.out) == (0, "")
    assert "nothing to do" in answer.err


def test_what_is_not_answered_is_asked_and_nothing_is_made(ospo: CommandLine, begun: GitRepository) -> None:
    answer = ospo("adopt", "security-policy", begun.path, "--answer", "days=3", "--write")

    assert (answer.code, answer.out) == (2, "")
    assert "--answer mailbox='security@voorbeeld.nl'" in answer.err
    assert "days" not in answer.err
    assert not (begun.path / "SECURITY.md").exists()


def test_somebody_at_a_terminal_is_asked(
    ospo: CommandLine, begun: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = iter(["security@voorbeeld.nl", "4"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(replies))

    assert ospo("adopt", "security-policy", begun.path, "--write").code == 0
    assert "Within 4 working days" in (begun.path / "SECURITY.md").read_text("utf-8")


def test_a_practice_brings_all_its_templates(ospo: CommandLine, begun: GitRepository) -> None:
    address = "policy=https://www.voorbeeld.nl/kwetsbaarheid-melden"

    answer = ospo("adopt", "kwetsbaarheden-melden", begun.path, *ANSWERS, "--answer", address, "--write")

    assert answer.code == 0
    assert {"SECURITY.md", ".well-known/security.txt"} <= {
        p.relative_to(begun.path).as_posix() for p in begun.path.rglob("*") if p.is_file()
    }


def test_without_a_name_all_templates_are_listed(ospo: CommandLine, begun: GitRepository) -> None:
    answer = ospo("adopt")

    assert answer.code == 0
    assert len(answer.out.splitlines()) == len(list((CONTENT / "templates").iterdir())) + 1  # and the fictional one


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("secrity-policy",), "Did you mean security-policy"),
        (("zzz",), "`ospo adopt` without a name lists them all"),
        (("security-policy", "--answer", "mailbox"), "write ID=TEXT"),
        (("security-policy", "--answer", "colour=red"), "Nothing asks for the answer 'colour'"),
        (("security-policy", "--answer", "mailbox=nobody"), "cannot be used"),
    ],
)
def test_a_mistake_is_one_sentence(
    arguments: tuple[str, ...], told: str, ospo: CommandLine, begun: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begun.path)

    answer = ospo("adopt", *arguments)

    assert answer.code == 2
    assert told in answer.err


def test_a_bare_repository_can_be_shown_but_not_written(
    ospo: CommandLine, begun: GitRepository, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.git"
    subprocess.run(["git", "clone", "-q", "--bare", begun.path, bare], check=True)

    assert ospo("adopt", "changelog", bare).code == 0
    answer = ospo("adopt", "changelog", bare, "--write")

    assert answer.code == 2
    assert "not the root of a work tree" in answer.err
    assert not (bare / "CHANGELOG.md").exists()


def test_a_link_that_leads_out_is_not_followed_and_nothing_is_left(
    ospo: CommandLine, begun: GitRepository, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    os.symlink(outside, begun.path / "docs")

    answer = ospo("adopt", "threat-model", begun.path, "--write")

    assert answer.code == 2
    assert "leads out of the work tree" in answer.err
    assert list(outside.iterdir()) == []


def test_when_one_file_cannot_be_written_none_is(ospo: CommandLine, begun: GitRepository) -> None:
    begun.commit({"LICENSES": "in the way"})

    answer = ospo("adopt", "licence-eupl", begun.path, "--answer", "holder=Gemeente Voorbeeld", "--write")

    assert answer.code == 2
    assert "nothing was" in answer.err
    assert not (begun.path / "LICENSE").exists()
