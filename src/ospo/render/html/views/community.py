# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The community: who takes part, which groups there are, and what was decided; each as far as a source says so."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ospo.domain.community import GroupState
from ospo.domain.identifier import FactId
from ospo.domain.page import Fact
from ospo.domain.site import Route
from ospo.engine import freshness
from ospo.render.html.views.words import GROUP_STATES

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def participants(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The organisations that take part, with the facts that say so."""
    items = list(site.library.participants.values())
    return "participants.html", {
        "participants": items,
        "organisations": {p.id: site.library.organisations.get(p.id) for p in items},
        **_facts(site, (name for p in items for name in p.facts)),
    }


def groups(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The groups that a source names, and whether any of them is known to meet."""
    items = list(site.library.groups.values())
    return "groups.html", {
        "groups": items,
        "state_names": GROUP_STATES,
        "is_any_active": any(group.state is GroupState.ACTIVE for group in items),
        **_facts(site, (name for group in items for name in group.facts)),
    }


def decisions(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What was decided, the latest first."""
    return "decisions.html", {"decisions": list(site.library.decisions.values()), "by_id": site.library.decisions}


def _facts(site: "Site", names: Iterable[FactId]) -> dict[str, Any]:
    """The facts that a page cites, each once, and the number under which each stands below."""
    facts: list[Fact] = [site.library.facts[name] for name in dict.fromkeys(names) if name in site.library.facts]
    return {
        "facts": facts,
        "numbers": {fact.id: number for number, fact in enumerate(facts, 1)},
        "today": site.today,
        "needs_check": freshness.needs_check,
    }
