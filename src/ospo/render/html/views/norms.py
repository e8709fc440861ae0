# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of norms, and one norm with the controls our checks serve."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import NormId
from ospo.domain.site import Route
from ospo.render.html.views.words import RELATIONS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every norm with how much of it our checks touch."""
    return "norms.html", {"norms": list(site.library.norms.values())}


def norm(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What it is, who keeps it, and the table of controls."""
    item = site.library.norms[NormId(route.key)]
    return "norm.html", {
        "norm": item,
        "relations": RELATIONS,
        "tally": {c.id: site.coverage.control(c) for c in item.controls},
        "check_title": lambda c: site.catalogue.text(c, route.language).title,
    }
