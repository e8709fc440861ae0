# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of an older knowledge base: Markdown of any quality, with front matter or without. It never fails."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ospo.errors import ParseError
from ospo.formats import front_matter, references

LARGEST = 400_000  # characters of a page that are looked at
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(\S.*)")
_URL = re.compile(r"https?://[^\s<>\"'`)\]]{1,1000}")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]{1,1000})")
_MAIL = re.compile(r"[^\s@<>():]{1,64}@[^\s@<>():]{1,190}\.[a-z]{2,}")
_LINK_END = re.compile(r"\]\([^)\n]{0,1000}\)")
_MARKUP = re.compile(r"<[^>\n]{0,500}>|:[a-z0-9-]{1,40}:|[#*_`>|\[\]]")


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its words before the first link, its addresses, and the headings it stands below."""

    name: str
    urls: tuple[str, ...]
    line: int
    heading: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the words below it, up to the next heading of any level."""

    title: str
    level: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart; `urls` and `targets` (links inside) come with their lines."""

    title: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    urls: tuple[tuple[str, int], ...]
    targets: tuple[tuple[str, int], ...]
    has_front_matter: bool
    front_matter_is_broken: bool


def read(text: str) -> Page:
    """Take a page apart; whatever cannot be understood is text."""
    text = text[:LARGEST].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    values, body, first, is_broken = _split(text)
    lines = body.split("\n")
    shown = list(references.prose(body))
    sections = tuple(_sections(lines, shown, first))
    named = next((s.title for s in sections if s.level == 1 and s.title), "")
    title = values.get("title")
    return Page(
        title=named or (str(title)[:300] if isinstance(title, str) else ""),
        sections=sections,
        items=tuple(_items(lines, shown, first)),
        urls=tuple((url, n) for n, line in enumerate(shown, first) for url in urls(line)),
        targets=tuple((t, n) for n, line in enumerate(shown, first) for t in _TARGET.findall(line)),
        has_front_matter=bool(values),
        front_matter_is_broken=is_broken,
    )


def urls(text: str) -> list[str]:
    """The addresses of the web in a text, without the marks of a sentence around them."""
    return [url.rstrip(".,;:!?*_") for url in _URL.findall(text)]


def plain(text: str) -> str:
    """The words of a text without markup, addresses and mail addresses."""
    return " ".join(_MARKUP.sub(" ", _MAIL.sub(" ", _URL.sub(" ", _LINK_END.sub("] ", text)))).split())


def _split(text: str) -> tuple[dict[str, object], str, int, bool]:
    if not text.startswith("---\n"):
        return {}, text, 1, False
    try:
        found = front_matter.split(text)
        return found.values, found.body, found.body_line, False
    except ParseError:
        head, end, body = text[4:].partition("\n---\n")
        # Without an end it may as well be a line across the page.
        return ({}, body, head.count("\n") + 4, True) if end else ({}, text, 1, False)


def _sections(lines: list[str], shown: list[str], first: int) -> Iterator[Section]:
    title, level, start, below = "", 0, first, []
    for number, (line, seen) in enumerate(zip(lines, shown, strict=True), first):
        heading = _HEADING.match(line) if seen.strip() else None
        if heading is None:
            below.append(line)
            continue
        if level or any(part.strip() for part in below):
            yield Section(title, level, start, plain(" ".join(below)))
        title, level, start, below = plain(heading[2]), len(heading[1]), number, []
    yield Section(title, level, start, plain(" ".join(below)))


def _items(lines: list[str], shown: list[str], first: int) -> Iterator[Item]:
    """The list items with their continued lines."""
    heading, item, start = "", "", 0
    for number, (line, seen) in enumerate(zip(lines, shown, strict=True), first):
        begun, head = _ITEM.match(seen), _HEADING.match(line) if seen.strip() else None
        if item and (begun or head or not seen.strip()):
            yield _item(item, start, heading)
            item = ""
        if head:
            heading = plain(head[2])
        elif begun:
            item, start = begun[1], number
        elif item:
            item = f"{item} {seen.strip()}"
    if item:
        yield _item(item, start, heading)


def _item(text: str, line: int, heading: str) -> Item:
    before = text.partition("[:")[0]
    name = before if before != text else text.partition("](")[0]
    return Item(plain(name), tuple(urls(text)), line, heading)
