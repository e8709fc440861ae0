# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trees that share their files: what is in one, and what the other takes over."""

import os
from pathlib import Path

import pytest

from ospo.app import trees


def make(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    make(tmp_path, a="one")
    first = trees.stamp(str(tmp_path), "/a")
    os.utime(tmp_path / "a", ns=(1, 1))
    assert first != trees.stamp(str(tmp_path), "/a") is not None
    (tmp_path / "a").unlink()
    assert trees.stamp(str(tmp_path), "/a") is None


def test_what_is_no_file_has_no_stamp(tmp_path: Path) -> None:
    make(tmp_path, a__b="one")
    (tmp_path / "link").symlink_to(tmp_path / "a" / "b")
    assert (trees.stamp(str(tmp_path), "/a"), trees.stamp(str(tmp_path), "/link")) == (None, None)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/a", "/b/c", "/b/d"], True),
        (["/a", "/b/c"], False),
        (["/a", "/b/c", "/b/d", "/e"], False),
        (["/a", "/b/c", "/b/d", "/e/f"], False),
        (["/a"], False),
        ([], False),
    ],
)
def test_a_tree_holds_only_these(tmp_path: Path, paths: list[str], expected: bool) -> None:
    make(tmp_path / "tree", a="", b__c="", b__d="")
    assert trees.holds_only(str(tmp_path / "tree"), paths) is expected


def test_an_empty_folder_is_something_else_too(tmp_path: Path) -> None:
    make(tmp_path, a="")
    (tmp_path / "b").mkdir()
    assert not trees.holds_only(str(tmp_path), ["/a"])


def test_no_tree_holds_nothing(tmp_path: Path) -> None:
    assert not trees.holds_only(str(tmp_path / "none"), ["/a"])


def test_a_file_is_taken_over_as_the_same_file(tmp_path: Path) -> None:
    source, tree = make(tmp_path / "source", a__b="one"), tmp_path / "tree"
    tree.mkdir()
    then = trees.stamp(str(source), "/a/b")
    assert then is not None
    assert trees.take_over("/a/b", then, str(source), str(tree))
    assert os.path.samefile(source / "a" / "b", tree / "a" / "b")
    assert trees.take_over("/a/b", then, str(source), str(tree))


def test_another_file_in_its_place_goes(tmp_path: Path) -> None:
    source, tree = make(tmp_path / "source", a="one"), make(tmp_path / "tree", a="two")
    then = trees.stamp(str(source), "/a")
    assert then is not None
    assert trees.take_over("/a", then, str(source), str(tree))
    assert ((tree / "a").read_text(), (source / "a").read_text()) == ("one", "one")


def test_a_file_that_changed_in_the_meantime_is_not_taken_over(tmp_path: Path) -> None:
    source, tree = make(tmp_path / "source", a="one"), tmp_path / "tree"
    tree.mkdir()
    then = trees.stamp(str(source), "/a")
    assert then is not None
    (source / "a").write_text("other")
    assert not trees.take_over("/a", then, str(source), str(tree))
    (source / "a").unlink()
    assert not trees.take_over("/a", then, str(source), str(tree))


def test_a_tree_is_used_again_without_what_does_not_belong_in_it(tmp_path: Path) -> None:
    kept, tree = make(tmp_path / "kept", a="", b__c="", b__d__e=""), tmp_path / "tree"
    tree.mkdir()
    trees.reuse(kept, tree, ["/b/c", "/b/d/e", "/not/there"])
    assert [p.relative_to(tree).as_posix() for p in tree.rglob("*")] == ["a"]
    assert not kept.exists()


def test_a_tree_that_is_not_there_leaves_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    trees.reuse(tmp_path / "kept", tmp_path / "tree", ["/a"])
    assert list((tmp_path / "tree").iterdir()) == []


def test_a_tree_is_kept_in_the_place_of_another(tmp_path: Path) -> None:
    first, second = make(tmp_path / "first", a="one"), make(tmp_path / "second", b="two")
    trees.keep(first, tmp_path / "kept")
    root = trees.root(tmp_path / "kept")
    trees.keep(second, tmp_path / "kept")
    assert [p.name for p in (tmp_path / "kept").iterdir()] == ["b"]
    assert None not in (root, trees.root(tmp_path / "kept"))
    assert root != trees.root(tmp_path / "kept")
    assert trees.root(tmp_path / "none") is None


def test_a_tree_that_cannot_be_kept_stays_where_it_is(tmp_path: Path) -> None:
    trees.keep(make(tmp_path / "tree", a="one"), tmp_path / "none" / "kept")
    assert (tmp_path / "tree" / "a").exists()
