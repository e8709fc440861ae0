# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editing: what the knowledge base asks of its editors, as tasks of some ten minutes each."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import FactId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.link import Links, Stretch
from ospo.domain.page import Fact, FactStatus, Page
from ospo.domain.practice import Practice
from ospo.domain.site import Kind
from ospo.engine import drift, freshness
from ospo.engine import links as outside
from ospo.engine.proofreading import Hardness
from ospo.formats import readability


class TaskKind(StrEnum):
    """What there is to do, the most urgent first."""

    CHECK_FACT = "check-fact"  # the date before which it had to be looked at again has come, or comes soon
    REVIEW = "review"  # of a whole page
    WRITE_NOTES = "write-notes"  # of an event that is over: it is not finished until they are in
    TRANSLATE = "translate"  # the Dutch text changed after the translation was made
    REREAD_NORM = "reread-norm"  # we read it more than a year ago
    MEND_LINK = "mend-link"  # an address outside does not lead where it did
    VERIFY_FACT = "verify-fact"  # nobody has seen it in its source yet
    SIMPLIFY = "simplify"  # harder to read than plain language


@dataclass(frozen=True, slots=True)
class Task:
    """One task: what to do with which file below content/, and before when, when there is a date.

    `page` is where readers see it (kind and key); none when no page shows it. `role` keeps that page. `link` is what
    is known of the address that the task is about, and `also` the other files that name it. `text` is how hard the text
    is to read that the task is about.
    """

    kind: TaskKind
    path: str
    subject: str
    due: datetime.date | None = None
    page: tuple[Kind, str] | None = None
    role: str = ""
    link: Stretch | None = None
    also: tuple[str, ...] = ()
    text: Hardness | None = None

    def is_late(self, today: datetime.date) -> bool:
        """True when its date has come."""
        return self.due is not None and today >= self.due


def tasks(
    library: Library,
    today: datetime.date,
    language: Language,
    *,
    days: int = 7,
    links: Links | None = None,
    texts: Iterable[Hardness] = (),
) -> list[Task]:
    """What is due now or within so many days, and what has no date; by kind, the oldest date first.

    `texts` are those of which somebody worked out how hard they are to read; without them that is no task.
    """
    until = today + datetime.timedelta(days=days)
    found = [*_of_facts(library, until, language), *_of_pages(library, until, language), *_of_norms(library, until)]
    found += _of_events(library, today, language)
    found += _of_links(library, links or Links())
    found += _of_texts(library, texts, language)
    order = list(TaskKind)
    return sorted(found, key=lambda t: (order.index(t.kind), t.due or datetime.date.max, t.path))


def _of_facts(library: Library, until: datetime.date, language: Language) -> Iterator[Task]:
    cited = _cited(library)
    for fact in library.facts.values():
        path = f"facts/{fact.id}.yaml"
        page, role = cited.get(fact.id, (None, ""))
        if freshness.needs_check(fact, until):
            yield Task(TaskKind.CHECK_FACT, path, _said(fact, language), fact.check_before, page, role)
        elif fact.status is FactStatus.UNVERIFIED and page is not None:
            yield Task(TaskKind.VERIFY_FACT, path, _said(fact, language), None, page, role)


def _of_pages(library: Library, until: datetime.date, language: Language) -> Iterator[Task]:
    for kind, page in _pages(library):
        original, translation = page.texts[Language.NL], page.texts[Language.EN]
        title, place = page.texts[language].title, (kind, str(page.id))
        if freshness.is_due(page, until):
            yield Task(TaskKind.REVIEW, original.path, title, freshness.due(page), place, page.owner)
        if drift.is_behind(translation, original):
            yield Task(TaskKind.TRANSLATE, translation.path, title, None, place, page.owner)


def _of_norms(library: Library, until: datetime.date) -> Iterator[Task]:
    for norm in library.norms.values():
        due = norm.read + datetime.timedelta(days=365)
        if until >= due:
            place = (Kind.NORM, str(norm.id))
            yield Task(TaskKind.REREAD_NORM, f"norms/{norm.id}.yaml", norm.id, due, place)


def _of_events(library: Library, today: datetime.date, language: Language) -> Iterator[Task]:
    for event in library.events.values():
        if event.last_day < today and not event.has_notes:
            place = (Kind.EVENT, str(event.id))
            yield Task(TaskKind.WRITE_NOTES, f"events/{event.id}.yaml", event.title[language], event.last_day, place)


def _of_links(library: Library, links: Links) -> Iterator[Task]:
    """A task for each address with which something is wrong, with all files that name it."""
    if not any(stretches[-1].is_wrong for stretches in links.by_address.values()):
        return
    for address, stretch, files in outside.wrong(outside.addresses(library), links):
        yield Task(TaskKind.MEND_LINK, files[0], address, stretch.first, link=stretch, also=tuple(files[1:]))


def _of_texts(library: Library, texts: Iterable[Hardness], language: Language) -> Iterator[Task]:
    """A task for each text that is harder to read than plain language."""
    hard = {text.path: text for text in texts if text.found.score < readability.PLAIN}
    for kind, page in _pages(library) if hard else ():
        for text in page.texts.values():
            if text.path in hard:
                place, title = (kind, str(page.id)), page.texts[language].title
                yield Task(TaskKind.SIMPLIFY, text.path, title, None, place, page.owner, text=hard[text.path])


def _pages(library: Library) -> Iterator[tuple[Kind, Practice | Page]]:
    yield from ((Kind.PRACTICE, practice) for practice in library.practices.values())
    yield from ((Kind.PAGE, page) for page in library.pages.values())


def _cited(library: Library) -> dict[FactId, tuple[tuple[Kind, str], str]]:
    """Per fact the first page that lists it, and the role that keeps that page."""
    found: dict[FactId, tuple[tuple[Kind, str], str]] = {}
    for kind, page in _pages(library):
        for fact in page.facts:
            found.setdefault(fact, ((kind, str(page.id)), page.owner))
    return found


def _said(fact: Fact, language: Language) -> str:
    return fact.text[language]
