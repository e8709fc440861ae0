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
from ospo.render import atom, calendar

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

_ATOM_TYPE = "application/atom+xml; charset=utf-8"
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """Everything for readers that are programs, but the search index."""
    for language in Language:
        for key in ("", *_choices(site)):
            make = partial(_atom, site, language, key)
            yield Output(address(key, language), partial(marks.feed, language), make, _ATOM_TYPE)
    yield from calendar.outputs(site, marks)
    if site.origin:  # a site map holds whole addresses or nothing
        yield Output("/sitemap.xml", marks.shared, partial(_sitemap, site), "application/xml; charset=utf-8")
    yield Output("/robots.txt", marks.shared, partial(_robots, site), "text/plain; charset=utf-8")


def address(key: str, language: Language) -> str:
    """The path of the feed of all practices, or of those of a phase or an audience: `phase/publish`."""
    return f"/{language}/practices/{key}/atom.xml" if key else f"/{language}/atom.xml"


def _choices(site: "Site") -> list[str]:
    """The lists with a feed of their own: of one phase, or of one audience."""
    return [key for key in plan.filters(site.library) if key.count("/") == 1]


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


def _atom(site: "Site", language: Language, key: str) -> bytes:
    from ospo.render.html.views.words import AUDIENCES, PHASES

    say = translator(language)
    phase, audience = plan.choice(key)
    practices = sorted(plan.chosen(site.library, phase, audience), key=lambda p: (-p.reviewed.toordinal(), p.id))
    entries = []
    for practice in practices:
        where = site.absolute(plan.address(Route(Kind.PRACTICE, practice.id, language)))
        text = practice.texts[language]
        entries.append(atom.Entry(text.title, where, practice.reviewed, text.question))
    title = say("OSPO-NL: practices")
    if phase:
        title += f" · {say(PHASES[phase])}"
    if audience:
        title += f" · {say(AUDIENCES[audience])}"
    home = Route(Kind.PRACTICES if key else Kind.HOME, key, language)
    own = site.absolute(address(key, language))
    return atom.feed(title, site.absolute(plan.address(home)), own, language, entries)


def _sitemap(site: "Site") -> bytes:
    from xml.etree import ElementTree as Tree

    top = Tree.Element("urlset", {"xmlns": _MAP, "xmlns:xhtml": _XHTML})
    for path, route in site.routes.items():
        if route.kind in (Kind.NOT_FOUND, Kind.SEARCH):
            continue
        entry = Tree.SubElement(top, "url")
        atom.child(entry, "loc", site.absolute(path))
        for language in Language:
            twin = site.absolute(plan.address(route.in_language(language)))
            Tree.SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": str(language), "href": twin})
    return atom.written(top)
