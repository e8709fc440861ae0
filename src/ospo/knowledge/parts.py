# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many kinds of content files have in common: an id that is their name, texts in both languages, a source."""

from pathlib import Path

from ospo.domain.language import Language
from ospo.domain.source import Source
from ospo.errors import Problem
from ospo.knowledge import schema
from ospo.knowledge.reading import Reader


def same_name(path: Path, found: str, expected: str, reader: Reader) -> None:
    """Note a problem when the id in a file is not its name."""
    if found != expected:
        message = "has the id '{id}' but the file is called '{name}': make them equal"
        reader.problems.append(Problem(reader.name(path), None, message, {"id": found, "name": expected}))


def source(entry: schema.SourceEntry) -> Source:
    """Where something comes from."""
    return Source(entry.title, entry.url, entry.read, entry.publisher, str(entry.date or ""))


def both(text: schema.Both) -> dict[Language, str]:
    """A text in both languages."""
    return {Language.NL: text.nl, Language.EN: text.en}
