# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events: what comes, what was, and of each where its notes are."""

from typing import TYPE_CHECKING, Any

from ospo.domain.event import Event
from ospo.domain.identifier import EventId
from ospo.domain.site import Route
from ospo.render.html import dates
from ospo.render.html.views.words import LANGUAGES

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What comes, the first one first; then what was, the latest first."""
    events = list(site.library.events.values())
    return "events.html", {
        "coming": [event for event in reversed(events) if event.last_day >= site.today],
        "held": [event for event in events if event.last_day < site.today],
        "when": lambda event: when(event, route),
    }


def event(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """One event: when, where, for whom, what came out of it, and which practices it touched."""
    item = site.library.events[EventId(route.key)]
    return "event.html", {
        "event": item,
        "when": when(item, route),
        "language_names": LANGUAGES,
        "is_over": item.last_day < site.today,
        "practices": [site.library.practices[p] for p in item.practices],
    }


def when(event: Event, route: Route) -> str:
    """From when to when, as far as is known."""
    begin = dates.moment(event.start, route.language)
    if event.end is None or event.end == event.start:
        return begin
    return f"{begin} – {dates.moment(event.end, route.language)}"
