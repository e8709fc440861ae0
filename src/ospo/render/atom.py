# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Atom feeds (RFC 4287)."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ospo.domain.language import Language

if TYPE_CHECKING:
    from xml.etree import ElementTree as Tree

_ATOM = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """Something new: what, where, as of which day, and in a sentence."""

    title: str
    url: str
    updated: datetime.date
    summary: str


def feed(
    title: str,
    home: str,
    own: str,
    language: Language,
    entries: Sequence[Entry],
    today: datetime.date = datetime.date.min,
) -> bytes:
    """A feed as XML.

    Args:
        title: what it is about.
        home: the address of the page with the same, which is its id.
        own: the address of the feed itself.
        language: of the texts.
        entries: in the order in which they are to be read.
        today: when a feed without entries is of.
    """
    from xml.etree import ElementTree as Tree

    top = Tree.Element("feed", {"xmlns": _ATOM, "xml:lang": str(language)})
    child(top, "title", title)
    child(top, "id", home)
    Tree.SubElement(top, "link", {"href": home})
    Tree.SubElement(top, "link", {"rel": "self", "href": own})
    child(top, "updated", _moment(max((entry.updated for entry in entries), default=today)))
    child(Tree.SubElement(top, "author"), "name", "OSPO-NL")
    for entry in entries:
        made = Tree.SubElement(top, "entry")
        child(made, "title", entry.title)
        child(made, "id", entry.url)
        Tree.SubElement(made, "link", {"href": entry.url})
        child(made, "updated", _moment(entry.updated))
        child(made, "summary", entry.summary)
    return written(top)


def child(parent: "Tree.Element", name: str, text: str) -> None:
    """Add an element that holds a text."""
    from xml.etree import ElementTree as Tree

    Tree.SubElement(parent, name).text = text


def written(top: "Tree.Element") -> bytes:
    """The XML of a document."""
    from xml.etree import ElementTree as Tree

    Tree.indent(top)
    return bytes(Tree.tostring(top, "utf-8", xml_declaration=True)) + b"\n"


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
