# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.transparency.has_changelog import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot, tag

LOG = "# Changelog\n\n## 1.0.0\n\n- First\n"


@pytest.mark.parametrize(
    "path", ["CHANGELOG.md", "HISTORY.rst", "docs/changelog.rst", "ReleaseNotes.md", "charts/x/CHANGELOG.md"]
)
def test_a_change_log_is_met(path: str) -> None:
    assert check(MemorySnapshot({path: LOG})) == met("found", Evidence(path), path=path, count=1)


def test_a_change_log_that_cannot_be_had_is_still_there() -> None:
    assert check(MemorySnapshot({"CHANGELOG.md": Unreadable("too-large")})).reason == "found"


def test_loose_entries_are_met() -> None:
    files = {"changelog.d/added/a.md": "x", "changelog.d/added/b.md": "y"}

    assert check(MemorySnapshot(files)) == met("entries", *map(Evidence, files), path="changelog.d/added/a.md", count=2)


def test_a_section_of_the_readme_is_met() -> None:
    files = {"README.md": "# X\n\n## Changelog\n\n### 1.2\n"}

    assert check(MemorySnapshot(files)) == met("in-readme", Evidence("README.md", 3), path="README.md")


def test_an_empty_change_log_is_not_met_and_another_counts() -> None:
    assert check(MemorySnapshot({"CHANGELOG.md": "# Changelog\n"})) == not_met(
        "empty", Evidence("CHANGELOG.md"), path="CHANGELOG.md"
    )
    assert check(MemorySnapshot({"CHANGELOG.md": "\n", "docs/changelog.md": LOG})).reason == "found"
    assert check(MemorySnapshot({"docs/history.md": "In words."})) == not_applicable("no-releases")


@pytest.mark.parametrize("remotes", [(), ("https://github.com/minvws/x",), ("https://git.voorbeeld.example/a/x",)])
def test_tags_without_a_log_are_unknown_where_a_forge_may_carry_notes(remotes: tuple[str, ...]) -> None:
    snapshot = MemorySnapshot({"README.md": "# X"}, tag_list=[tag("latest"), tag("v1.1"), tag("v1.0")], remotes=remotes)

    assert check(snapshot) == unknown("may-be-on-the-forge", count=2, tag="v1.1")


def test_tags_without_a_log_are_not_met_where_the_host_has_no_notes() -> None:
    snapshot = MemorySnapshot({"README.md": "x"}, tag_list=[tag("v1.0")], remotes=("https://bitbucket.org/a/x",))

    assert check(snapshot) == not_met("missing", count=1, tag="v1.0")


def test_without_releases_it_is_not_applicable() -> None:
    assert check(MemorySnapshot({"README.md": Unreadable("missing")}, tag_list=[tag("latest")])) == not_applicable(
        "no-releases"
    )


def test_a_history_that_is_cut_off_is_unknown() -> None:
    assert check(MemorySnapshot({"README.md": ""}, is_shallow=True)) == unknown("history-cut")
