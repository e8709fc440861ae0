# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statistics: each figure as a picture and as a table, with over how many, as of when, and what is not measured."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import NormId
from ospo.domain.site import Route
from ospo.engine import statistics as counted
from ospo.engine import trend
from ospo.engine.statistics import Figure
from ospo.i18n import long_date, translator
from ospo.render.html import bars
from ospo.render.html import wheel as drawn
from ospo.render.html.views.known import shown_course, standings
from ospo.render.html.views.register_words import ACTIVITY, HAS_OSPO, KIND_NAMES, REPOSITORY_STATES
from ospo.render.register_text import FRESH

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_LADDER = NormId("ambitieladder")
SOURCES = {"3": "three sources or more", "2": "two sources", "1": "one source", "0": "no source says whose"}
OTHERS = {counted.OTHER: "other or not known"}
_TITLES = {
    "kinds": "Organisations by kind",
    "ospos": "Organisations with an OSPO",
    "forges": "Accounts by forge",
    "agreement": "Accounts by how many sources say whose they are",
    "ages": "What sources say of organisations, by age",
    "changed": "Repositories by their last change",
    "states": "Repositories by state",
    "ladder": "The ambition ladder: what repositories show",
    "topics": "Findings by topic",
}
# What is counted, and what that does not tell.
_UNITS = {
    "kinds": "organisations with an account, a forge or an OSPO that a source names",
    "ospos": "the same organisations",
    "forges": "accounts that a source names",
    "agreement": "the same accounts",
    "ages": "values, such as a name, a number or an account",
    "changed": "repositories that we observe",
    "states": "repositories that a crawl found",
    "ladder": "requirements with a meaning, over all repositories that we observe",
    "topics": "findings of checks that have a meaning for the repository",
}
_SILENT = {
    "kinds": "Organisations that no source names, and how large each is.",
    "ospos": "An office that works without the name, and one that no source of ours names. Nobody was asked.",
    "forges": "Code behind a login, and accounts of persons.",
    "agreement": "Whether a source is right: several lists may have copied the same mistake.",
    "ages": "Whether it still holds: old is not wrong, and new is not right.",
    "changed": "Changes after our copy was made, and whether a quiet repository is finished or left behind.",
    "states": "Repositories of forges and accounts that no crawl looked at.",
    "ladder": "What only the settings of a forge or a person can tell: that is the part that is not known.",
    "topics": "How good something is: a check says whether it is there and fits.",
}
SHARES = {"met": "shown", "unknown": "not known", "not-met": "not met"}
OBSERVED = {"yes": "repositories observed", "no": "not observed yet"}
NUMBER = {"n": "number"}
_PARTS = {"kinds": OBSERVED, "ladder": SHARES, "topics": SHARES}
_ROWS: dict[str, Mapping[str, str]] = {
    "kinds": KIND_NAMES | OTHERS,
    "ospos": HAS_OSPO,
    "forges": OTHERS,
    "agreement": SOURCES,
    "ages": {str(age): words for age, words in FRESH.items()},
    "changed": ACTIVITY,
    "states": {str(state): words for state, words in REPOSITORY_STATES.items()},
    "ladder": drawn.AXIS_NAMES,
}


def statistics(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every figure that has something to count."""
    say = translator(route.language)
    figures = [_shown(figure, site, route, say) for figure in _figures(site) if figure.total]
    return "statistics.html", {"figures": figures, "course": _course(site, say)}


def _figures(site: "Site") -> Iterator[Figure]:
    repositories = site.observations.repositories()
    yield counted.kinds(site.register)
    yield counted.known_ospos(site.register)
    yield counted.forges(site.register)
    yield counted.agreement(site.register)
    yield counted.ages(site.register)
    yield counted.changed(repositories, site.today)
    yield counted.states(site.past)
    yield counted.ladder(repositories, [site.ladder(r) for r in repositories])
    yield counted.topics(repositories, site.catalogue.by_topic())


def _shown(figure: Figure, site: "Site", route: Route, say: Callable[..., str]) -> dict[str, Any]:
    rows = [(_name(figure, key, site, route), numbers) for key, numbers in figure.rows]
    parts = [say(part) for part in _PARTS.get(figure.id, NUMBER).values()]
    told = "; ".join(f"{label}: {_listed(parts, numbers)}" for label, numbers in rows)
    labels = [(f"{label}: {' / '.join(map(str, numbers))}", numbers) for label, numbers in rows]
    is_share, title = _PARTS.get(figure.id) is SHARES, say(_TITLES[figure.id])
    return {
        "id": figure.id,
        "title": title,
        "unit": say(_UNITS[figure.id]),
        "silent": say(_SILENT[figure.id]),
        "parts": list(zip(parts, bars.LOOKS, strict=False)),
        "rows": rows,
        "total": figure.total,
        "as_of": " – ".join(long_date(day, route.language) for day in figure.as_of),
        "picture": bars.svg(labels, title=title, told=told, key=f"figure-{figure.id}", whole=is_share),
    }


def _name(figure: Figure, key: str, site: "Site", route: Route) -> str:
    """What a row is called: a topic by its title, a forge by its address, the others by a word of ours."""
    if figure.id == "topics":
        return site.catalogue.topic(key, route.language).title
    word = _ROWS[figure.id].get(key)
    return translator(route.language)(word) if word else key


def _listed(parts: Sequence[str], numbers: Sequence[int]) -> str:
    if len(parts) == 1:
        return str(numbers[0])
    return ", ".join(f"{part} {n}" for part, n in zip(parts, numbers, strict=True))


def _course(site: "Site", say: Callable[..., str]) -> dict[str, Any] | None:
    """The ladder through time, over every repository that we observe; none with fewer than two moments."""
    norm = site.library.norms.get(_LADDER)
    if norm is None or not (site.past.looks or site.past.repositories):
        return None
    repositories = site.observations.repositories()
    moments = trend.trend(norm, [standings(site, norm, r) for r in repositories])
    return shown_course(moments, say) if len(moments) > 1 else None
