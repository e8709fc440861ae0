# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading our own HTML as a program does: headings, ids, links, pictures, words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, values))
        if "id" in values:
            self.page.ids.append(values["id"])
        for name in ("aria-labelledby", "aria-describedby", "for"):
            self.page.references += values.get(name, "").split()
        self._head(tag, values)
        if tag == "svg":
            self.drawings.append(values.get("aria-hidden") == "true")
        if tag == "title" and self.drawings:
            self.drawings[-1] = True
        if tag[0] == "h" and tag[1:].isdigit():
            self.page.headings.append((int(tag[1:]), ""))
        if tag not in _EMPTY:
            self.open.append(tag)

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
        if tag == "svg":
            self.page.untitled += not self.drawings.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"] and not self.drawings:
            self.page.title += data
        self.page.text += data
        if self.page.headings and any(name[0] == "h" and name[1:].isdigit() for name in self.open):
            level, words = self.page.headings[-1]
            self.page.headings[-1] = (level, words + data)


def read(html: bytes | str) -> Page:
    """A page as a program reads it."""
    reader = _Reader()
    reader.feed(html if isinstance(html, str) else html.decode("utf-8"))
    reader.close()
    reader.page.unclosed += reader.open
    reader.page.text = " ".join(reader.page.text.split())
    return reader.page
