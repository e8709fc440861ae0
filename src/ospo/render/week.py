# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed this week in words: the same lines for the page, the feed, the calendar and the text for a mail."""

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ospo.domain.crawl import RepositoryState
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId, DecisionId, EventId, FactId, PageId, PracticeId
from ospo.domain.language import Language
from ospo.domain.link import LinkState
from ospo.domain.site import Kind
from ospo.engine import changes
from ospo.engine import site as plan
from ospo.engine.changes import Change, ChangeKind, Ground
from ospo.i18n import translator
from ospo.render.html.views.register_words import REPOSITORY_STATES
from ospo.render.html.views.words import OUTCOMES
from ospo.render.links_text import STATES

if TYPE_CHECKING:
    from ospo.render.html.site import Site

AHEAD = 42  # days in which events are announced
TITLES = {
    ChangeKind.EVENT: "Events that were held",
    ChangeKind.NEW: "New repositories",
    ChangeKind.GONE: "Repositories that are archived, moved or gone",
    ChangeKind.TURNED: "Answers that changed",
    ChangeKind.DECISION: "Decisions",
    ChangeKind.PAGE: "Pages that were read through",
    ChangeKind.FACT: "Facts that were read at their source",
    ChangeKind.SOURCE: "Sources of the register that were read",
    ChangeKind.LINK: "Addresses outside that no longer work",
    ChangeKind.OBSERVED: "Repositories that were scanned",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words, where to read more, on which day, and a remark; `anchor` stays the same for ever."""

    text: str
    href: str  # a path on this site, or an address outside; "" for none
    day: datetime.date
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """The week that ends on a day: what is coming, and per kind what changed."""

    first: datetime.date
    last: datetime.date
    coming: tuple[Line, ...]
    groups: tuple[tuple[ChangeKind, str, tuple[Line, ...]], ...]


def ground(site: "Site") -> Ground:
    """What the changes of a site are looked for in."""
    register = (*site.own_readings, *site.readings)
    return Ground(site.library, site.observations, site.links, register, site.past)


def of(site: "Site", language: Language) -> Week:
    """The week that ends today."""
    say = translator(language)
    first = site.today - changes.WEEK + datetime.timedelta(days=1)
    found: dict[ChangeKind, list[Line]] = {}
    for change in changes.between(ground(site), first, site.today):
        found.setdefault(change.kind, []).append(line(site, change, language))
    coming = (line(site, c, language) for c in changes.coming(site.library, site.today, AHEAD))
    groups = tuple((kind, say(TITLES[kind]), tuple(lines)) for kind, lines in found.items())
    return Week(first, site.today, tuple(coming), groups)


def line(site: "Site", change: Change, language: Language) -> Line:
    """A change in words."""
    what = "|".join([change.key, *change.values.values()])
    mark = hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return replace(_line(site, change, language), anchor=f"{change.kind}-{change.day:%Y%m%d}-{mark}")


def _line(site: "Site", change: Change, language: Language) -> Line:
    say = translator(language)
    match change.kind:
        case ChangeKind.PAGE | ChangeKind.FACT | ChangeKind.DECISION | ChangeKind.EVENT:
            return _of_content(site, change, language)
        case ChangeKind.OBSERVED:
            shown = site.register.by_key[change.key]
            where = site.url(Kind.ORGANISATION, change.key, language)
            return Line(shown.name, where, change.day, say("repositories: {n}", n=change.values["n"]))
        case ChangeKind.SOURCE:
            where = f"{site.url(Kind.WHY, '', language)}#sources"
            return Line(change.key, where, change.day, say("claims: {n}", n=change.values["n"]))
        case ChangeKind.LINK:
            return Line(change.key, "", change.day, say(STATES[LinkState(change.values["state"])]))
        case ChangeKind.GONE:
            note = say(REPOSITORY_STATES[RepositoryState(change.values["state"])])
            return Line(_bare(change.key), _repository(site, change.key, language), change.day, note)
        case ChangeKind.TURNED:
            return _turned(site, change, language)
    return Line(_bare(change.key), _repository(site, change.key, language), change.day)


def _of_content(site: "Site", change: Change, language: Language) -> Line:
    library = site.library
    kind, _, name = change.key.partition("/")
    match change.kind:
        case ChangeKind.PAGE if kind == "practice":
            title = library.practices[PracticeId(name)].texts[language].title
            return Line(title, site.url(Kind.PRACTICE, name, language), change.day)
        case ChangeKind.PAGE:
            title = library.pages[PageId(name)].texts[language].title
            is_home = name == plan.HOME_PAGE
            where = site.url(Kind.HOME if is_home else Kind.PAGE, "" if is_home else name, language)
            return Line(title, where, change.day)
        case ChangeKind.FACT:
            fact = library.facts[FactId(change.key)]
            return Line(fact.text[language], fact.source.url, change.day, fact.source.title)
        case ChangeKind.DECISION:
            decision = library.decisions[DecisionId(change.key)]
            return Line(decision.title[language], f"{site.url(Kind.DECISIONS, '', language)}#{change.key}", change.day)
    event = library.events[EventId(change.key)]
    return Line(event.title[language], site.url(Kind.EVENT, change.key, language), change.day, event.organiser)


def _turned(site: "Site", change: Change, language: Language) -> Line:
    say = translator(language)
    check = CheckId(change.values["check"])
    title = site.catalogue.text(check, language).title if check in site.catalogue.ids() else str(check)
    was, now = (say(OUTCOMES[Outcome(change.values[name])]) for name in ("was", "now"))
    note = say("{title}: from {was} to {now}", title=title, was=was, now=now)
    return Line(_bare(change.key), _repository(site, change.key, language), change.day, note)


def _repository(site: "Site", address: str, language: Language) -> str:
    """The page of a repository; its own address when it has none here."""
    key = site.page_of_repository.get(address)
    return site.url(Kind.REPOSITORY, key, language) if key else address


def _bare(address: str) -> str:
    return address.partition("://")[2] or address


def earlier(site: "Site", count: int) -> Sequence[tuple[datetime.date, Mapping[ChangeKind, int]]]:
    """How much changed in the weeks before, the newest first."""
    return changes.weeks(ground(site), site.today, count + 1)[1:]


def due(site: "Site", language: Language, days: int) -> Iterator[Line]:
    """What has to be read or checked again within so many days, the first one first."""
    from ospo.engine import freshness

    say = translator(language)
    until = site.today + datetime.timedelta(days=days)
    found = []
    for practice in site.library.practices.values():
        where = site.url(Kind.PRACTICE, practice.id, language)
        found.append(Line(practice.texts[language].title, where, freshness.due(practice), say("read again before")))
    for page in site.library.pages.values():
        where = site.url(Kind.PAGE, page.id, language)
        found.append(Line(page.texts[language].title, where, freshness.due(page), say("read again before")))
    yield from sorted((x for x in found if site.today <= x.day <= until), key=lambda x: (x.day, x.text))
