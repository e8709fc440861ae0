# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words with which readers look for a page, from content/search-words.yaml."""

from pathlib import Path

from ospo.domain.language import Language
from ospo.errors import Problem
from ospo.knowledge import schema
from ospo.knowledge.reading import Reader

Words = dict[str, dict[Language, tuple[str, ...]]]


def search_words(reader: Reader) -> Words:
    """The words by page, as the page stands in an address without language; none without the file."""
    path = reader.root / "search-words.yaml"
    found: Words = {}
    if path.is_file():
        for words in reader.nouns(Words, (path,), _words):
            found |= words
    return found


def _words(path: Path, reader: Reader) -> Words:
    entries: list[schema.SearchWordsEntry] = reader.data(path, list[schema.SearchWordsEntry]) or []
    found: Words = {}
    for entry in entries:
        if entry.page in found:
            problem = Problem(reader.name(path), None, "search-words '{id}' twice: keep one", {"id": entry.page})
            reader.problems.append(problem)
        found[entry.page] = {Language.NL: entry.nl, Language.EN: entry.en}
    return found
