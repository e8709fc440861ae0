# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo scan --since`: what a repository was like in the past."""

from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine
from conftest import GitRepository
from ospo.render import timeline_json

CHECKS = ("--check", "has-licence-file", "--check", "has-contributing")


@pytest.fixture
def grown(repository: GitRepository) -> GitRepository:
    """A licence since 2024, a way to contribute in 2025 only."""
    repository.commit({"README.md": "x"}, when="2023-05-01T12:00:00+00:00")
    repository.commit({"LICENSE": "x"}, when="2024-05-01T12:00:00+00:00")
    repository.commit({"CONTRIBUTING.md": "# Contributing\n\nOpen an issue first.\n"}, when="2025-05-01T12:00:00+00:00")
    repository.git("rm", "--quiet", "CONTRIBUTING.md")
    repository.commit({}, when="2026-05-01T12:00:00+00:00")
    return repository


def test_each_moment_shows_the_repository_as_it_was(ospo: CommandLine, grown: GitRepository) -> None:
    answer = ospo("scan", "--since", "2022", grown.path, "--format", "json", *CHECKS)

    jsonschema.Draft202012Validator(timeline_json.schema()).validate(answer.json)
    (timeline,) = answer.json["timelines"]
    seen = [(p["moment"], *(p["outcomes"][c] for c in CHECKS[1::2])) for p in timeline["points"]]
    assert [s[0][:4] for s in seen[:3]] == ["2024", "2025", "2026"]
    assert [s[1] for s in seen] == ["not-met", "met", "met", "met"]
    assert (seen[2][2], answer.code) == ("met", 0)


def test_the_text_has_a_column_per_moment_and_says_what_came_and_went(ospo: CommandLine, grown: GitRepository) -> None:
    answer = ospo("scan", "--since", "2024", grown.path, *CHECKS)

    assert "2024  2025  2026  now" in answer.out
    assert "+ 1 January 2025: Has a licence file" in answer.out
    assert "+ 1 January 2026: Says how to contribute" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_a_time_before_the_first_commit_says_so(ospo: CommandLine, tmp_path: Path, grown: GitRepository) -> None:
    grown.git("clone", "--quiet", "--depth", "1", f"file://{grown.path}", str(tmp_path / "shallow"))

    answer = ospo("scan", "--since", "2024", tmp_path / "shallow", *CHECKS)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith("its history is cut off: make a full clone to look back\n")


@pytest.mark.parametrize("day", ["yesterday", "20", "2024-13", "2024-02-30", ""])
def test_a_day_that_is_none_shows_how_to_write_one(ospo: CommandLine, grown: GitRepository, day: str) -> None:
    answer = ospo("scan", "--since", day, grown.path)

    assert answer.code == 2
    assert "is no day: write a year (2020) or a day (2020-07-01)." in answer.err


def test_facts_of_today_do_not_go_with_the_past(ospo: CommandLine, grown: GitRepository) -> None:
    answer = ospo("scan", "--since", "2024", grown.path, "--owner", grown.path)

    assert (answer.code, "say nothing about the past" in answer.err) == (2, True)
