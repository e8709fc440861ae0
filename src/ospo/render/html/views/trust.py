# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a reader may rely on a page: how fresh it is, who vouches for it, and where what it says comes from."""

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ospo import __version__
from ospo.domain.identifier import EventId, NormId, PageId, PracticeId, ProfileId
from ospo.domain.observation import ObservedRepository
from ospo.domain.page import Fact, FactStatus, Page
from ospo.domain.practice import Practice
from ospo.domain.site import Kind, Route
from ospo.domain.trust import TEXTS, Part, Trust
from ospo.engine import freshness
from ospo.engine import site as plan
from ospo.formats import forge
from ospo.render.html.views.trust_words import Words

if TYPE_CHECKING:
    from ospo.domain.observation import ObservedRepository
    from ospo.render.html.site import Site

OBSERVATIONS = "CC0-1.0"


def trust(site: "Site", route: Route, facts: Sequence[Fact] = ()) -> Trust | None:
    """The answers for a page; none where there is nothing to rely on. `facts` are those that its text cites."""
    answer = _ANSWERS.get(route.kind)
    return None if answer is None else answer(Words(site, route, facts))


def _text(words: Words) -> Trust:
    library = words.site.library
    is_practice = words.route.kind is Kind.PRACTICE
    item: Practice | Page
    item = library.practices[PracticeId(words.route.key)] if is_practice else library.pages[PageId(words.route.key)]
    sources = len(item.sources) if isinstance(item, Practice) else 0
    licence = item.licence if isinstance(item, Practice) else TEXTS
    origin = _claims(words, sources)
    return Trust(_read(words, item), _kept(words, item), origin, item.reviewed, licence)


def _read(words: Words, item: Practice | Page) -> tuple[Part, ...]:
    due = freshness.due(item)
    if freshness.is_due(item, words.site.today):
        return (
            words.part("read through on {date}", date=item.reviewed),
            words.part("had to be read again before {date}", date=due, is_doubt=True),
        )
    return words.part("read through on {date}", date=item.reviewed), words.part("again before {date}", date=due)


def _kept(words: Words, item: Practice | Page) -> tuple[Part, ...]:
    if freshness.is_archived(item, words.site.today):
        return (words.part("nobody any more: this page is archive", is_doubt=True),)
    return (words.part("the role {role}", words.roles, role=item.owner),)


def _claims(words: Words, sources: int) -> tuple[Part, ...]:
    """The facts and the sources on the page itself, and how many facts are not to be relied on without a look."""
    parts = []
    if words.facts:
        parts.append(words.part("facts with their source: {n}", "#facts", n=len(words.facts)))
        weak = [f for f in words.facts if f.status is not FactStatus.VERIFIED]
        late = [f for f in words.facts if freshness.needs_check(f, words.site.today)]
        if weak:
            parts.append(words.part("not verified at the source: {n}", n=len(weak), is_doubt=True))
        if late:
            parts.append(words.part("past their date: {n}", n=len(late), is_doubt=True))
    if sources:
        parts.append(words.part("documents we read: {n}", "#sources", n=sources))
    return tuple(parts) or (words.part("our own words; no facts of others are cited here"),)


def _home(words: Words) -> Trust:
    page = words.site.library.pages.get(PageId(plan.HOME_PAGE))
    origin = (words.part("each page names its facts, sources and dates", words.url(Kind.PRACTICES)),)
    if page is None:
        return Trust((words.part("version {version}", version=__version__),), words.editors, origin)
    return Trust(_read(words, page), _kept(words, page), origin, page.reviewed)


def _practices(words: Words) -> Trust:
    chosen = plan.chosen(words.site.library, *plan.choice(words.route.key))
    late = sum(freshness.is_due(p, words.site.today) for p in chosen)
    fresh = words.between("read through: {when}", (p.reviewed for p in chosen))
    if late:
        fresh += (words.part("to be read again: {n}", words.url(Kind.BOARD), is_doubt=True, n=late),)
    roles = words.part("the role that each practice names", words.roles)
    return Trust(fresh, (roles,), (words.part("each practice lists its facts and sources"),), _latest(chosen))


