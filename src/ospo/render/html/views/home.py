# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Home, search, and the page that says that there is nothing here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import PageId
from ospo.domain.site import Document, Found, Route
from ospo.engine import narrowing, relevance, snippets
from ospo.engine import site as plan
from ospo.engine.narrowing import Narrowed
from ospo.i18n import translator
from ospo.render.html import wheel
from ospo.render.html.views.words import AUDIENCES, KINDS, PHASES

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def home(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What this is, the search, the doors, and the proof."""
    say = translator(route.language)
    page = site.library.pages.get(PageId(plan.HOME_PAGE))
    repositories = site.observations.repositories()
    evidence = {p.id: site.coverage.evidence(p.checks) for p in site.library.practices.values() if p.traces}
    shown = sorted(evidence, key=lambda p: (-evidence[p].organisations.shown, p))[:6]
    return "home.html", {
        "page": page,
        "text": page.texts[route.language] if page else None,
        "examples": (page.examples or {}).get(route.language, ()) if page else (),
        "phases": [(p, PHASES[p], len(plan.chosen(site.library, p, None))) for p in PHASES],
        "phase_key": plan.filter_key,
        "practices": [site.library.practices[p] for p in shown],
        "evidence": evidence,
        "organisation_count": len([o for o in site.library.organisations if site.observations.by_organisation.get(o)]),
        "repository_count": len(repositories),
        "finding_count": sum(len(r.findings) for r in repositories),
        "picture": wheel.picture(wheel.sign(), say, title=say("The wheel: four axes, three levels each"), key="wheel"),
    }


def search(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What was found; without a question, and on the static site, everything there is to find."""
    asked = narrowing.read(query)
    found = site.find(asked.words, route.language) if site.find and asked.words else Found()
    wanted = snippets.pattern(getattr(found, "terms", ()))
    shown = [d for d in found if narrowing.fits(d, asked.chosen)][: relevance.LIMIT]
    return "search.html", {
        "found": shown,
        "asked": asked,
        "filters": list(_filters(found, asked)),
        "marked": lambda text: snippets.marked(text, wanted),
        "snippet": lambda document: snippets.snippet(snippets.source(document), wanted),
        "live": site.find is not None,
        "practices": plan.chosen(site.library, None, None),
        "checks": [(c, site.catalogue.text(c, route.language).title) for c in site.catalogue.ids()],
        "kind_names": KINDS,
    }


# What a reader may choose by: the word in an address, what it is called, and what its values are called.
FILTERS: tuple[tuple[str, str, Mapping[Any, str]], ...] = (
    ("kind", "Kind", {narrowing.OVERVIEW: "Overview", **{k: KINDS[k] for k in KINDS if k not in narrowing.LISTS}}),
    ("phase", "Phase", PHASES),
    ("for", "For whom", AUDIENCES),
)


def _filters(found: Sequence[Document], asked: Narrowed) -> Iterator[tuple[str, str, list[tuple[str, str, int]]]]:
    """Per filter its values among the pages that were found, with their words and how many pages each leaves."""
    for name, title, values in FILTERS:
        named = {str(value): words for value, words in values.items()}
        counted = narrowing.counts(found, asked, name)
        if asked.of(name):
            counted.setdefault(asked.of(name), 0)
        if len(counted) > 1 or asked.of(name):
            yield name, title, [(value, named.get(value, value), count) for value, count in counted.items()]


def not_found(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The way back."""
    return "not-found.html", {}
