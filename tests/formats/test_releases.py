# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import releases


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("pyproject.toml", '[project]\nname = "x"\nversion = "2.0.6"\n', (3, "2.0.6")),
        ("pyproject.toml", 'version = "0.1.0"\n', None),
        ("pyproject.toml", 'dynamic = ["version"]\n', None),
        ("Cargo.toml", '[package]\nversion = "0.3.1"\n', (2, "0.3.1")),
        ("DESCRIPTION", "Package: x\nVersion: 0.9.3\n", (2, "0.9.3")),
        ("DESCRIPTION", "Package: x\nVersion: 1.0.0.9000-dev\n", None),
        ("setup.cfg", "[metadata]\nversion = attr: x.y\n", None),
        ("package.json", '{\n  "version": "1.4.0",\n  "files": ["dist"]\n}', (2, "1.4.0")),
        ("package.json", '{\n  "version": "1.4.0",\n  "main": "a.js"\n}', None),
        ("publiccode.yml", "softwareVersion: v3.3.0\n", (1, "3.3.0")),
        ("CITATION.cff", "version: latest\n", None),
    ],
)
def test_a_version_beyond_the_first(path: str, text: str, found: tuple[int, str] | None) -> None:
    assert releases.stated(path, text) == found


def test_only_files_in_the_root_state_the_version_of_the_whole() -> None:
    assert releases.sources(["pyproject.toml", "docs/pyproject.toml", "README.md"]) == ["pyproject.toml"]


@pytest.mark.parametrize(
    "line",
    [
        "    if: startsWith(github.ref, 'refs/tags/v')",
        "    types: [published]",
        "      - 'v*'",
        "      - uses: softprops/action-gh-release@v2",
        "        run: git tag v$VERSION",
        'requires = ["setuptools_scm"]',
        "    tags: ['v*']",
    ],
)
def test_a_line_that_works_with_tags(line: str) -> None:
    assert releases.by_tag_line(f"on: push\n{line}\n") == 2


@pytest.mark.parametrize(
    "line", ["  tags: |", "  - uses: actions/checkout@v4", "run: make release", "branches: [main]"]
)
def test_a_line_that_does_not(line: str) -> None:
    assert releases.by_tag_line(line) is None


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("package.json", '{\n  "version": "1.4.0",\n  "main": "a.js"\n}', (2, "1.4.0")),
        ("pyproject.toml", 'version = "0.1.0"\n', (1, "0.1.0")),
        ("pyproject.toml", 'version = "attr"\n', None),
        ("pyproject.toml", 'dynamic = ["version"]\n', None),
    ],
)
def test_a_version_is_written_whatever_it_is_worth(path: str, text: str, found: tuple[int, str] | None) -> None:
    assert releases.written(path, text) == found
