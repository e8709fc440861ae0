# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The references in our own Markdown: {feit:id}, {begrip:id|words}, and links to practices, checks and norms."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"\{(?P<kind>feit|begrip):(?P<id>[a-z0-9.-]+)(?:\|(?P<words>[^}\n]+))?\}")
_TOKEN_START = re.compile(r"\{(feit|begrip):([a-z0-9.-]+)")
_LINK_END = re.compile(r"\]\((?=([^)\s]+)\))")  # looks ahead: a link may stand in what looks like another's target
_FACT = re.compile(r"\{feit:([a-z0-9.-]+)")
_TERM = re.compile(r"\{begrip:([a-z0-9.-]+)")
_KINDS = {"feit": "fact", "begrip": "term"}
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_NAMELESS = re.compile(r"!\[\s*\][(\[]")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_FENCE_LINE = re.compile(r"^[^\S\n]*(`{3,}|~{3,})[^\n]*", re.M)
_CODE = re.compile(r"(`[^`]*`)")
_CODE_IN_LINE = re.compile(r"`[^`\n]*`")
_EXTERNAL = re.compile(r"^(?:https?:|mailto:|#|/)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: kind is fact, term, practice, check, norm or page; the line counts from 1 within the body.

    `anchor` is the place on that page, as far as it is named.
    """

    kind: str
    id: str
    line: int
    anchor: str = ""


def link_target(target: str) -> tuple[str, str] | None:
    """Kind and id of a link into the knowledge base, without the place on the page; None when it leads elsewhere."""
    if _EXTERNAL.match(target):
        return None
    kind, colon, name = target.partition("#")[0].partition(":")
    return (kind, name) if colon else ("practice", kind)


def find(body: str) -> Iterator[Reference]:
    """Every reference in a Markdown text, outside code."""
    for number, line in enumerate(_lines(body), 1):
        for text in line[::2]:
            for token in TOKEN.finditer(text) if "{" in text else ():
                yield Reference(_KINDS[token["kind"]], token["id"], number)
            for link in _LINK.finditer(text) if "](" in text else ():
                target = link_target(link["target"])
                if target is not None:
                    yield Reference(*target, number)


def named(body: str) -> list[tuple[str, str]]:
    """Kind and id of what `find` finds, without the lines: several times as quick."""
    text = _unfenced(body) if _may_fence(body) else body
    text = _CODE_IN_LINE.sub("\n", text) if "`" in text else text
    found = [(_KINDS[kind], name) for kind, name, _ in TOKEN.findall(text)] if "{" in text else []
    targets = map(link_target, _LINK.findall(text)) if "](" in text else ()
    return found + [target for target in targets if target is not None]


def anchored(body: str) -> Iterator[Reference]:
    """Every link to a place on a page of ours; kind and id are empty when that is the page itself."""
    for number, line in enumerate(_lines(body), 1):
        for text in line[::2]:
            for link in _LINK.finditer(text) if "#" in text else ():
                target, hash_sign, anchor = link["target"].partition("#")
                found = ("", "") if not target else link_target(target)
                if hash_sign and found is not None:
                    yield Reference(*found, number, anchor)


def nameless_pictures(body: str) -> Iterator[int]:
    """The line of every picture that does not say what it shows."""
    for number, line in enumerate(_lines(body), 1):
        if any("![" in text and _NAMELESS.search(text) for text in line[::2]):
            yield number


def at_most(body: str) -> Iterator[tuple[str, str]]:
    """Kind and id of every reference in a Markdown text, and perhaps of some that are code: quick, to rule out more."""
    for kind, name in _TOKEN_START.findall(body):
        yield _KINDS[kind], name
    for target in _LINK_END.findall(body):
        found = link_target(target)
        if found is not None:
            yield found


def facts_at_most(body: str) -> list[str]:
    """The facts among them, each as often as it is named."""
    return _FACT.findall(body)


def terms_at_most(body: str) -> list[str]:
    """The terms among them, each as often as it is named."""
    return _TERM.findall(body)


def rewrite(body: str, change: Callable[[str], str]) -> str:
    """The text with every stretch of it outside code changed; a stretch is a line, or a part of one."""
    return "\n".join(
        "".join(part if number % 2 else change(part) for number, part in enumerate(line)) for line in _lines(body)
    )


def prose(body: str) -> Iterator[str]:
    """Each line of a Markdown text without its code; a line in a fence is empty."""
    for line in _lines(body):
        yield " ".join(line[::2])


def _unfenced(body: str) -> str:
    """What stands outside fences; what `_lines` gives, without looking at every line."""
    pieces, start, fence = [], 0, ""
    for mark in _FENCE_LINE.finditer(body):
        if not fence:
            pieces.append(body[start : mark.start()])
            fence = mark[1]
        elif mark[1].startswith(fence) and not mark[0].strip().strip(fence[0]):
            start, fence = mark.end(), ""
    return "\n".join(pieces) if fence else "\n".join([*pieces, body[start:]])


def _may_fence(body: str) -> bool:
    return "```" in body or "~~~" in body


def _lines(body: str) -> Iterator[list[str]]:
    """Every line as text, code, text, code, ...; a line in a fence, and the fence itself, is code alone."""
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line) if _may_fence(line) else None
        if fence:
            yield ["", line]
            fence = "" if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]) else fence
        elif mark:
            yield ["", line]
            fence = mark[1]
        else:
            yield _CODE.split(line) if "`" in line else [line]
