# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.transparency.history_is_real import check
from ospo.domain.finding import met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit
from snapshots import COMMITTED, MemorySnapshot, commit, tag

LARGE = {f"src/{number}.py": "" for number in range(40)}


def history(*messages: str, who: str = "dev-one") -> list[Commit]:
    return [commit(days_before=day, message=text, who=who) for day, text in enumerate(messages)]


def test_steps_are_met() -> None:
    assert check(MemorySnapshot(history=history(*["Add a door"] * 5))) == met("steps", n=5)
    assert check(MemorySnapshot(history=history(*["Add a door"] * 301))) == met("steps-and-more", n=300)


@pytest.mark.parametrize("who", ["dev-one", "release[bot]"])
def test_imports_are_not_met_whoever_made_them(who: str) -> None:
    made = history(*["Automated squashed import from release image"] * 3, "Fix README", who=who)

    verdict = check(MemorySnapshot(LARGE, history=made))

    assert verdict == not_met("imports", n=3 if "bot" in who else 4, count=3, share=100 if "bot" in who else 75)


def test_versions_beside_real_work_are_met() -> None:
    made = history("Release 1.2.0", "Add a door", "Release 1.1.0", "Paint the door", "Release 1.0.0")

    assert check(MemorySnapshot(history=made)).reason == "steps"


@pytest.mark.parametrize(
    ("days", "files", "reason"),
    [(200, LARGE, "at-once"), (200, {"a.py": ""}, "too-few"), (80, LARGE, "young"), (None, LARGE, "young")],
)
def test_a_handful_of_commits(days: int | None, files: dict[str, str], reason: str) -> None:
    fetched = None if days is None else COMMITTED + timedelta(days=days)
    verdict = check(MemorySnapshot(files, history=history("Update README", "First commit"), fetched=fetched))

    assert (verdict.reason, verdict.values["n"]) == (reason, 2)
    assert (verdict.outcome == "not-met") is (reason == "at-once")


def test_merges_and_programs_are_no_steps() -> None:
    merge = commit(message="Merge pull request #1", parents=("a" * 40, "b" * 40))

    assert check(MemorySnapshot(history=[merge, *history("Update", who="renovate[bot]")])) == not_applicable(
        "no-people"
    )


def test_hardly_a_commit_for_each_release_is_unknown() -> None:
    made = history(*["Add this and that"] * 6)
    tags = [tag(f"v1.{number}") for number in range(5)]

    assert check(MemorySnapshot(history=made, tag_list=tags)) == unknown("few-between-releases", n=6, releases=5)
    assert check(MemorySnapshot(history=made, tag_list=tags[:3])).reason == "steps"


def test_a_cut_history_is_unknown() -> None:
    assert check(MemorySnapshot(history=history(*["Release 1.2.0"] * 9), is_shallow=True)) == unknown("shallow")
