# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import path_patterns


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("LICENSE", "LICENSE"),
        ("LICENSE", "a/b/LICENSE"),
        ("LICEN*", "LICENCE.md"),
        ("/LICENSE", "LICENSE"),
        ("./LICENSE", "LICENSE"),
        ("docs/*.md", "docs/a.md"),
        ("docs/**", "docs/a/b.md"),
        ("**/LICENSE", "LICENSE"),
        ("**/LICENSE", "a/b/LICENSE"),
        ("a/**/b", "a/b"),
        ("a/**/b", "a/x/y/b"),
        ("**", "a/b"),
        ("LICENSE-[AM]*", "LICENSE-MIT"),
    ],
)
def test_a_pattern_that_is_of_the_path(pattern: str, path: str) -> None:
    assert path_patterns.matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("LICENSE", "LICENSE.md"),
        ("/LICENSE", "a/LICENSE"),
        ("docs/*.md", "docs/a/b.md"),
        ("docs", "docs/a.md"),
        ("a/**/b", "a/x/y"),
        ("", "LICENSE"),
        ("/", "LICENSE"),
        ("x" * 400, "x" * 400),
        ("*a" * 30 + "b", "a" * 60),
    ],
)
def test_a_pattern_that_is_not(pattern: str, path: str) -> None:
    assert not path_patterns.matches(pattern, path)


def test_a_pattern_of_a_folder_covers_what_is_in_it() -> None:
    assert path_patterns.covers("docs/", "docs/a/b.md")
    assert path_patterns.covers("docs", "src/docs/a.md")
    assert not path_patterns.covers("docs", "src/docs/a.md", anchored=True)
    assert not path_patterns.covers("/docs", "src/docs/a.md")
