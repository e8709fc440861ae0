# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Building a site of 500 pages: ospo, against mkdocs-material on the same Markdown.

Usage: ./dev bench build [PAGES]
"""

import re
import shutil
import tempfile
from pathlib import Path

from bench.measure import ospo, peak_of_children, python_tool, run, table

ROOT = Path(__file__).resolve().parents[1]
_ID = re.compile(r"^id: .*$", re.M)


def main(arguments: list[str]) -> None:
    """Multiply our practices to so many pages (both languages counted), and build them with both tools."""
    pages = int(arguments[0]) if arguments else 500
    mkdocs = python_tool("mkdocs-material==9.8.1", "mkdocs")
    with tempfile.TemporaryDirectory(prefix="ospo-bench-") as name:
        folder = Path(name)
        made = _content(folder / "content", pages)
        theirs = folder / "theirs"
        _mkdocs(folder / "content" / "practices", theirs)
        environment = {"OSPO_CONTENT": str(folder / "content"), "OSPO_OBSERVATIONS": str(folder / "none")}
        ours = run([*ospo(), "build", "--output", folder / "site"], environment=environment)
        memory = peak_of_children()
        material = run([mkdocs, "build", "--quiet"], cwd=theirs)
    print(f"{made} Markdown pages; exit codes {ours.code} and {material.code}; our peak memory {memory:.0f} MB")
    print(table([("ospo build", ours.seconds), ("mkdocs-material", material.seconds)]))


def _content(folder: Path, pages: int) -> int:
    shutil.copytree(ROOT / "content", folder)
    originals = sorted((folder / "practices").glob("*.nl.md"))
    made = 2 * len(originals)
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
    return made


def _mkdocs(practices: Path, folder: Path) -> None:
    shutil.copytree(practices, folder / "docs")
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: bench\ntheme:\n  name: material\nplugins:\n  - search\n", "utf-8")
