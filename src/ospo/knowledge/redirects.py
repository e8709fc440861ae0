# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The redirects, from content/redirects.yaml."""

from collections.abc import Iterator
from pathlib import Path

from ospo.domain.redirect import Redirect
from ospo.errors import Problem
from ospo.knowledge import schema
from ospo.knowledge.reading import Reader


def redirects(reader: Reader) -> Iterator[Redirect]:
    """Every redirect, in the order of the file; none without the file."""
    path = reader.root / "redirects.yaml"
    if path.is_file():
        for found in reader.nouns(list[Redirect], (path,), _redirects):
            yield from found


def _redirects(path: Path, reader: Reader) -> list[Redirect]:
    entries: list[schema.RedirectEntry] = reader.data(path, list[schema.RedirectEntry]) or []
    seen: set[str] = set()
    for entry in entries:
        if entry.was in seen:
            message = "redirects '{id}' twice: keep one"
            reader.problems.append(Problem(reader.name(path), None, message, {"id": entry.was}))
        seen.add(entry.was)
    return [Redirect(entry.was, entry.now, entry.since) for entry in entries]
