# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the register knows of an organisation: who says what and how long ago, relations, questions, and its course."""

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ospo.domain.claim import Attribute, Claim
from ospo.domain.crawled import KnownRepository
from ospo.domain.finding import Outcome
from ospo.domain.identifier import NormId
from ospo.domain.language import Language
from ospo.domain.norm import Norm
from ospo.domain.observation import ObservedRepository
from ospo.domain.overview import ListedRepository
from ospo.domain.page import FactStatus
from ospo.domain.site import Kind, Route
from ospo.engine import owners, trend
from ospo.engine import site as plan
from ospo.engine.register.showing import Shown, account_key
from ospo.engine.standing import Axis
from ospo.engine.trend import Moment
from ospo.formats import address
from ospo.i18n import long_date, translator
from ospo.render.html import columns
from ospo.render.html import wheel as drawn
from ospo.render.html.views.register_words import (
    ATTRIBUTES,
    CONFIDENCES,
    FORKS,
    KIND_NAMES,
    RELATIONS,
    REPOSITORY_STATES,
)
from ospo.render.register_text import FRESH, STANDING, RegisterText

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_LADDER = NormId("ambitieladder")
_MOST = 60  # values that are shown of one organisation
_YES = {"yes": "yes", "no": "no"}


def of_organisation(site: "Site", route: Route, shown: Shown) -> dict[str, Any]:
    """What the page of an organisation shows of the register."""
    return {
        "claims": _rows(shown, route.language),
        "relations": _relations(site, route, shown),
        "questions": [_question(site, route, question) for question in site.register.questions(shown.known)],
        "owner_changes": owners.changes([(r.url, r.findings) for r in shown.repositories], site.today)[:5],
        "course": _course(site, route, shown),
    }


def _rows(shown: Shown, language: Language) -> list[dict[str, Any]]:
    """Each value of each attribute, the heaviest first, with who says so."""
    say = translator(language)
    rows = []
    for attribute, fact in shown.known.facts.items():
        for value in fact.values if attribute in ATTRIBUTES else ():
            rows.append(
                {
                    "label": say(ATTRIBUTES[attribute]),
                    "text": _text(attribute, value.text, language),
                    "href": value.text if value.text.startswith(("https://", "http://")) else "",
                    "standing": say(STANDING[fact.standing(value)]),
                    "is_conflict": fact.is_conflict,
                    "age": say(FRESH[value.freshness]),
                    "sources": sources(value.claims, language),
                    "doubt": _doubt(shown, attribute, say),
                }
            )
    return rows[:_MOST]


def _doubt(shown: Shown, attribute: Attribute, say: Callable[..., str]) -> str:
    """What we say of an OSPO ourselves without a primary source, is said to be so."""
    ospo = shown.own.ospo if shown.own else None
    if ospo is None or attribute is not Attribute.HAS_OSPO or ospo.status is FactStatus.VERIFIED:
        return ""
    return say("from a secondary source" if ospo.status is FactStatus.SECONDARY else "not verified")


def _text(attribute: Attribute, text: str, language: Language) -> str:
    say = translator(language)
    if attribute is Attribute.KIND:
        return say(KIND_NAMES[text]) if text in KIND_NAMES else text
    if attribute is Attribute.HAS_OSPO:
        return say(_YES[text]) if text in _YES else text
    return text.partition("://")[2].rstrip("/") or text


def sources(claims: Sequence[Claim], language: Language) -> list[dict[str, str]]:
    """Who makes some claims: each source once, with its address, how it knows, and of when."""
    say = translator(language)
    found: dict[str, dict[str, str]] = {}
    for claim in claims:
        origin = claim.origin
        dated = say("of {date}", date=long_date(origin.dated, language)) if origin.dated else ""
        known = origin.read > datetime.date.min
        read = say("read on {date}", date=long_date(origin.read, language)) if known else ""
        found.setdefault(
            origin.name,
            {
                "name": origin.name,
                "href": origin.url if origin.url.startswith("https://") else "",
                "note": ", ".join(filter(None, [say(CONFIDENCES[claim.confidence]), dated, read])),
            },
        )
    return list(found.values())


