# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nested lists in Markdown in which each item is a name with links, as hand-kept overviews of organisations are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADING = re.compile(r"(#{1,6})\s+(\S.{0,300})")
_BULLET = re.compile(r"([ \t]{0,60})[*+-][ \t]+(\S.*)")
# No brackets within brackets: the search stays linear.
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\(\s{0,3}([^()\s]{1,1000})\s{0,3}\)")
_LONGEST = 4000
_REMARK = re.compile(r"\((?:git(?:hub|lab)|gitea|forgejo)[^()]{0,80}\)", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: what stands in its brackets, its address, and its line (from 1)."""

    label: str
    url: str
    line: int


@dataclass(slots=True)
class Item:
    """An item: the headings above it, its line, the names of the items it stands under, its own name, its links."""

    headings: tuple[str, ...]
    line: int
    above: tuple[str, ...]
    name: str
    links: list[Link] = field(default_factory=list)


def items(text: str) -> Iterator[Item]:
    """Every item that has a name, in order."""
    headings: list[tuple[int, str]] = []
    open_items: list[tuple[int, Item]] = []
    found: list[Item] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw[:_LONGEST].expandtabs(4).rstrip()
        if heading := _HEADING.fullmatch(line.strip()):
            level = len(heading[1])
            headings = [(depth, title) for depth, title in headings if depth < level]
            headings.append((level, heading[2].strip()))
            open_items = []
        elif bullet := _BULLET.fullmatch(line):
            indent = len(bullet[1])
            open_items = [(depth, item) for depth, item in open_items if depth < indent]
            above = tuple(item.name for _, item in open_items if item.name)
            item = Item(tuple(title for _, title in headings), number, above, _name(bullet[2]), _links(line, number))
            open_items.append((indent, item))
            found.append(item)
        elif open_items and line[:1] == " ":
            open_items[-1][1].links.extend(_links(line, number))
    return (item for item in found if item.name)


def links(text: str) -> Iterator[Link]:
    """Every link in a text, also one whose words go on on the next line; its line is that of the address."""
    line, seen = 1, 0
    for found in _LINK.finditer(text):
        line += text.count("\n", seen, found.start(2))
        seen = found.start(2)
        yield Link(found[1].strip(), found[2], line)


def _links(line: str, number: int) -> list[Link]:
    return [Link(found[1].strip(), found[2], number) for found in _LINK.finditer(line)]


def _name(text: str) -> str:
    """What stands before the first link; when that is nothing, the words of the link."""
    first = _LINK.search(text)
    name = text if first is None else text[: first.start()].strip() or first[1]
    return _REMARK.sub("", name).strip(" *_`:–-")
