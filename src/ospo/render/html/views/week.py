# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""This week: what is coming, what changed and where to read more, and how it was in the weeks before."""

from typing import TYPE_CHECKING, Any

from ospo.domain.site import Route
from ospo.engine.changes import ChangeKind
from ospo.i18n import translator
from ospo.render import week as words
from ospo.render import week_files
from ospo.render.week import TITLES

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_SHOWN = 12  # of a kind, before the others are folded away
_EARLIER = 4  # weeks


def week(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The week that ends on the day the page is made."""
    found, say = words.of(site, route.language), translator(route.language)
    here = site.url(route.kind, "", route.language)
    earlier = words.earlier(site, _EARLIER)
    kinds = [kind for kind in ChangeKind if any(kind in counts for _, counts in earlier)]
    return "week.html", {
        "week": found,
        "groups": [(str(k), title, lines[:_SHOWN], lines[_SHOWN:]) for k, title, lines in found.groups],
        "coming": found.coming,
        "ahead": words.AHEAD // 7,
        "earlier": earlier,
        "kinds": [(kind, say(TITLES[kind])) for kind in kinds],
        "feed": here + week_files.FEED,
        "calendar": here + week_files.CALENDAR,
        "mail": here + week_files.MAIL,
    }
