# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of norms, and one norm with its controls, the checks that serve them, and what the rest takes to know."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import NormId
from ospo.domain.norm import Norm
from ospo.domain.site import Route
from ospo.engine import serving
from ospo.render.html.views.words import RELATIONS
from ospo.render.norms_text import PROOFS, NormsText

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every norm with how much of it our checks touch."""
    return "norms.html", {
        "norms": [(norm, _served(norm), len(norm.requirements)) for norm in site.library.norms.values()]
    }


def norm(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What it is, who keeps it, what our checks can say level by level, and every control."""
    item = site.library.norms[NormId(route.key)]
    words = NormsText(route.language)
    return "norm.html", {
        "norm": item,
        "served": _served(item),
        "total": len(item.requirements),
        "levels": [(words.group(g), serving.shares(g.controls), site.coverage.group(g)) for g in serving.asked(item)],
        "groups": [(words.group(g), g.controls) for g in serving.first_asked(item)],
        "relations": RELATIONS,
        "proofs": PROOFS,
        "tally": {c.id: site.coverage.control(c) for c in item.controls},
        "check_title": lambda c: site.catalogue.text(c, route.language).title,
    }


def _served(norm: Norm) -> int:
    return sum(1 for c in norm.requirements if c.mappings)
