# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scanning repositories: ospo, against `reuse lint`, `repolinter` and `licensee` on the same ones in turn.

Usage: ./dev bench scan CLONE...   (bare repositories or work trees; each is checked out once, outside the clock)
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import node_tool, ospo, peak_of_children, python_tool, run, table


def main(arguments: list[str]) -> None:
    """Time everything on the same repositories, one tool after the other."""
    clones = [Path(a) for a in arguments]
    if not clones:
        sys.exit(__doc__)
    reuse = python_tool("reuse==6.2.0", "reuse")
    repolinter = node_tool("repolinter@0.12.0", "repolinter")
    licensee = shutil.which("licensee")
    with tempfile.TemporaryDirectory(prefix="ospo-bench-") as folder:
        made = (_checkout(clone, Path(folder) / str(number)) for number, clone in enumerate(clones))
        trees = [tree for tree in made if tree is not None]
        together = run([*ospo(), "scan", *trees]).seconds
        one_by_one = sum(run([*ospo(), "scan", tree]).seconds for tree in trees)
        memory = peak_of_children()
        rows = [("ospo scan, all at once", together), ("ospo scan, one by one", one_by_one)]
        rows.append(("reuse lint", sum(run([reuse, "--root", tree, "lint", "--json"]).seconds for tree in trees)))
        if repolinter:
            rows.append(("repolinter", sum(run([repolinter, "lint", tree]).seconds for tree in trees)))
        if licensee:
            rows.append(("licensee", sum(run([licensee, "detect", tree]).seconds for tree in trees)))
        rows.append(("the three others together", sum(seconds for _, seconds in rows[2:])))
        rows += _floor(trees)
    print(f"{len(trees)} repositories, {os.cpu_count()} cores, peak memory of one process {memory:.0f} MB")
    print(table(rows))


def _checkout(clone: Path, folder: Path) -> Path | None:
    done = subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", clone, folder], check=False)
    if done.returncode:
        print(f"left out, cannot be checked out whole: {clone}", file=sys.stderr)
        return None
    return folder


def _floor(trees: list[Path]) -> list[tuple[str, float]]:
    """What git itself needs to read every blob and every commit."""
    blobs = "git ls-tree -r HEAD | awk '{print $3}' | git cat-file --batch --buffer"
    read = sum(run(["sh", "-c", blobs], cwd=tree).seconds for tree in trees)
    walked = sum(run(["git", "rev-list", "--header", "HEAD"], cwd=tree).seconds for tree in trees)
    return [("git cat-file + rev-list, one by one", read + walked)]
