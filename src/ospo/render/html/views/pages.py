# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about the community, and the glossary."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import PageId
from ospo.domain.language import Language
from ospo.domain.site import Route
from ospo.engine import drift, freshness, redirects

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def page(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """A page of text with its date, its owner role, and the facts it cites."""
    item = site.library.pages[PageId(route.key)]
    text = item.texts[route.language]
    prose = site.prose(route.language)
    sections = prose.sections(text.body)
    return "page.html", {
        "page": item,
        "text": text,
        "sections": sections,
        "facts": prose.facts,
        "today": site.today,
        "needs_check": freshness.needs_check,
        "is_due": freshness.is_due(item, site.today),
        "due": freshness.due(item),
        "is_archived": freshness.is_archived(item, site.today),
        "behind": route.language is Language.EN and drift.is_behind(text, item.texts[Language.NL]),
    }


def glossary(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every term with its definition and its twin in the other language."""
    terms = sorted(site.library.terms.values(), key=lambda t: t.term[route.language].casefold())
    return "glossary.html", {"terms": terms, "former": redirects.former_anchors(site.library, "glossary")}
