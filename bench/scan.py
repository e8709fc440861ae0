# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scanning repositories: ospo, against `reuse lint`, `repolinter` and `licensee` on the same ones in turn, and git.

Usage: ./dev bench scan CLONE...         (bare repositories or work trees; each is checked out once, outside the clock)
       ./dev bench scan --clones FOLDER  (those of bench/repositories.txt, found in FOLDER as `ospo observe` finds them)

What is compared with git is the scan itself, in a process that is running; the other tools are timed as commands.
Git is timed twice: reading every blob there is in the history, and reading only those of the newest commit; each time
with all commits. See docs/decisions/0016-what-a-scan-is-measured-against.md.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import node_tool, ospo, peak_of_children, python_tool, run, table
from ospo.app.observing import clone_of

_TIMES = 3
_NAMED = Path(__file__).with_name("repositories.txt")
_EVERY_BLOB = "git rev-list --objects --no-object-names --filter=object:type=blob HEAD"
_NEWEST_BLOBS = "git ls-tree -r HEAD | awk '{print $3}'"


@dataclass(frozen=True, slots=True)
class Figures:
    """One repository, in milliseconds: git reading it; a scan first, again, shared, and of what is unchanged.

    `git` reads every blob of the history, `newest` only those of the newest commit; both read every commit.
    `again` is in a process that has looked before, on one core; `shared` the same on all cores.
    """

    name: str
    git: float
    newest: float
    first: float
    again: float
    shared: float
    rescan: float
    command: float


def main(arguments: list[str]) -> None:
    """Time everything on the same repositories, one tool after the other."""
    clones = _in(Path(arguments[1])) if arguments[:1] == ["--clones"] and arguments[1:] else list(map(Path, arguments))
    if not clones or not clones[0].exists():
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="ospo-bench-") as folder:
        made = [(clone, _checkout(clone, Path(folder) / str(number))) for number, clone in enumerate(clones)]
        named = {tree: _name(clone) for clone, tree in made if tree is not None}
        trees = list(named)
        rows = _ours(trees, Path(folder) / "cache")
        memory = peak_of_children()
        others = _others(trees)
        figures = [_figures(tree, name, Path(folder) / "own") for tree, name in named.items()]
    print(f"{len(trees)} repositories, {os.cpu_count()} cores, peak memory of one process {memory:.0f} MB\n")
    together = ("the three others together", sum(seconds for _, seconds in others))
    print(table([*rows, *others, *([together] if others else []), _floor(figures)]))
    print()
    _against_git(figures)


def _in(folder: Path) -> list[Path]:
    """The clones of the repositories that the figures of the README are about; says which are not there."""
    named = [line for line in _NAMED.read_text("utf-8").splitlines() if line.startswith("https://")]
    found = {url: clone_of(folder, url) for url in named}
    for url in (url for url, clone in found.items() if clone is None):
        print(f"left out, no clone in {folder}: {url}", file=sys.stderr)
    return [clone for clone in found.values() if clone is not None]


def _ours(trees: Sequence[Path], cache: Path) -> list[tuple[str, float]]:
    """Nothing is remembered in the first two rows; in the last two everything is."""
    empty, kept = {"OSPO_CACHE": ""}, {"OSPO_CACHE": str(cache)}
    rows = [
        ("ospo scan, all at once", run([*ospo(), "scan", *trees], environment=empty).seconds),
        ("ospo scan, one by one", sum(run([*ospo(), "scan", tree], environment=empty).seconds for tree in trees)),
    ]
    run([*ospo(), "scan", *trees], environment=kept)
    rows.append(("ospo scan again, all at once", run([*ospo(), "scan", *trees], environment=kept).seconds))
    again = 0.0
    for tree in trees:
        run([*ospo(), "scan", tree], environment=kept)
        again += run([*ospo(), "scan", tree], environment=kept).seconds
    return [*rows, ("ospo scan again, one by one", again)]


def _others(trees: Sequence[Path]) -> list[tuple[str, float]]:
    reuse = python_tool("reuse==6.2.0", "reuse")
    repolinter = node_tool("repolinter@0.12.0", "repolinter")
    licensee = shutil.which("licensee")  # the package ruby-licensee of Debian
    rows = [("reuse lint", sum(run([reuse, "--root", tree, "lint", "--json"]).seconds for tree in trees))]
    if repolinter:
        rows.append(("repolinter", sum(run([repolinter, "lint", tree]).seconds for tree in trees)))
    if licensee:
        rows.append(("licensee", sum(run([licensee, "detect", tree]).seconds for tree in trees)))
    else:
        print("licensee is not installed: its row is left out", file=sys.stderr)
    return rows


def _checkout(clone: Path, folder: Path) -> Path | None:
    done = subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", clone, folder], check=False)
    if done.returncode:
        print(f"left out, cannot be checked out whole: {clone}", file=sys.stderr)
        return None
    return folder


def _name(clone: Path) -> str:
    return clone.resolve().parent.name if clone.name in ("repo", ".git") else clone.resolve().name


def _figures(tree: Path, name: str, cache: Path) -> Figures:
    one = [sys.executable, "-m", "bench.one_scan", str(tree)]
    told = json.loads(subprocess.run(one, check=True, capture_output=True).stdout)
    command, kept = [*ospo(), "scan", str(tree)], {"OSPO_CACHE": str(cache)}
    run(command, environment=kept)
    whole = min(run(command, environment=kept).seconds for _ in range(_TIMES)) * 1000
    return Figures(
        name,
        _git(tree, _EVERY_BLOB),
        _git(tree, _NEWEST_BLOBS),
        told["first"],
        told["again"],
        told["shared"],
        told["rescan"],
        whole,
    )


def _git(tree: Path, blobs: str) -> float:
    """What git itself needs to read some blobs and every commit."""
    reading, walked = f"{blobs} | git cat-file --batch --buffer", ["git", "rev-list", "--header", "HEAD"]
    return 1000 * min(
        run(["sh", "-c", reading], cwd=tree).seconds + run(walked, cwd=tree).seconds for _ in range(_TIMES)
    )


def _floor(figures: Sequence[Figures]) -> tuple[str, float]:
    return "git cat-file + rev-list, one by one", sum(f.git for f in figures) / 1000


def _against_git(figures: Sequence[Figures]) -> None:
    """Per repository, and the middle and the worst of each column."""
    print(
        "ms per repository       git  newest   first  x git  one core  x git  all cores  x git  rescan  whole command"
    )
    for f in figures:
        print(
            f"{f.name[:20]:<20}  {f.git:5.0f}  {f.newest:6.0f}  {f.first:6.0f}  {f.first / f.git:5.1f}"
            f"  {f.again:8.0f}  {f.again / f.git:5.1f}  {f.shared:9.0f}  {f.shared / f.git:5.1f}"
            f"  {f.rescan:6.1f}  {f.command:13.0f}"
        )
    columns = {
        "first look, x git": [f.first / f.git for f in figures],
        "first look, x git of the newest commit": [f.first / f.newest for f in figures],
        "a process that has looked, one core, x git": [f.again / f.git for f in figures],
        "the same, x git of the newest commit": [f.again / f.newest for f in figures],
        "the same on all cores, x git": [f.shared / f.git for f in figures],
        "the same, x git of the newest commit ": [f.shared / f.newest for f in figures],
        "rescan, ms": [f.rescan for f in figures],
        "whole command of a rescan, ms": [f.command for f in figures],
    }
    for name, values in columns.items():
        print(f"{name:<44} median {statistics.median(values):6.1f}   worst {max(values):6.1f}")
