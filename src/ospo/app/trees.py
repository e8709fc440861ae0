# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trees of files that have most of their files in common: the same file under a name in each.

Making and removing hundreds of folders takes longer than anything else when a single page changes. So the tree that
was replaced is kept, and turned into the next one.
"""

import os
import stat
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int, int]


def stamp(tree: str, path: str) -> Stamp | None:
    """Size, time of change, place on disk and mode of a file; None when it is not there, or is no file.

    Args:
        tree: the folder.
        path: of the file below it, with a slash in front.
    """
    try:
        found = os.lstat(f"{tree}{path}")
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_mode


def root(tree: Path) -> tuple[int, int] | None:
    """What tells one tree from another at the same place; None when there is none."""
    try:
        found = os.lstat(tree)
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def holds_only(tree: str, paths: Collection[str]) -> bool:
    """Whether there is nothing in a tree but files with these names, and their folders."""
    names: dict[str, set[str]] = {}
    for path in paths:
        while path:
            path, _, name = path.rpartition("/")
            if name in names.setdefault(path, set()):
                break
            names[path].add(name)
    try:
        return bool(names) and all(set(os.listdir(f"{tree}{folder}")) == found for folder, found in names.items())
    except OSError:
        return False


def take_over(path: str, then: Stamp, source: str, tree: str) -> bool:
    """Give a file of one tree a name in the other; false when that cannot be, or it is no longer what it was."""
    found = stamp(tree, path)
    if found == then:
        return True
    target = f"{tree}{path}"
    try:
        if found is not None:
            os.unlink(target)
        else:
            os.makedirs(os.path.dirname(target), exist_ok=True)
        os.link(f"{source}{path}", target, follow_symlinks=False)
    except OSError:
        return False
    return stamp(tree, path) == then


def reuse(kept: Path, tree: Path, strange: Iterable[str]) -> None:
    """Put a tree that was kept in the place of an empty folder, without some files and the folders only they are in."""
    try:
        os.rename(kept, tree)
    except OSError:  # it was pruned, or is on another disk
        return
    for path in strange:
        with suppress(OSError):
            os.unlink(f"{tree}{path}")
            while path := os.path.dirname(path).rstrip("/"):
                os.rmdir(f"{tree}{path}")


def keep(tree: Path, place: Path) -> None:
    """Keep a tree for the next time, in the place of what was there; when it cannot be moved there, it stays."""
    import shutil

    shutil.rmtree(place, ignore_errors=True)
    with suppress(OSError):
        os.rename(tree, place)
