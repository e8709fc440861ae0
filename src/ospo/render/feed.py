# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Feeds and maps: the Atom feed per language, the site map, robots.txt, and the index of the static search."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Tree

import msgspec

from ospo.domain.language import Language
from ospo.domain.site import File, Kind, Route
from ospo.engine import documents, relevance
from ospo.engine import site as plan
from ospo.i18n import translator
from ospo.render.html.views.words import KINDS

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_ATOM = "http://www.w3.org/2005/Atom"
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def files(site: "Site") -> Iterator[File]:
    """Everything for readers that are programs."""
    for language in Language:
        yield File(f"/{language}/atom.xml", _atom(site, language), "application/atom+xml; charset=utf-8")
    robots = "User-agent: *\nAllow: /\n"
    if site.origin:  # a site map holds whole addresses or nothing
        yield File("/sitemap.xml", _sitemap(site), "application/xml; charset=utf-8")
        robots += f"Sitemap: {site.absolute('/sitemap.xml')}\n"
    yield File("/robots.txt", robots.encode("utf-8"), "text/plain; charset=utf-8")


def search_index(site: "Site", language: Language) -> Iterator[File]:
    """What the browser needs to search a static site; the live server searches itself."""
    yield File(f"/{language}/search-index.json", _search_index(site, language), "application/json")


def _atom(site: "Site", language: Language) -> bytes:
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


def _child(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = text


def _xml(top: Tree.Element) -> bytes:
    Tree.indent(top)
    return bytes(Tree.tostring(top, "utf-8", xml_declaration=True)) + b"\n"


def _search_index(site: "Site", language: Language) -> bytes:
    """What the browser needs to search: pages, per term what it adds to which, and the terms of each word."""
    found = documents.of(site.library, site.catalogue, site.observations, language)
    say = translator(language)
    pages = [relevance.analyse(document) for document in found]
    terms = {
        term: [(number, round(weight, 3)) for number, weight in postings]
        for term, postings in sorted(relevance.weights(pages).items())
    }
    index = {
        "limit": relevance.LIMIT,
        "share": relevance.SHARE,
        "whole": relevance.WHOLE_TITLE,
        "pages": [
            [site.base + plan.address(d.route), d.title, d.question, say(KINDS[d.route.kind]), page.title]
            for d, page in zip(found, pages, strict=True)
        ],
        "terms": terms,
        "forms": relevance.forms(pages),
    }
    return msgspec.json.encode(index, order="deterministic")