def _roadmap(words: Words) -> Trust:
    library = words.site.library
    names = {name for step in plan.steps(library, words.route.key) for name in step.practices}
    led_to = [library.practices[name] for name in names if name in library.practices]
    fresh = words.between("the practices it leads to were read: {when}", (p.reviewed for p in led_to))
    origin = words.part("the practice of each step has the facts and sources", words.url(Kind.PRACTICES))
    return Trust(fresh, words.editors, (origin,), _latest(led_to))


def _latest(practices: Sequence[Practice]) -> datetime.date | None:
    return max((p.reviewed for p in practices), default=None)


def _checks(words: Words) -> Trust:
    repositories = words.site.observations.repositories()
    fresh = (*_scanned(words, repositories), words.part("version {version} of the program", version=__version__))
    seen = words.part("{n} public repositories, each at a commit", words.url(Kind.ORGANISATIONS), n=len(repositories))
    return Trust(fresh, (words.part("the maintainers of the program", words.roles),), (seen,))


def _scanned(words: Words, repositories: "Sequence[ObservedRepository]") -> tuple[Part, ...]:
    days = [r.observed.date() for r in repositories]
    return (words.part("scanned on {date}", date=max(days)),) if days else ()


def _norms(words: Words) -> Trust:
    read = [norm.read for norm in words.site.library.norms.values()]
    fresh = words.between("read: {when}", read)
    vouches = (words.part("the keeper of each norm for its text"), words.part("the editors for what checks say of it"))
    return Trust(fresh, vouches, (words.part("each norm as it was published"),), max(read, default=None))


def _norm(words: Words) -> Trust:
    norm = words.site.library.norms[NormId(words.route.key)]
    fresh = (words.part("version {version}", version=norm.version), words.part("read on {date}", date=norm.read))
    vouches = (
        words.part("{keeper} for the text", keeper=norm.keeper),
        words.part("the editors for what checks say of it", words.roles),
    )
    return Trust(fresh, vouches, (words.part("Read the norm itself", norm.url),), norm.read)


def _profiles(words: Words) -> Trust:
    days = [profile.date for profile in words.site.library.profiles.values()]
    fresh = words.between("of: {when}", days)
    vouches = (words.part("the keeper that each profile names"),)
    return Trust(fresh, vouches, (words.part("the norms and facts that each profile names"),), max(days, default=None))


def _profile(words: Words) -> Trust:
    profile = words.site.library.profiles[ProfileId(words.route.key)]
    fresh = (words.part("version {version}", version=profile.version), words.part("of {date}", date=profile.date))
    proposed = words.part("a proposal of {keeper}", keeper=profile.keeper)
    origin = words.part("what it rests on", "#rests") if profile.facts else words.part("our own choice from the norms")
    if profile.source:
        origin = Part(profile.source.title, profile.source.url)
    return Trust(
        fresh, (proposed if profile.is_proposal else Part(profile.keeper),), (origin,), profile.date, profile.licence
    )


def _organisations(words: Words) -> Trust:
    fresh, sources = _scanned(words, words.site.observations.repositories()), words.site.register.register.sources
    said = words.part("what {n} sources say, each with its date", words.url(Kind.WHY), n=len(sources))
    origin = (said, words.part("the public git history of each repository"))
    return Trust(fresh, _nobody_asked(words), origin, licence=OBSERVATIONS)


def _organisation(words: Words) -> Trust:
    shown = words.site.register.by_key[words.route.key]
    found, said = shown.repositories, {c.origin for f in shown.known.facts.values() for v in f.values for c in v.claims}
    read = max((o.read for o in said if o.read > datetime.date.min), default=None)
    fresh = _scanned(words, found) or ((words.part("read on {date}", date=read),) if read else ())
    origin = [Part(shown.own.source.title, shown.own.source.url)] if shown.own else []
    origin.append(words.part("sources: {n}, each with its date", "#claims", n=len({o.name for o in said})))
    if found:
        origin.append(words.part("the public git history of each repository", "#repositories"))
    read = max((r.observed.date() for r in found), default=read)
    return Trust(fresh, _nobody_asked(words), tuple(origin), read, OBSERVATIONS)


def _repository(words: Words) -> Trust:
    item = _observed(words)
    fresh = (
        words.part("as of {date}", date=item.as_of, is_doubt=freshness.is_old(item, words.site.today)),
        words.part("scanned on {date}", date=item.observed.date()),
    )
    place = forge.commit_url(item.url, item.commit)
    commit = words.part("commit {commit} of {date}", place, commit=item.commit[:9], date=item.committed.date())
    evidence = words.part("a line in a file for each finding", "#findings")
    return Trust(fresh, _nobody_asked(words), (commit, evidence), item.as_of, OBSERVATIONS)


