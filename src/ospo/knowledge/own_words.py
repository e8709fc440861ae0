# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""content/spelling.<language>.txt: words of ours that no dictionary has, one a line; with a space it is a phrase."""

from pathlib import Path

from ospo.domain.language import Language

_MOST = 2_000_000  # bytes


def load(root: Path) -> dict[Language, tuple[frozenset[str], tuple[str, ...]]]:
    """The words and the phrases of each language; a file that is not there holds none.

    Args:
        root: the folder content/.
    """
    return {language: _read(root / f"spelling.{language}.txt") for language in Language}


def _read(path: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    if not path.is_file():
        return frozenset(), ()
    text = path.read_bytes()[:_MOST].decode("utf-8", "replace")
    entries = [entry for line in text.splitlines() if (entry := " ".join(line.partition("#")[0].split()))]
    return frozenset(e for e in entries if " " not in e), tuple(e for e in entries if " " in e)
