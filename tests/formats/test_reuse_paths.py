# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.snapshot import Entry, Kind
from ospo.formats.reuse_paths import dep5_paths, is_covered, toml_paths

TREE = ("a.py", "b.txt", "dir/x.py", "dir/sub/x.py", "dirx", "a*.py", "axx.py", "a\\b.py", ".hid.py")


@pytest.mark.parametrize(
    "path",
    [
        "a.py",
        "LICENSES.md",
        "LICENSE_x",
        "license",
        "Licence.md",
        "UNLICENSE",
        "COPYINGS",
        "reuse.toml",
        "x.spdx.txt",
        "SBOM.SPDX.JSON",
        ".gitignore",
        ".github/x.yml",
        "subprojects/x.wrap",
        "my/LICENSES.d/x",
        "dep5",
    ],
)
def test_a_file_must_carry_information(path: str) -> None:
    assert is_covered(Entry(path))
    assert is_covered(Entry(path, Kind.EXECUTABLE))


@pytest.mark.parametrize(
    "path",
    [
        "CAL-1.0.txt",
        "sub/CAL-1.0-Combined-Work-Exception.xml",
        "SHL-2.1",
        "LICENSE",
        "LICENCE.md",
        "COPYING",
        "sub/COPYING.LESSER",
        "sub/LICENSE-MIT",
        "LICENSES/MIT.txt",
        "x/LICENSES/y",
        "REUSE.toml",
        "sub/REUSE.toml",
        ".reuse/dep5",
        "a.png.license",
        "x.spdx",
        "x.spdx.json",
        "x.spdx.yaml",
        "x.spdx.rdf",
        "subprojects/lib/x.c",
        "a/subprojects/lib/y/x.c",
        ".hgtags",
    ],
)
def test_the_specification_leaves_a_file_out(path: str) -> None:
    assert not is_covered(Entry(path))


def test_links_submodules_and_empty_files_are_left_out() -> None:
    assert not is_covered(Entry("a", Kind.SYMLINK))
    assert not is_covered(Entry("a", Kind.SUBMODULE))
    assert not is_covered(Entry("a", Kind.FILE, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"))


# What `reuse lint` 6.2.0 matches for the same patterns in the same tree.
@pytest.mark.parametrize(
    ("pattern", "matched"),
    [
        ("*.py", "a.py a*.py axx.py a\\b.py .hid.py"),
        ("**", "a.py b.txt dir/x.py dir/sub/x.py dirx a*.py axx.py a\\b.py .hid.py"),
        ("**/", "a.py b.txt dir/x.py dir/sub/x.py dirx a*.py axx.py a\\b.py .hid.py"),
        ("**/*.py", "a.py dir/x.py dir/sub/x.py a*.py axx.py a\\b.py .hid.py"),
        ("**/x.py", "dir/x.py dir/sub/x.py axx.py"),
        ("dir", ""),
        ("dir/", ""),
        ("dir/*", "dir/x.py"),
        ("dir/**", "dir/x.py dir/sub/x.py"),
        ("dir/***", "dir/x.py dir/sub/x.py"),
        ("dir**", "dir/x.py dir/sub/x.py dirx"),
        ("dir/**/x.py", "dir/x.py dir/sub/x.py"),
        ("d*r/x.py", "dir/x.py"),
        ("./a.py", ""),
        ("/a.py", ""),
        ("A.PY", ""),
        ("a.p?", ""),
        ("[a].py", ""),
        ("{a,b}.py", ""),
        ("a\\*.py", "a*.py"),
        ("a\\.py", "a.py"),
        ("a\\\\b.py", "a\\b.py"),
        ("", ""),
    ],
)
def test_a_pattern_of_a_toml_file(pattern: str, matched: str) -> None:
    assert [path for path in TREE if toml_paths([pattern]).fullmatch(path)] == matched.split()


@pytest.mark.parametrize(
    ("pattern", "matched"),
    [
        ("*", "a.py b.txt dir/x.py dir/sub/x.py dirx a*.py axx.py a\\b.py .hid.py"),
        ("*.py", "a.py dir/x.py dir/sub/x.py a*.py axx.py a\\b.py .hid.py"),
        ("dir/*", "dir/x.py dir/sub/x.py"),
        ("dir/*/x.py", "dir/sub/x.py"),
        ("dir", ""),
        ("a.p?", "a.py"),
        ("[a].py", ""),
        ("a\\*.py", "a*.py"),
        ("a\\\\b.py", "a\\b.py"),
    ],
)
def test_a_pattern_of_a_dep5_file(pattern: str, matched: str) -> None:
    assert [path for path in TREE if dep5_paths([pattern]).fullmatch(path)] == matched.split()


def test_one_of_several_patterns_is_enough() -> None:
    assert toml_paths(["x", "a.*"]).fullmatch("a.py")


@given(st.text("ab/*", max_size=9), st.text("ab/", max_size=9))
def test_a_pattern_matches_what_its_wildcards_allow(pattern: str, path: str) -> None:
    assert bool(toml_paths([pattern]).fullmatch(path)) == _allowed(pattern, path)


def _allowed(pattern: str, path: str) -> bool:
    """The specification word for word, slow and sure."""
    if not pattern:
        return not path
    if pattern.startswith("**"):
        rest = pattern[2:].removeprefix("/") if pattern.startswith("**/") else pattern[2:]
        return any(_allowed(rest, path[i:]) for i in range(len(path) + 1))
    if pattern.startswith("*"):
        stop = path.find("/") if "/" in path else len(path)
        return any(_allowed(pattern[1:], path[i:]) for i in range(stop + 1))
    return path[:1] == pattern[0] and _allowed(pattern[1:], path[1:])


def test_a_pattern_made_to_hang_does_not() -> None:
    hostile = "**a" * 40 + "b*" * 40 + "**c"

    assert toml_paths([hostile]).fullmatch("a" * 3000 + "b" * 1000) is None
