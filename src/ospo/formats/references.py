# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The references in our own Markdown: {feit:id}, {begrip:id|words}, and links to practices, checks and norms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"\{(?P<kind>feit|begrip):(?P<id>[a-z0-9.-]+)(?:\|(?P<words>[^}\n]+))?\}")
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_FENCE = re.compile(r"^\s*(```|~~~)")
_EXTERNAL = re.compile(r"^(?:https?:|mailto:|#|/)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: kind is fact, term, practice, check, norm or page; the line counts from 1 within the body."""

    kind: str
    id: str
    line: int


def link_target(target: str) -> tuple[str, str] | None:
    """Kind and id of a link into the knowledge base; None when the link leads elsewhere."""
    if _EXTERNAL.match(target):
        return None
    kind, colon, name = target.partition(":")
    return (kind, name) if colon else ("practice", target)


def find(body: str) -> Iterator[Reference]:
    """Every reference in a Markdown text, outside code."""
    fenced = False
    for number, line in enumerate(body.split("\n"), 1):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced:
            continue
        text = re.sub(r"`[^`]*`", "", line)
        for token in TOKEN.finditer(text):
            yield Reference({"feit": "fact", "begrip": "term"}[token["kind"]], token["id"], number)
        for link in _LINK.finditer(text):
            target = link_target(link["target"])
            if target is not None:
                yield Reference(*target, number)
