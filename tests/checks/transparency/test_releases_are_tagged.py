# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.checks.transparency.releases_are_tagged import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Tag, Unreadable
from snapshots import MemorySnapshot, tag

CODE = {"src/a.py": "", "src/b.py": ""}
LOG = {"CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n## v1.2.0\n"}


def test_a_version_tag_is_met_with_the_newest() -> None:
    snapshot = MemorySnapshot(CODE, tag_list=[tag("latest"), tag("v1.1"), tag("v1.0", days_before=9)], is_shallow=True)

    assert check(snapshot) == met("tagged", tag="v1.1", date="2026-11-01", count=2)


def test_a_tag_without_a_date_is_met() -> None:
    assert check(MemorySnapshot(CODE, tag_list=[Tag("1.0", "c" * 40, None)])) == met(
        "tagged-undated", tag="1.0", count=1
    )


def test_a_change_log_without_tags_is_not_met() -> None:
    assert check(MemorySnapshot({**CODE, **LOG}, tag_list=[tag("milestone")])) == not_met(
        "untagged", Evidence("CHANGELOG.md", 5), version="1.2.0", path="CHANGELOG.md"
    )


def test_a_version_in_a_manifest_without_tags_is_not_met() -> None:
    files = {
        **CODE,
        "pyproject.toml": '[project]\nversion = "0.3.2"\n',
        "CHANGELOG.md": Unreadable("missing"),
        "CHANGES": "Nothing released so far.",
    }

    assert check(MemorySnapshot(files)) == not_met(
        "untagged", Evidence("pyproject.toml", 2), version="0.3.2", path="pyproject.toml"
    )


def test_a_first_version_or_a_log_deep_in_the_tree_is_no_sign() -> None:
    files = {
        **CODE,
        "pyproject.toml": 'version = "0.1.0"\n',
        "portal/web/CHANGELOG.md": "## 1.2.3\n",
        "portal/web/package.json": "{}",
    }

    assert check(MemorySnapshot(files)) == not_applicable("no-releases")


def test_a_pipeline_that_works_with_tags_makes_it_unknown() -> None:
    ci = {".github/workflows/release.yml": "on:\n  push:\n    tags: ['v*']\n"}

    assert check(MemorySnapshot({**CODE, **LOG, **ci})) == unknown(
        "tags-may-be-left-out",
        Evidence("CHANGELOG.md", 5),
        Evidence(".github/workflows/release.yml", 3),
        version="1.2.0",
    )
    assert check(MemorySnapshot({**CODE, **LOG, ".gitlab-ci.yml": "script: make\n"})).reason == "untagged"


def test_a_history_that_is_cut_off_is_unknown() -> None:
    assert check(MemorySnapshot({**CODE, **LOG}, is_shallow=True)) == unknown("history-cut")


def test_documents_need_no_tags() -> None:
    assert check(MemorySnapshot({"a.md": "", **LOG})) == not_applicable("no-program")


def test_a_tag_that_moves_along_is_no_version() -> None:
    snapshot = MemorySnapshot({"action.yml": "", "README.md": ""}, tag_list=[tag("latest")])

    assert check(snapshot) == not_met("moving-only", tag="latest")


def test_a_moving_tag_on_documents_says_nothing() -> None:
    assert check(MemorySnapshot({"beleid.md": ""}, tag_list=[tag("latest")])).reason == "no-program"
