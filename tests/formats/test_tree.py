# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of a snapshot: files found by what their path is like, and answers that are worked out once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.snapshot import Entry, Kind
from ospo.formats import tree
from ospo.formats.expression import Expression
from ospo.formats.tree import Entries, Paths

_README = Expression(r"(?:[^/]+/)?readme(?:\.\w+)?", re.I)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ((), ()),
        (("a",), ()),
        (("README",), ("README",)),
        (("a/b/readme", "docs/Readme.md", "readme.txt", "xreadme"), ("docs/Readme.md", "readme.txt")),
        (("e\u00e9/README.md", "\udcff/readme", "readmereadme", "z"), ("e\u00e9/README.md", "\udcff/readme")),
        (("README\n.md", "readme"), ("readme",)),
    ],
)
def test_the_paths_that_fit_an_expression(paths: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert Paths(paths).fitting(_README) == found


@given(st.lists(st.text(alphabet="abB/.\u00e9\u0130", max_size=12), unique=True, max_size=12))
def test_it_is_what_trying_every_path_gives(names: list[str]) -> None:
    paths = Paths(sorted(names))
    for pattern in (r"(?:.*/)?ab+[^/]*", r"[^/]*\.(?:ab|bb)", r"\w+", r"(?:ab|bb|i)b.*"):
        plain = re.compile(pattern, re.I)
        expected = tuple(path for path in paths if plain.fullmatch(path))
        assert paths.fitting(Expression(pattern, re.I)) == expected


def test_the_paths_in_which_one_of_several_expressions_may_find_something_come_in_their_order() -> None:
    paths = Paths(("a.md", "b.txt", "c.md.txt", "d.py", "e.txt"))
    assert list(paths.perhaps(Expression(r".+\.md"), Expression(r".+\.txt"))) == ["a.md", "b.txt", "c.md.txt", "e.txt"]
    assert list(paths.perhaps(Expression(r".+\.md"), Expression(r"\w"))) == list(paths)


def test_paths_by_their_last_part() -> None:
    paths = Paths(("a/REUSE.toml", "REUSE.toml", "reuse.toml"))
    assert paths.named("REUSE.toml") == ["a/REUSE.toml", "REUSE.toml"]
    assert paths.named("other") == []
    assert "a/REUSE.toml" in paths.each


def test_an_answer_is_worked_out_once_for_the_same_paths() -> None:
    asked = []

    @tree.once
    def count(paths: Paths) -> int:
        """Count them."""
        asked.append(paths)
        return len(paths)

    paths = Paths(("a", "b"))
    assert [count(paths), count(paths)] == [2, 2]
    assert len(asked) == 1
    assert count(Paths(("a", "b"))) == 2
    assert count(["a"]) == 1
    assert count(path for path in "abc") == 3
    assert len(asked) == 4
    assert count.__doc__ == "Count them."


def test_an_answer_is_worked_out_once_for_the_same_entries() -> None:
    asked = []

    @tree.once_per_tree
    def count(entries: Entries) -> int:
        asked.append(entries)
        return len(entries)

    entries = Entries((Entry("a"), Entry("b")))
    assert [count(entries), count(entries), count([Entry("a")])] == [2, 2, 1]
    assert len(asked) == 2


def test_an_answer_of_nothing_is_worked_out_once_too() -> None:
    asked = []

    @tree.once
    def nothing(paths: Paths) -> None:
        asked.append(paths)

    paths = Paths(())
    nothing(paths)
    nothing(paths)
    assert len(asked) == 1


def test_only_files_have_a_place_among_the_paths() -> None:
    kinds = {"a": Kind.FILE, "b": Kind.EXECUTABLE, "c": Kind.SYMLINK, "d": Kind.SUBMODULE}
    entries = Entries(Entry(path, kind) for path, kind in kinds.items())
    assert tree.paths(entries) == ("a", "b")
    assert tree.paths(entries) is tree.paths(entries)
    assert tree.paths(list(entries)) == ("a", "b")
    assert tree.entries(entries) is entries
    assert entries.by_path["c"].kind is Kind.SYMLINK
    assert entries.fitting(Expression("[a-d]")) == list(entries[:2])
