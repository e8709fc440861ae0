# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Home, search, and the page that says that there is nothing here."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import PageId
from ospo.domain.site import Route
from ospo.engine import site as plan
from ospo.i18n import translator
from ospo.render.html import wheel
from ospo.render.html.views.words import KINDS, PHASES

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
    found = site.find(query, route.language) if site.find and query else []
    return "search.html", {
        "found": found,
        "live": site.find is not None,
        "practices": plan.chosen(site.library, None, None),
        "checks": [(c, site.catalogue.text(c, route.language).title) for c in site.catalogue.ids()],
        "kind_names": KINDS,
    }


def not_found(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The way back."""
    return "not-found.html", {}
