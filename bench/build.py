# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Building a site of 500 pages, and again after a change: ospo, against mkdocs-material on the same Markdown.

Usage: ./dev bench build [PAGES] [ROUNDS]

Each round starts from nothing with both tools, one after the other, so that they share whatever else the machine does.
Both get the same PAGES files of Markdown: the texts of our checks, our pages, and our practices, of which there are
copies until there are enough. Our site has more pages than that: every norm, organisation and list has one too. Both
tools look for words in every page; ours are the same few texts again and again, so their vocabulary is smaller than
that of 500 different pages.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import ospo, peak_of_children, python_tool, run

ROOT = Path(__file__).resolve().parents[1]
CHECKS = ROOT / "src" / "ospo" / "checks"
CHANGES = 5  # pages changed in each round, one by one
_ID = re.compile(r"^id: .*$", re.M)
_TOOK = re.compile(r" in (\d+\.\d+) s\.")
COLD, SAME, CHANGED, NEW_WORD = "ospo build", "  nothing changed", "  one page changed", "  one page, with a new word"
WATCHED, SAVED = "  one page changed, --watch", "  the same, from saving on"
THEIRS, THEIRS_CHANGED, THEIRS_DIRTY = "mkdocs-material", "  one page changed ", "  one page changed, --dirty"


def main(arguments: list[str]) -> None:
    """Multiply our practices until there are so many pages, both languages counted, and build them with both tools."""
    pages, rounds = (int(given) for given in [*arguments, *("500", "3")[len(arguments) :]])
    mkdocs = python_tool("mkdocs-material==9.8.1", "mkdocs")
    times: dict[str, list[float]] = {}
    memory = 0.0
    with tempfile.TemporaryDirectory(prefix="ospo-bench-") as name:
        made = _content(Path(name) / "content", pages)
        for number in range(rounds):
            one = Round(Path(name) / str(number), Path(name) / "content", times)
            one.ours()
            memory = memory or peak_of_children()  # later on, it would be that of the other tool
            one.theirs(mkdocs)
    middle = {what: statistics.median(found) for what, found in times.items()}
    print(f"{made} Markdown pages, {os.cpu_count()} cores, {rounds} rounds; our peak memory {memory:.0f} MB")
    for what, seconds in middle.items():
        theirs = middle[THEIRS if what in (COLD, THEIRS) else THEIRS_CHANGED]
        print(f"{what:<30}{seconds:8.3f} s   mkdocs-material takes {theirs / seconds:5.1f} x as long")


@dataclass
class Round:
    """One round of both tools, each in folders of its own."""

    folder: Path
    content: Path
    times: dict[str, list[float]]
    changes: int = 0

    def ours(self) -> None:
        """Build, build again, change pages."""
        shutil.copytree(self.content, self.folder / "content")
        build: list[str | Path] = [*ospo(), "build", "--output", self.folder / "site"]
        self._time(COLD, build)
        for _ in range(CHANGES):
            self._time(SAME, build)
        for what, sentence in ((CHANGED, "Leg vast wat er is veranderd."), (NEW_WORD, "Dit is zwabberwerk{n}.")):
            for _ in range(CHANGES):
                self._change(self.folder / "content" / "practices", sentence)
                run([*ospo(), "content", "stamp"], environment=self._environment())
                self._time(what, build)
        self._watched(build)

    def _watched(self, build: Sequence[str | Path]) -> None:
        """The same in a process that keeps running: what it says it took, and since the file was saved."""
        environment = {**os.environ, **self._environment(), "OSPO_LANGUAGE": "en"}
        with subprocess.Popen([*build, "--watch"], stderr=subprocess.PIPE, text=True, env=environment) as running:
            said = running.stderr or sys.exit("nothing can be read")
            said.readline()
            for number in range(CHANGES + 1):
                time.sleep(3)  # as an editor writes: not while it still looks at what was saved before
                self._change(self.folder / "content" / "practices", "Write down what has changed.", "en")
                saved = time.perf_counter()
                took = _TOOK.search(said.readline())
                if number and took:  # the first one imports what no build before it needed
                    self.times.setdefault(SAVED, []).append(time.perf_counter() - saved)
                    self.times.setdefault(WATCHED, []).append(float(took[1]))
            running.terminate()

    def theirs(self, mkdocs: Path) -> None:
        """The same, as far as it can."""
        theirs = self.folder / "theirs"
        for folder in ("practices", "pages"):
            shutil.copytree(self.content / folder, theirs / "docs" / folder)
        (theirs / "docs" / "checks").mkdir()
        for path in _check_texts():
            shutil.copy(path, theirs / "docs" / "checks")
        (theirs / "docs" / "index.md").write_text("# Home\n", "utf-8")
        text = "site_name: bench\ntheme:\n  name: material\nplugins:\n  - search\n"
        (theirs / "mkdocs.yml").write_text(text, "utf-8")
        build: list[str | Path] = [mkdocs, "build", "--quiet"]
        self._time(THEIRS, build, theirs)
        for what, command in ((THEIRS_CHANGED, build), (THEIRS_DIRTY, [*build, "--dirty"])):
            self._change(theirs / "docs" / "practices", "Leg vast wat er is veranderd.")
            self._time(what, command, theirs)

    def _environment(self) -> dict[str, str]:
        folders = {"OSPO_CONTENT": "content", "OSPO_OBSERVATIONS": "none", "OSPO_CACHE": "cache", "OSPO_DATA": "data"}
        return {name: str(self.folder / folder) for name, folder in folders.items()}

    def _time(self, what: str, command: Sequence[str | Path], where: Path | None = None) -> None:
        done = run(command, cwd=where, environment=self._environment())
        if done.code:
            raise SystemExit(f"{command[0]} ended with {done.code}")
        self.times.setdefault(what, []).append(done.seconds)

    def _change(self, practices: Path, sentence: str, language: str = "nl") -> None:
        """Add a sentence to the next page."""
        pages = sorted(practices.glob(f"*.{language}.md"))
        page = pages[self.changes % len(pages)]
        self.changes += 1
        text = page.read_text("utf-8").rstrip()
        page.write_text(f"{text}\n\n{sentence.format(n='abcdefghij'[self.changes % 10])}\n", "utf-8")


def _check_texts() -> list[Path]:
    """The texts of the checks; those of their topics have no page."""
    return [path for path in sorted(CHECKS.rglob("*.md")) if path.with_name(f"{path.name.split('.')[0]}.py").exists()]


def _content(folder: Path, pages: int) -> int:
    """Our content with so many pages of Markdown, those of the checks included, as if it had been there for an hour."""
    shutil.copytree(ROOT / "content", folder)
    originals = sorted((folder / "practices").glob("*.nl.md"))
    made = len(_check_texts()) + len(list((folder / "pages").glob("*.md"))) + 2 * len(originals)
    number = 0
    while made < pages:
        source = originals[number % len(originals)]
        stem = source.name.removesuffix(".nl.md")
        copy = f"{stem}-{number}"
        for language in ("nl", "en"):
            text = source.with_name(f"{stem}.{language}.md").read_text("utf-8")
            target = source.with_name(f"{copy}.{language}.md")
            target.write_text(_ID.sub(f"id: {copy}", text, count=1), "utf-8")
        number += 1
        made += 2
    then = time.time() - 3600
    for path in folder.rglob("*"):
        os.utime(path, (then, then))
    return made
