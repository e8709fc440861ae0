# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo scan` asked the very same thing again: the same answer, and everything that makes it be found anew."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command_line import Answer, CommandLine
from conftest import GitRepository
from knowledge_base import KnowledgeBase
from ospo.app import App

LICENCE = ["--check", "has-licence-file"]


class Scans:
    """Counts how often anything is scanned."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        real = App.scan

        def scan(app: App, *arguments: object, **more: object) -> Iterator[object]:
            self.count += 1
            yield from real(app, *arguments, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(App, "scan", scan)


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch, base: KnowledgeBase, tmp_path: Path) -> Scans:
    monkeypatch.setenv("OSPO_CACHE", str(tmp_path / "cache"))
    settle(base)
    return Scans(monkeypatch)


def settle(base: KnowledgeBase) -> None:
    """Let the files of the knowledge base be a minute old: what changed just now may change again unnoticed."""
    for path in base.path.rglob("*"):
        then = path.stat().st_mtime - 60
        os.utime(path, (then, then))


@pytest.fixture
def ask(ospo: CommandLine, repository: GitRepository) -> Callable[..., Answer]:
    repository.commit({"README.md": "# Voorbeeld\n"})
    return lambda *more: ospo("scan", str(repository.path), *LICENCE, *more)


def test_the_same_question_gets_the_same_answer_without_a_scan(scans: Scans, ask: Callable[..., Answer]) -> None:
    first, second = ask(), ask()

    assert second == first
    assert first.code == 1
    assert scans.count == 1


def test_without_a_cache_everything_is_scanned_each_time(
    scans: Scans, ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSPO_CACHE", "")
    assert ask() == ask()
    assert scans.count == 2


@pytest.mark.parametrize(
    "more",
    [["--full"], ["--language", "nl"], ["--check", "has-ci"], ["--format", "json"], ["."]],
    ids=["full", "language", "check", "format", "path"],
)
def test_another_question_is_another_answer(more: list[str], scans: Scans, ask: Callable[..., Answer]) -> None:
    ask()
    ask(*more)

    assert scans.count == 2


def test_a_report_for_programs_tells_its_own_moment(scans: Scans, ask: Callable[..., Answer]) -> None:
    ask("--format", "json")
    ask("--format", "json")

    assert scans.count == 2


def test_a_change_in_the_repository_is_noticed(
    scans: Scans, ask: Callable[..., Answer], repository: GitRepository
) -> None:
    assert ask().code == 1
    repository.commit({"LICENSE": "tekst"})
    assert ask().code == 0
    repository.git("tag", "v1.0.0")
    ask()

    assert scans.count == 3


def test_a_change_in_the_knowledge_base_is_noticed(
    scans: Scans, ask: Callable[..., Answer], base: KnowledgeBase
) -> None:
    assert "serves 2 controls" in ask().out
    base.change("norms/voorbeeldnorm.yaml", "has-licence-file", "has-ci")
    settle(base)

    assert "serves 2 controls" not in ask().out
    assert scans.count == 2


def test_a_knowledge_base_that_changed_just_now_is_not_relied_on(
    scans: Scans, ask: Callable[..., Answer], base: KnowledgeBase
) -> None:
    os.utime(base.path / "glossary.yaml")
    ask()
    ask()

    assert scans.count == 2


def test_a_file_that_is_named_is_part_of_the_question(scans: Scans, ask: Callable[..., Answer], tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("repositories: {}\n")
    first = ask("--facts", str(facts))
    assert ask("--facts", str(facts)) == first
    held = scans.count
    facts.write_text("repositories: {} # anders\n")
    ask("--facts", str(facts))

    assert scans.count == held + 1


def test_what_misses_something_is_scanned_again(
    scans: Scans, ask: Callable[..., Answer], repository: GitRepository
) -> None:
    repository.commit({"LICENSE": "tekst"})
    object_id = repository.git("rev-parse", "HEAD:LICENSE")
    (repository.path / ".git" / "objects" / object_id[:2] / object_id[2:]).unlink()
    ask()
    ask()

    assert scans.count == 2


def test_an_error_is_said_again(scans: Scans, ask: Callable[..., Answer], tmp_path: Path) -> None:
    first, second = ask(tmp_path), ask(tmp_path)

    assert first == second
    assert (first.code, "is not a git repository" in first.err) == (2, True)
    assert scans.count == 2


def test_what_cannot_be_read_back_is_found_anew(scans: Scans, ask: Callable[..., Answer], tmp_path: Path) -> None:
    first = ask()
    for path in (tmp_path / "cache" / "answer").rglob("*"):
        if path.is_file():
            path.write_bytes(b"iets anders")

    assert ask() == first
    assert scans.count == 2
