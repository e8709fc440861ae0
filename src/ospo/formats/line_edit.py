# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing one word on one line of a text, or one value of a YAML document, and nothing else."""

from ospo.errors import ParseError
from ospo.formats import yaml_places
from ospo.formats.yaml import Path


def with_word(text: str, line: int, old: str, new: str) -> str | None:
    """The text with `old` replaced on this line (from 1); None unless it stands there exactly once."""
    lines = text.split("\n")
    if not old or not 0 < line <= len(lines) or lines[line - 1].count(old) != 1:
        return None
    lines[line - 1] = lines[line - 1].replace(old, new)
    return "\n".join(lines)


def with_value(text: str, path: Path, value: str) -> str | None:
    """The YAML text with another value at a path that is there, in the quotes it had, or else in double ones.

    None when there is no such value, or it is no plain text.
    """
    try:
        place = yaml_places.places(text).get(path)
    except ParseError:
        return None
    if place is None or not place.is_scalar:
        return None
    old = text[place.value.start : place.value.end]
    quote = old.strip()[:1] if old.strip()[:1] in ("'", '"') else '"'
    if quote in value or "\\" in value or "\n" in value:
        return None
    return f"{text[: place.value.start]}{quote}{value}{quote}{text[place.value.end :]}"
