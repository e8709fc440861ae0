# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading our own HTML as a program does: headings, ids, links, pictures, words."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

# What we write, read quickly: a tag with the text behind it. The standard library reads what is written otherwise.
_TAG = re.compile(r'<(/?)([A-Za-z][A-Za-z0-9]*+)((?:\s++[A-Za-z][A-Za-z:-]*+(?:="[^"]*+")?)*+)\s*+(/?)>([^<]*+)')
_ATTRIBUTE = re.compile(r'([A-Za-z][A-Za-z:-]*+)(?:="([^"]*+)")?')
_ASIDE = re.compile(r"<!(?:doctype html|--(?:[^-]++|-(?!->))*+--)>([^<]*+)")
_RAW = {"script", "style"}
_EMPTY = {"meta", "link", "input", "br", "img", "hr", "path", "circle", "rect"}
Attributes = dict[str, str]


@dataclass
class Page:
    """What stands in a page."""

    language: str = ""
    title: str = ""
    text: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    twins: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    elements: list[tuple[str, Attributes]] = field(default_factory=list)
    untitled: int = 0
    unclosed: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[Attributes]:
        """The attributes of every element of a name."""
        return [attributes for found, attributes in self.elements if found == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[str] = []
        self.drawings: list[bool] = []
        self.texts: list[str] = []
        self.titles: list[str] = []
        self.within = 0  # this many headings

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.start(tag, {name: value or "" for name, value in attrs})

    def start(self, tag: str, values: Attributes) -> None:
        """A tag that opens an element."""
        self.page.elements.append((tag, values))
        if "id" in values:
            self.page.ids.append(values["id"])
        for name in ("aria-labelledby", "aria-describedby", "for"):
            if name in values:
                self.page.references += values[name].split()
        self._head(tag, values)
        if tag == "svg":
            self.drawings.append(values.get("aria-hidden") == "true")
        if tag == "title" and self.drawings:
            self.drawings[-1] = True
        if _is_heading(tag):
            self.page.headings.append((int(tag[1:]), ""))
        if tag not in _EMPTY:
            self.open.append(tag)
            self.within += _is_heading(tag)

    def _head(self, tag: str, values: Attributes) -> None:
        if tag == "html":
            self.page.language = values.get("lang", "")
        if tag in ("a", "form"):
            self.page.links.append(values.get("href") or values.get("action", ""))
        if tag == "link" and "hreflang" in values:
            self.page.twins[values["hreflang"]] = values["href"]
        elif tag == "link" and values.get("rel") not in ("canonical",):
            self.page.assets.append(values["href"])
        if tag in ("script", "img"):
            self.page.assets.append(values.get("src", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if not self.open or self.open[-1] != tag:
            self.page.unclosed.append(tag)
        else:
            self.open.pop()
            self.within -= _is_heading(tag)
        if tag == "svg":
            self.page.untitled += not self.drawings.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"] and not self.drawings:
            self.titles.append(data)
        self.texts.append(data)
        if self.within and self.page.headings:
            level, words = self.page.headings[-1]
            self.page.headings[-1] = (level, words + data)

    def quickly(self, html: str) -> bool:
        """Read a page as we write them; False, with nothing of use, when it is written otherwise."""
        at = 0
        while at < len(html):
            found = _TAG.match(html, at) or _ASIDE.match(html, at)
            if found is None:
                return False
            at, text = found.end(), found[found.re.groups]
            if found.re is _TAG:
                at, text = self._element(html, found)
            if text:
                self.handle_data(text if "&" not in text else unescape(text))
        return True

    def _element(self, html: str, found: re.Match[str]) -> tuple[int, str]:
        """A tag of ours; gives the place and the text behind it."""
        closing, name, attributes, is_whole, text = found.groups()
        tag = name.lower()
        if closing:
            self.handle_endtag(tag)
            return found.end(), text
        values = {
            name.lower(): unescape(value) if "&" in value else value for name, value in _ATTRIBUTE.findall(attributes)
        }
        self.start(tag, values)
        if is_whole:
            self.handle_endtag(tag)
        elif tag in _RAW:
            end = html.find(f"</{tag}>", found.start(5))
            self.handle_data(html[found.start(5) : end])
            return end, ""
        return found.end(), text


def _is_heading(tag: str) -> bool:
    return tag[0] == "h" and tag[1:].isdigit()


def read(html: bytes | str) -> Page:
    """A page as a program reads it."""
    text = html if isinstance(html, str) else html.decode("utf-8")
    reader = _Reader()
    if not reader.quickly(text):
        reader = _Reader()
        reader.feed(text)
        reader.close()
    page = reader.page
    page.unclosed += reader.open
    page.title = "".join(reader.titles)
    page.text = " ".join("".join(reader.texts).split())
    return page
