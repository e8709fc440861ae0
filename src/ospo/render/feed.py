# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Feeds and maps: the Atom feed per language, the site map, robots.txt, and where the search index goes."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ospo.domain.language import Language
from ospo.domain.site import Kind, Output, Route
from ospo.engine import site as plan
from ospo.i18n import translator

if TYPE_CHECKING:
    from xml.etree import ElementTree as Tree

    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

_ATOM = "http://www.w3.org/2005/Atom"
_ATOM_TYPE = "application/atom+xml; charset=utf-8"
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """Everything for readers that are programs, but the search index."""
    for language in Language:
        yield Output(f"/{language}/atom.xml", partial(marks.feed, language), partial(_atom, site, language), _ATOM_TYPE)
    if site.origin:  # a site map holds whole addresses or nothing
        yield Output("/sitemap.xml", marks.shared, partial(_sitemap, site), "application/xml; charset=utf-8")
    yield Output("/robots.txt", marks.shared, partial(_robots, site), "text/plain; charset=utf-8")


def search_outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """What the browser needs to search a static site; the live server searches itself."""
    for language in Language:
        path = f"/{language}/search-index.json"
        yield Output(path, partial(marks.search, language), partial(_search_index, site, language), "application/json")


def _search_index(site: "Site", language: Language) -> bytes:
    from ospo.render.search_index import search_index

    return search_index(site, language)


def _robots(site: "Site") -> bytes:
    address = f"Sitemap: {site.absolute('/sitemap.xml')}\n" if site.origin else ""
    return f"User-agent: *\nAllow: /\n{address}".encode()


def _atom(site: "Site", language: Language) -> bytes:
    from xml.etree import ElementTree as Tree

    say = translator(language)
    practices = sorted(site.library.practices.values(), key=lambda p: (-p.reviewed.toordinal(), p.id))
    feed = Tree.Element("feed", {"xmlns": _ATOM, "xml:lang": str(language)})
    home = site.absolute(plan.address(Route(Kind.HOME, "", language)))
    _child(feed, "title", say("OSPO-NL: practices"))
    _child(feed, "id", home)
    Tree.SubElement(feed, "link", {"href": home})
    Tree.SubElement(feed, "link", {"rel": "self", "href": site.absolute(f"/{language}/atom.xml")})
    _child(feed, "updated", f"{(practices[0].reviewed if practices else site.today).isoformat()}T00:00:00Z")
    _child(Tree.SubElement(feed, "author"), "name", "OSPO-NL")
    for practice in practices:
        text = practice.texts[language]
        where = site.absolute(plan.address(Route(Kind.PRACTICE, practice.id, language)))
        entry = Tree.SubElement(feed, "entry")
        _child(entry, "title", text.title)
        _child(entry, "id", where)
        Tree.SubElement(entry, "link", {"href": where})
        _child(entry, "updated", f"{practice.reviewed.isoformat()}T00:00:00Z")
        _child(entry, "summary", text.question)
    return _xml(feed)


def _sitemap(site: "Site") -> bytes:
    from xml.etree import ElementTree as Tree

    top = Tree.Element("urlset", {"xmlns": _MAP, "xmlns:xhtml": _XHTML})
    for path, route in site.routes.items():
        if route.kind in (Kind.NOT_FOUND, Kind.SEARCH):
            continue
        entry = Tree.SubElement(top, "url")
        _child(entry, "loc", site.absolute(path))
        for language in Language:
            twin = site.absolute(plan.address(route.in_language(language)))
            Tree.SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": str(language), "href": twin})
    return _xml(top)


def _child(parent: "Tree.Element", name: str, text: str) -> None:
    from xml.etree import ElementTree as Tree

    Tree.SubElement(parent, name).text = text


def _xml(top: "Tree.Element") -> bytes:
    from xml.etree import ElementTree as Tree

    Tree.indent(top)
    return bytes(Tree.tostring(top, "utf-8", xml_declaration=True)) + b"\n"
