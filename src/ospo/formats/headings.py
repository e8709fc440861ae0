# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings in our own Markdown, and the anchor that a page gives to each."""

import re
import unicodedata
from collections.abc import Iterator

from ospo.formats import references

_SLUG = re.compile(r"[^a-z0-9]+")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_CLOSING = re.compile(r"[ \t]#+$")


def slug(title: str) -> str:
    """The anchor of a heading."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode("ascii")
    return _SLUG.sub("-", plain).strip("-")


def anchors(body: str) -> Iterator[str]:
    """The anchors of the headings of a Markdown text, outside code."""
    for line, shown in zip(body.split("\n"), references.prose(body), strict=True):
        found = _HEADING.match(line) if shown.strip() else None
        if found:
            yield slug(_CLOSING.sub("", found[2].rstrip()))