def _relations(site: "Site", route: Route, shown: Shown) -> list[tuple[str, list[dict[str, Any]]]]:
    """The relations by kind; each other organisation with its page, when it has one."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    keys = site.register.key_of
    for relation in site.register.relations.get(shown.known.id, ()):
        key = keys.get(relation.id, "")
        href = site.url(Kind.ORGANISATION, key, route.language) if key else ""
        row = {"name": relation.name, "href": href, "sources": sources(relation.claims, route.language)}
        grouped.setdefault(RELATIONS[relation.kind], []).append(row)
    return list(grouped.items())


def _question(site: "Site", route: Route, question: Any) -> tuple[str, str]:
    """A question as a sentence, and the page of the account it is about."""
    text = RegisterText(translator(route.language)).question(question)
    key = account_key(question.account)
    return text, site.url(Kind.WHY, key, route.language) if key in site.register.unsettled else ""


def _course(site: "Site", route: Route, shown: Shown) -> dict[str, Any] | None:
    """How its repositories stood on the ladder through time: pictures per axis, and the same as a table."""
    norm = site.library.norms.get(_LADDER)
    if norm is None or not shown.repositories:
        return None
    looks = [standings(site, norm, repository) for repository in shown.repositories]
    moments = trend.trend(norm, looks)
    return shown_course(moments, translator(route.language))


def shown_course(moments: Sequence[Moment], say: Callable[..., str]) -> dict[str, Any]:
    """A course as pictures, which take two moments, and as what a table needs."""
    axes = [axis for axis in drawn.AXIS_NAMES if all(axis in moment.axes for moment in moments)]
    pictures = [columns.svg(moments, axis, say, key=f"course-{axis}") for axis in axes]
    return {
        "moments": moments,
        "pictures": pictures if len(moments) > 1 else [],
        "axis_names": {axis: drawn.axis_name(axis, say) for axis in axes},
    }


def standings(site: "Site", norm: Norm, repository: ObservedRepository) -> dict[datetime.date, Sequence[Axis]]:
    """How a repository stood on the ladder on each day that it was looked at."""
    where = address.normalise(repository.url) or repository.url
    days: dict[datetime.date, Sequence[Axis]] = {}
    if where in site.past.looks:
        days |= trend.looked_back(norm, site.past.looks[where], repository.observed.date())
    if where in site.past.repositories:
        days |= trend.crawled(norm, site.past.repositories[where])
    return {**days, repository.observed.date(): site.ladder(repository)}


def of_repository(
    site: "Site", route: Route, repository: ObservedRepository, known: KnownRepository | None = None
) -> dict[str, Any]:
    """What crawls recorded of a repository: its states with their dates, what it is a fork of, where it was before."""
    known = known or site.past.repositories.get(address.normalise(repository.url) or repository.url)
    if known is None:
        return {"known": None}
    say = translator(route.language)
    return {
        "known": {
            "first_seen": known.first_seen.date(),
            "state": say(REPOSITORY_STATES[known.states[-1].state]) if known.states else "",
            "states": [(say(REPOSITORY_STATES[change.state]), change.since.date()) for change in known.states],
            "origin": say(FORKS[known.fork]),
            "fork_of": known.fork_of,
            "was": known.was,
        }
    }


def crawled(site: "Site", route: Route, found: Sequence[ListedRepository]) -> list[dict[str, Any]]:
    """Repositories that a crawl found, each with its page when it was scanned."""
    say = translator(route.language)
    return [
        {
            "name": plan.repository_key(one.address),
            "href": site.url(Kind.REPOSITORY, plan.repository_key(one.address), route.language) if one.commit else "",
            "state": say(REPOSITORY_STATES[one.state]),
            "changed": one.committed.date() if one.committed else None,
            "counts": one.outcomes and [one.outcomes[o] for o in (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN)],
        }
        for one in found
    ]
