# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap: the steps by phase, whole, or for one reader or one situation; progress stays with the reader."""

from typing import TYPE_CHECKING, Any

from ospo.domain.practice import Audience, Phase
from ospo.domain.roadmap import Situation
from ospo.domain.site import Route
from ospo.engine import redirects
from ospo.engine import site as plan
from ospo.render.html.views.words import AUDIENCES, PHASES, SITUATIONS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def roadmap(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The steps of this view; the numbers are those of the whole roadmap, so that people can name a step."""
    library = site.library
    audience, situation = plan.roadmap_choice(route.key)
    steps = plan.steps(library, route.key)
    numbers = {step.id: number for number, step in enumerate(library.steps.values(), 1)}
    keys = [key for key in plan.roadmap_keys(library) if key]
    return "roadmap.html", {
        "phases": [(PHASES[p], found) for p in Phase if (found := [s for s in steps if s.phase is p])],
        "numbers": numbers,
        "total": len(steps),
        "left_out": len(numbers) - len(steps) if situation else 0,
        "audience": audience,
        "situation": situation,
        "audience_names": AUDIENCES,
        "situation_names": SITUATIONS,
        "audience_chips": _chips(site, keys, {a: AUDIENCES[a] for a in Audience}, audience),
        "situation_chips": _chips(site, keys, {s: SITUATIONS[s] for s in Situation}, situation),
        "practices": library.practices,
        "former": redirects.former_anchors(library, "roadmap"),
    }


def _chips(
    site: "Site", keys: list[str], names: dict[Any, str], chosen: Audience | Situation | None
) -> list[tuple[str, str, int, bool]]:
    """Name, key, number of steps, and whether it is the one that is shown."""
    chips = []
    for key in keys:
        choice = next(filter(None, plan.roadmap_choice(key)), None)
        if choice in names:
            chips.append((names[choice], key, len(plan.steps(site.library, key)), choice is chosen))
    return chips
