# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Front matter: a YAML mapping between two lines of `---`, above Markdown."""

from dataclasses import dataclass
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The mapping, the Markdown below it, and the line of the file where the Markdown starts (from 1)."""

    document: yaml.Document
    body: str
    body_line: int

    @property
    def values(self) -> dict[str, Any]:
        """The mapping as plain values."""
        values: dict[str, Any] = self.document.value
        return values

    def line(self, *path: str | int) -> int:
        """The line in the file of the value at this path."""
        return (self.document.line(*path) or 1) + 1


def split(text: str, path: str = "") -> FrontMatter:
    """Take a file apart.

    Raises:
        ParseError: no front matter, no end to it, not a mapping, or not YAML; with path and line in the file.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.startswith("---\n"):
        raise ParseError("must start with front matter: a line '---', then YAML, then '---'", path=path, line=1)
    head, end, body = text[4:].partition("\n---\n")
    if not end:
        raise ParseError("has front matter without an end: add a line '---' below it", path=path, line=1)
    try:
        document = yaml.load(head, path)
    except ParseError as error:
        line = None if error.line is None else error.line + 1
        raise ParseError(error.message, path=path, line=line, **error.values) from error
    if not isinstance(document.value, dict):
        raise ParseError("must have 'key: value' lines as front matter", path=path, line=2)
    return FrontMatter(document, body, head.count("\n") + 4)
