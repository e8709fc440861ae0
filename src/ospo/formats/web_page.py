# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first bytes of a web page as words: its title, its first headings and its text, in one pass without a parser."""

import html
import re
from dataclasses import dataclass

_HIDDEN = ("script", "style", "noscript", "template", "svg", "head")
_HEADINGS = 5
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a reader would see first."""

    title: str
    headings: tuple[str, ...]
    text: str


def read(content: bytes, media_type: str = "") -> WebPage:
    """The words of a page; whatever is in it, there is an answer, in time that grows with its size alone."""
    charset = "latin-1" if "8859-1" in media_type else "utf-8"
    source = content.decode(charset, "replace")
    small = source.translate(_SMALL)  # same length: places in one are places in the other
    title = _between(source, small, "title")
    headings = tuple(_between(source, small, "h1", _HEADINGS) or _between(source, small, "h2", 1))
    return WebPage(" ".join(title), headings, _plain(_shown(source, small)))


_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _between(source: str, small: str, tag: str, most: int = 1) -> list[str]:
    """The text within the first elements of a name."""
    found: list[str] = []
    place = 0
    while len(found) < most:
        begin = _opening(small, tag, place)
        start = small.find(">", begin) + 1 if begin >= 0 else 0
        if start == 0:
            break
        end = small.find(f"</{tag}", start)
        end = len(source) if end < 0 else end
        found.append(_plain(source[start:end]))
        place = end
    return [text for text in found if text]


def _opening(small: str, tag: str, place: int) -> int:
    while (place := small.find(f"<{tag}", place)) >= 0:
        after = small[place + len(tag) + 1 : place + len(tag) + 2]
        if not after.isalnum() and after != "-":
            return place
        place += 1
    return -1


def _shown(source: str, small: str) -> str:
    """The source without what a browser does not show."""
    for tag in _HIDDEN:
        kept, place = [], 0
        while (begin := _opening(small, tag, place)) >= 0:
            kept.append((place, begin))
            end = small.find(f"</{tag}", begin)
            place = len(small) if end < 0 else end
        kept.append((place, len(small)))
        source, small = (" ".join(text[a:b] for a, b in kept) for text in (source, small))
    return source


def _plain(markup: str) -> str:
    """Text without tags, white space made one."""
    found, place = [], 0
    while (begin := markup.find("<", place)) >= 0:
        found.append(markup[place:begin])
        end = markup.find(">", begin)
        place = len(markup) if end < 0 else end + 1
    found.append(markup[place:])
    return _SPACE.sub(" ", html.unescape(" ".join(found))).strip()