def _observed(words: Words) -> ObservedRepository:
    site, key = words.site, words.route.key
    if key in site.repositories:
        return site.repositories[key][1]
    found = site.repository(key)
    if found is None:
        raise LookupError(key)
    return found.observed


def _nobody_asked(words: Words) -> tuple[Part, ...]:
    return (words.part("our own scan; nobody was asked"),)


def _glossary(words: Words) -> Trust:
    fresh = (words.part("version {version}", version=__version__), words.part("a term has no date of its own"))
    origin = words.part("our own definitions; practices cite the law and the norms", words.url(Kind.PRACTICES))
    return Trust(fresh, words.editors, (origin,))


def _events(words: Words) -> Trust:
    days = [event.source.read for event in words.site.library.events.values() if event.source.read]
    fresh = words.between("sources read: {when}", days)
    vouches = (words.part("the organiser of each event for what it says"), *words.editors)
    return Trust(fresh, vouches, (words.part("each event names its source"),), max(days, default=None))


def _event(words: Words) -> Trust:
    event = words.site.library.events[EventId(words.route.key)]
    fresh = (words.part("source read on {date}", date=event.source.read),) if event.source.read else ()
    origin = [Part(event.source.title, event.source.url)]
    if event.status is not FactStatus.VERIFIED:
        doubt = "from a secondary source" if event.status is FactStatus.SECONDARY else "not verified"
        origin.append(words.part(doubt, is_doubt=True))
    vouches = (words.part("{organiser} for the event", organiser=event.organiser), *words.editors)
    return Trust(fresh, vouches, tuple(origin), event.source.read)


def _board(words: Words) -> Trust:
    fresh = (words.part("made up on {date}", date=words.site.today),)
    vouches = (words.part("the role beside each task", words.roles),)
    return Trust(fresh, vouches, (words.part("the dates in the files of the knowledge base"),), words.site.today)


def _week(words: Words) -> Trust:
    origin = words.part("the dates of pages, facts, sources, events, scans and crawls")
    return Trust(_board(words).fresh, words.editors, (origin,), words.site.today, OBSERVATIONS)


def _templates(words: Words) -> Trust:
    fresh = (words.part("version {version}", version=__version__),)
    origin = words.part("our own words; each filled in and held against our checks, in both languages")
    return Trust(fresh, words.editors, (origin,), licence=OBSERVATIONS)


def _community(words: Words) -> Trust:
    """Participants and groups: as fresh as the facts that name them."""
    read = [fact.source.read for fact in words.facts if fact.source.read]
    return Trust(words.between("sources read: {when}", read), words.editors, _claims(words, 0), max(read, default=None))


def _decisions(words: Words) -> Trust:
    days = [decision.date for decision in words.site.library.decisions.values()]
    origin = words.part("the document that each decision names")
    vouches = (words.part("the roles that each decision names", words.roles),)
    return Trust(words.between("decided: {when}", days), vouches, (origin,), max(days, default=None))


_ANSWERS: dict[Kind, Callable[[Words], Trust]] = {
    Kind.HOME: _home,
    Kind.PRACTICES: _practices,
    Kind.PRACTICE: _text,
    Kind.PAGE: _text,
    Kind.ROADMAP: _roadmap,
    Kind.CHECKS: _checks,
    Kind.CHECK: _checks,
    Kind.NORMS: _norms,
    Kind.NORM: _norm,
    Kind.PROFILES: _profiles,
    Kind.PROFILE: _profile,
    **dict.fromkeys((Kind.ORGANISATIONS, Kind.WHY, Kind.STATISTICS), _organisations),
    Kind.ORGANISATION: _organisation,
    Kind.REPOSITORY: _repository,
    Kind.GLOSSARY: _glossary,
    Kind.EVENTS: _events,
    Kind.EVENT: _event,
    Kind.TEMPLATES: _templates,
    Kind.TEMPLATE: _templates,
    Kind.BOARD: _board,
    **dict.fromkeys((Kind.PARTICIPANTS, Kind.GROUPS), _community),
    Kind.DECISIONS: _decisions,
    Kind.WEEK: _week,
}
