# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the search may find: every page with a text of its own, per language."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import FactId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.page import Page
from ospo.domain.practice import Practice
from ospo.domain.site import Document, Kind, Route
from ospo.engine import neighbours, synonyms
from ospo.engine import site as plan
from ospo.formats import references
from ospo.i18n import translator

_MARKUP = "#*`>|[]()_"
# The pages that list things, with the words on top of them.
_LISTS = {
    Kind.PRACTICES: ("Practices", "What an OSPO does"),
    Kind.ROADMAP: ("Roadmap", "From the first idea to an office that runs, step by step"),
    Kind.EVENTS: ("Events", "When we meet, and what came out of it"),
    Kind.TEMPLATES: ("Templates", "Files to take a practice over, in Dutch and in English"),
    Kind.BOARD: ("Editors' board", "What keeps this knowledge base true this week"),
    Kind.CHECKS: ("Checks", "Checks on repositories"),
    Kind.NORMS: ("Norms", "Norms and what our checks show of them"),
    Kind.PROFILES: ("Profiles", "Policies to hold repositories against"),
    Kind.ORGANISATIONS: ("Organisations", "Organisations and what their repositories show"),
    Kind.WHY: ("Why are we not in it?", ""),
    Kind.WEEK: ("This week", ""),
    Kind.STATISTICS: ("The register in figures", ""),
    Kind.PARTICIPANTS: ("Participants", "Which organisations take part in OSPO-NL, and how we know"),
    Kind.GROUPS: ("Working groups", "Which groups of OSPO-NL are known, and how they stand"),
    Kind.DECISIONS: ("Decisions", "What OSPO-NL decided, when and why"),
    Kind.CONTRIBUTE: ("Contribute without git", "Fill in a form, and get a patch and a text for an issue"),
}


# What readers call a file that they can take over.
_EXAMPLES = {Language.NL: "sjabloon voorbeeld", Language.EN: "template example"}


def of(library: Library, catalogue: Catalogue, observations: Observations, language: Language) -> list[Document]:
    """Every document in one language."""
    found = [
        *_practices(library, catalogue, language),
        *_pages(library, language),
        *_checks(catalogue, language),
        *_others(library, observations, language),
        *_lists(library, language),
    ]
    near = neighbours.linked(library, language)
    return [_known(document, library, near.get(document.route, ())) for document in found]


def name(route: Route) -> str:
    """A page as it stands in an address, without language: `practices/readme`, `glossary/#forge`."""
    return plan.address(route).removeprefix(f"/{route.language}/").rstrip("/")


def _known(document: Document, library: Library, near: tuple[Route, ...]) -> Document:
    """The same, with the words by which readers look for it, those that they may mix in, and the pages beside it."""
    found = library.search_words.get(name(document.route))
    if found is None:
        return replace(document, near=near) if near else document
    language = document.route.language
    asked, mixed = " ".join((document.asked, *found[language])), " ".join(found[language.other])
    return replace(document, asked=asked, mixed=mixed, near=near)


def _practices(library: Library, catalogue: Catalogue, language: Language) -> Iterator[Document]:
    for practice in library.practices.values():
        checks = " ".join(catalogue.text(check, language).title for check in practice.every_check)
        made = _text(practice, Kind.PRACTICE, library, language, checks)
        yield replace(made, phase=str(practice.phase), audience=tuple(map(str, practice.audience)))


def _pages(library: Library, language: Language) -> Iterator[Document]:
    for page in library.pages.values():
        if page.id != plan.HOME_PAGE:
            yield _text(page, Kind.PAGE, library, language)


def _text(page: Practice | Page, kind: Kind, library: Library, language: Language, more: str = "") -> Document:
    text = page.texts[language]
    words = f"{plain(text.body, library, language)} {more}"
    return Document(Route(kind, page.id, language), text.title, text.question, words)


def _checks(catalogue: Catalogue, language: Language) -> Iterator[Document]:
    for check in catalogue.ids():
        text = catalogue.text(check, language)
        yield Document(Route(Kind.CHECK, check, language), text.title, check, _unmarked(text.body))


def _others(library: Library, observations: Observations, language: Language) -> Iterator[Document]:
    for norm in library.norms.values():
        controls = " ".join(f"{c.id} {c.title[language]}" for c in norm.controls)
        yield Document(Route(Kind.NORM, norm.id, language), norm.title[language], norm.summary[language], controls)
    for profile in library.profiles.values():
        route = Route(Kind.PROFILE, profile.id, language)
        yield Document(route, profile.title[language], profile.summary[language], profile.id)
    for event in library.events.values():
        route, notes = Route(Kind.EVENT, event.id, language), event.notes or {}
        words = f"{event.series} {event.organiser} {notes.get(language, '')}"
        yield Document(route, event.title[language], event.summary[language], words)
    for template in library.templates.values():
        words = " ".join(file.path for file in template.files)
        route = Route(Kind.TEMPLATE, template.id, language)
        yield Document(route, template.title[language], template.summary[language], words, _EXAMPLES[language])
    for organisation in library.organisations.values():
        accounts = " ".join(a.url.partition("://")[2] for a in organisation.accounts)
        yield Document(Route(Kind.ORGANISATION, organisation.id, language), organisation.name, "", accounts)
    for repository in observations.repositories():
        key = plan.repository_key(repository.url)
        yield Document(Route(Kind.REPOSITORY, key, language), f"{repository.account}/{repository.name}", "", "")


def _lists(library: Library, language: Language) -> Iterator[Document]:
    say = translator(language)
    for kind, (title, question) in _LISTS.items():
        kept = {
            Kind.PROFILES: library.profiles,
            Kind.ROADMAP: library.steps,
            Kind.EVENTS: library.events,
            Kind.TEMPLATES: library.templates,
        }
        if not kept.get(kind, True):
            continue
        text = _steps(library, language) if kind is Kind.ROADMAP else ""
        yield Document(Route(kind, "", language), say(title), say(question) if question else "", text)
    words = say("The words of this knowledge base, in Dutch and in English.")
    yield Document(Route(Kind.GLOSSARY, "", language), say("Terms"), words, "")
    explained = synonyms.EXPLAINED[language]
    for term in library.terms.values():
        route, other = Route(Kind.GLOSSARY, term.id, language), f"{term.term[language.other]} {explained}"
        names = " ".join((*term.avoid, *term.synonyms.get(language, ())))
        yield Document(route, term.term[language], term.definition[language], other, names)


def _steps(library: Library, language: Language) -> str:
    return " ".join(f"{step.title[language]} {step.artefact[language]}" for step in library.steps.values())


def plain(body: str, library: Library, language: Language) -> str:
    """The words of a Markdown text of ours, with those of the facts it cites."""

    def words(token: re.Match[str]) -> str:
        fact = library.facts.get(FactId(token["id"])) if token["kind"] == "feit" else None
        return fact.text[language] if fact else token["words"] or ""

    return _unmarked(references.TOKEN.sub(words, body) if "{" in body else body)


def _unmarked(text: str) -> str:
    for mark in _MARKUP:
        text = text.replace(mark, " ")
    return text
