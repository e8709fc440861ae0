# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing: an older knowledge base read from a clone or a folder, and held beside ours; nothing is written."""

import os
from collections.abc import Iterator
from pathlib import Path

from ospo.domain.imported import ImportReport
from ospo.domain.library import Library
from ospo.domain.link import Links
from ospo.domain.snapshot import Unreadable
from ospo.engine.importing import Importer
from ospo.errors import NotARepository, SettingsError
from ospo.git import open_snapshot

_MOST_PAGES = 2_000
_LARGEST = 2_000_000  # bytes of a file
_SKIPPED = frozenset({".git", "node_modules", ".venv", "site"})


def read_old(path: Path, library: Library, links: Links) -> ImportReport:
    """The report on an older knowledge base.

    Args:
        path: a clone (bare or with a work tree), or a folder with Markdown.
        library: ours.
        links: what is recorded of addresses.

    Raises:
        SettingsError: there is nothing there, or no Markdown.
    """
    if not path.is_dir():
        raise SettingsError("{path}: there is no such folder: name a clone, or a folder with Markdown", path=path)
    texts: dict[str, str] = {}
    others: list[str] = []
    unreadable: list[str] = []
    commit, committed = "", ""
    try:
        with open_snapshot(path) as snapshot:
            commit, committed = snapshot.commit, str(snapshot.committed.date())
            paths = [entry.path for entry in snapshot.entries() if entry.is_file]
            pages = [place for place in paths if place.lower().endswith(".md")][:_MOST_PAGES]
            others = [place for place in paths if place not in set(pages)]
            for place, content in snapshot.read_all(pages):
                if isinstance(content, Unreadable):
                    unreadable.append(place)
                else:
                    texts[place] = content[:_LARGEST].decode("utf-8", "replace")
    except (NotARepository, Unreadable):
        texts, others, unreadable = _of_folder(path)
    if not texts:
        raise SettingsError("{path}: there is no Markdown here that can be read", path=path)
    importer = Importer(library, links, texts, others)
    return ImportReport(tuple(importer.page(p) for p in sorted(texts)), commit, committed, tuple(sorted(unreadable)))


def _of_folder(path: Path) -> tuple[dict[str, str], list[str], list[str]]:
    texts: dict[str, str] = {}
    others: list[str] = []
    unreadable: list[str] = []
    for file in _files(path):
        name = file.relative_to(path).as_posix()
        if not name.lower().endswith(".md") or len(texts) >= _MOST_PAGES:
            others.append(name)
            continue
        try:
            with file.open("rb") as stream:
                texts[name] = stream.read(_LARGEST).decode("utf-8", "replace")
        except OSError:
            unreadable.append(name)
    return texts, others, unreadable


def _files(path: Path) -> Iterator[Path]:
    """The plain files below a folder; no link is followed."""
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        for name in sorted(names):
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                yield file
