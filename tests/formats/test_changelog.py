# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import changelog


@pytest.mark.parametrize(
    "path",
    [
        *(
            "CHANGELOG.md",
            "Changelog",
            "changelog.txt",
            "CHANGES.rst",
            "HISTORY.rst",
            "NEWS.md",
            "RELEASE_NOTES.md",
            "ReleaseNotes.md",
        ),
        *(
            "CHANGELOG.nl.md",
            "CHANGELOG-1.2",
            "docs/changelog.rst",
            "docs/releasenotes.md",
            "Content/Wijzigingsgeschiedenis.md",
        ),
        *("charts/app/CHANGELOG.md", "documentation/changelog.adoc", "tagnotes.txt", "What's New.md", "RELEASES.md"),
    ],
)
def test_names_of_change_logs(path: str) -> None:
    assert changelog.locate([path, "README.md"]) == [path]


@pytest.mark.parametrize(
    "path",
    [
        *(
            "src/changelog.py",
            "resources/changelog.png",
            "changelog.sh",
            "RELEASE.md",
            "docs/release.md",
            "archief/WijzigingenLog.md",
        ),
        *("a/b/c/d/Releasenotes.md", "node_modules/x/CHANGELOG.md", "templates/CHANGELOG.md", "app/history/models.py"),
        *(
            "api/history.md",
            "db/changelog/db.changelog-1.0.xml",
            ".github/workflows/release-notes.md",
            "{{ name }}/CHANGELOG.md",
        ),
    ],
)
def test_lookalikes(path: str) -> None:
    assert changelog.locate([path, "README.md"]) == []


def test_a_subpackage_may_have_its_own_and_the_root_goes_first() -> None:
    paths = ["a/b/c/package.json", "a/b/c/HISTORY.md", "App/App.csproj", "App/CHANGES.md", "CHANGELOG.md"]

    assert changelog.locate(paths) == ["CHANGELOG.md", "App/CHANGES.md", "a/b/c/HISTORY.md"]


def test_a_log_holds_something_and_under_a_loose_name_versions_or_dates() -> None:
    assert changelog.is_log("CHANGELOG.md", b"# Changelog\n\nSee elsewhere")
    assert not changelog.is_log("CHANGELOG.md", b"# Changelog\n")
    assert changelog.is_log("HISTORY.md", b"## 1.2\n")
    assert changelog.is_log("NEWS", b"2026-01-01 started\n")
    assert not changelog.is_log("docs/history.md", b"How the project began, in words \xff\n")


def test_folders_of_loose_entries() -> None:
    paths = [
        *(
            "changelog.d/added/x.md",
            "newsfragments/12.bugfix",
            ".changes/unreleased/a.yaml",
            "docs/release-notes/1.10.rst",
        ),
        *(
            ".changeset/README.md",
            ".changeset/config.json",
            ".changes/header.tpl.md",
            "changelog.d/.gitkeep",
            "tests/releases/1.md",
        ),
    ]

    assert changelog.fragments(paths) == paths[:4]


def test_a_section_of_a_readme_needs_versions() -> None:
    assert changelog.section("# X\n\ntext\n\n## Changelog\n\n### 1.2\n- a\n") == 5
    assert changelog.section("X\n=\n\nRelease notes\n-------------\n\n* 2026-01-02: a\n") == 4
    assert changelog.section("# X\n\n## Changelog\n\nSee the releases page.\n") is None
    assert changelog.section("# X\n\n## History\n\nMade in 2015.\n") is None
    assert changelog.readmes(["README.nl.md", "docs/README.md", "readme.txt"]) == ["README.nl.md", "readme.txt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-01-01\n", (5, "1.2.0")),
        ("v2.1.0\n======\n", (1, "2.1.0")),
        ("== Version 0.9.3 ==\n", (1, "0.9.3")),
        ("<h2>1.4</h2>\n", (1, "1.4")),
        ("## 0.1.0 (Unreleased)\n", None),
        ("# All notable changes\n\n1.2.3 is a number\n", None),
        ("", None),
    ],
)
def test_the_first_version_that_a_heading_names(text: str, found: tuple[int, str] | None) -> None:
    assert changelog.first_version(text) == found


def test_pictures_of_a_log_are_none_and_versions_may_end_a_name() -> None:
    assert changelog.locate(["CHANGELOG-2.0"]) == ["CHANGELOG-2.0"]
    assert changelog.locate(["changelog.svg"]) == []


def test_bytes_without_meaning_are_no_log() -> None:
    assert not changelog.is_log("CHANGELOG", b"\0" * 100_000)
