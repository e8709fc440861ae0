# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as a list: every organisation by name, what to choose by, and a search in names and accounts."""

from typing import TYPE_CHECKING, Any

from ospo.domain.claim import Attribute
from ospo.domain.site import Kind, Route
from ospo.engine.register import showing
from ospo.engine.register.showing import Facet, Shown
from ospo.i18n import translator
from ospo.render.html.views.known import crawled
from ospo.render.html.views.register_words import ACTIVITY, FACETS, HAS_OSPO, KIND_NAMES, STANDINGS

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_NAMES = {Facet.KIND: KIND_NAMES, Facet.OSPO: HAS_OSPO, Facet.STANDING: STANDINGS, Facet.ACTIVITY: ACTIVITY}


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The organisations of one choice, or all; those with the words that were asked for."""
    register = site.register
    chosen = register.chosen(route.key, query)
    facet, _, value = showing.choice(route.key).partition("/")
    shown = chosen if query else showing.slice_of(chosen, route.key)
    return "organisations.html", {
        "shown": [_row(item) for item in shown],
        "total": len(chosen),
        "asked": query,
        "facets": [_facet(site, route, kind, facet, value) for kind in Facet if len(register.counts[kind]) > 1],
        "choice": _name(route, Facet(facet), value) if facet else "",
        "other_parts": [] if query else _parts(route, len(chosen)),
        "every": len(register.by_key),
        "source_count": len(register.register.sources),
        "question_count": len(register.register.questions),
        "repositories": crawled(site, route, site.recorded.search(query)) if query and site.recorded else [],
    }


def _row(shown: Shown) -> dict[str, Any]:
    return {
        "key": shown.key,
        "name": shown.name,
        "kind": KIND_NAMES.get(shown.kind, shown.kind),
        "accounts": len(shown.values(Attribute.ACCOUNT)),
        "repositories": len(shown.repositories),
        "changed": shown.last_change,
        "has_ospo": "yes" in shown.values(Attribute.HAS_OSPO),
    }


def _facet(site: "Site", route: Route, kind: Facet, facet: str, value: str) -> tuple[str, str, list[tuple[Any, ...]]]:
    """A facet: its word, its name, and a link for each of its values, with how many organisations have it."""
    links = []
    for word, n in site.register.counts[kind].items():
        where = site.url(Kind.ORGANISATIONS, f"{kind}/{word}", route.language)
        links.append((_name(route, kind, word), where, n, (kind, word) == (facet, value)))
    return str(kind), FACETS[kind], links


def _name(route: Route, facet: Facet, value: str) -> str:
    """What a value is called in the language of the reader; a forge is called as its address."""
    known = _NAMES.get(facet, {}).get(value)
    return translator(route.language)(known) if known else value


def _parts(route: Route, total: int) -> list[tuple[int, str, bool]]:
    """The parts of a long list: number, key, and whether it is this one."""
    here, base = showing.part(route.key), showing.choice(route.key)
    keys = [(n, f"{base}/part/{n}".lstrip("/") if n > 1 else base) for n in range(1, showing.parts(total) + 1)]
    return [(n, key, n == here) for n, key in keys] if len(keys) > 1 else []
