# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The editors' board: what the knowledge base asks this week, so that nothing on it grows old unseen."""

from typing import TYPE_CHECKING, Any

from ospo.domain.site import Route
from ospo.engine import editing
from ospo.i18n import long_date, translator
from ospo.render import links_text
from ospo.render.editing_text import ADVICE, KINDS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def board(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The tasks by kind."""
    found = site.tasks(route.language)
    groups = [(KINDS[kind], ADVICE[kind], [t for t in found if t.kind is kind]) for kind in editing.TaskKind]
    return "board.html", {
        "groups": [group for group in groups if group[2]],
        "total": len(found),
        "late": sum(task.is_late(site.today) for task in found),
        "today": site.today,
        "looked_at": len(site.links.by_address),
        "last_look": max((found[-1].last for found in site.links.by_address.values()), default=None),
        "said": {task: _said(site, route, task) for task in found if task.link},
    }


def _said(site: "Site", route: Route, task: editing.Task) -> str:
    """What became of the address that a task is about."""
    if task.link is None:
        return ""
    return links_text.said(task.link, translator(route.language), lambda day: long_date(day, route.language))
