# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marks: what each file of the site is made from, so that one that would come out the same is not made again.

Almost everything may show on any page, and is in the mark of every page. Only what is known to show on few pages is
left out there, and is in the marks of those few: see `_OWN`. A field that is new, or forgotten here, counts for all.
"""

import hashlib
from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from ospo.domain.identifier import CheckId, FactId, PageId, PracticeId, TermId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import Page, Term
from ospo.domain.practice import Practice, Text
from ospo.domain.site import Kind, Route
from ospo.engine.site import HOME_PAGE
from ospo.formats import references

if TYPE_CHECKING:
    from ospo.render.html.site import Site

# The fields that show on the pages of a practice, a page or the glossary itself, and hardly anywhere else.
_OWN: dict[Any, frozenset[str]] = {
    Text: frozenset({"body", "body_line", "original"}),
    Practice: frozenset({"owner", "reviewed", "review_months", "controls", "facts", "related", "sources", "licence"}),
    Page: frozenset({"owner", "reviewed", "review_months", "facts"}),
    Term: frozenset({"definition", "avoid", "synonyms"}),
}
# The fields of each that may show anywhere, and those that are its own; texts are looked at one by one.
_NAMES = {
    form: (
        tuple(f.name for f in fields(form) if f.name not in own and f.name != "texts"),
        tuple(f.name for f in fields(form) if f.name in own),
    )
    for form, own in _OWN.items()
}
# What the library holds besides: of it everything may show anywhere. Facts show where they are cited.
_WHOLE = tuple(f.name for f in fields(Library) if f.name not in {"practices", "pages", "terms", "facts"})
# The kinds of pages that show no field of `_OWN`. A kind that is new shows all of them until it is put here.
_COMMON = frozenset(
    {
        Kind.CHECKS,
        Kind.EVENTS,
        Kind.EVENT,
        Kind.TEMPLATES,
        Kind.TEMPLATE,
        Kind.NORMS,
        Kind.NORM,
        Kind.PROFILES,
        Kind.ORGANISATIONS,
        Kind.ORGANISATION,
        Kind.REPOSITORY,
        Kind.DECISIONS,
        Kind.CONTRIBUTE,
        Kind.SEARCH,
        Kind.NOT_FOUND,
        Kind.WHY,
        Kind.STATISTICS,
    }
)


class Marks:
    """The marks of one site, each of a file at a path: what was made for another path is never compared.

    They say nothing of the program that makes the site: who compares them sees to that.
    """

    def __init__(self, site: "Site") -> None:
        self._site = site
        self._bodies: dict[str, str] = {}
        self._pages: dict[str, str] = {}
        self._cited_facts: dict[str, str] = {}
        self._explained_terms: dict[str, str] = {}

    @cached_property
    def common(self) -> str:
        """What every page shows, or may show."""
        site, library = self._site, self._site.library
        return _digest(
            site.today,
            site.base,
            site.origin,
            site.has_zip,
            site.observations,
            site.links,
            site.readings,
            site.past,
            [(_shared(p), [_shared(text) for text in p.texts.values()]) for p in library.practices.values()],
            [(_shared(p), [_shared(text) for text in p.texts.values()]) for p in library.pages.values()],
            [_shared(term) for term in library.terms.values()],
            list(library.facts),
            [getattr(library, name) for name in _WHOLE],
        )

    def shared(self) -> str:
        """What a file shows that shows nothing of its own."""
        return self.common

    @cached_property
    def everything(self) -> str:
        """All there is."""
        return _digest(self.common, self._site.library)

    def search(self, language: Language) -> str:
        """What can be found in one language: the texts, the facts they cite, and the terms."""
        library = self._site.library
        pages: tuple[Practice | Page, ...] = (*library.practices.values(), *library.pages.values())
        texts = [self._body(page.texts[language]) for page in pages]
        chosen = [(p.id, p.phase, p.audience, p.related) for p in library.practices.values()]
        return _digest(language, texts, self._facts, self._terms, library.search_words, chosen)

    def content(self) -> str:
        """All content, but not how its files are laid out."""
        library = self._site.library
        pages: tuple[Practice | Page, ...] = (*library.practices.values(), *library.pages.values())
        own = [[getattr(page, name) for name in _NAMES[type(page)][1]] for page in pages]
        bodies = [[self._body(text) for text in page.texts.values()] for page in pages]
        return _digest(self._facts, self._terms, own, bodies)

    def feed(self, language: Language) -> str:
        """What the feed says of each practice."""
        return _digest(language, self._reviews)

    def page(self, route: Route) -> str:
        """What one page shows."""
        if route.kind in _COMMON:
            return self.common
        match route.kind:
            case Kind.PRACTICE:
                return self._prose(self._site.library.practices[PracticeId(route.key)])
            case Kind.PAGE:
                return self._prose(self._site.library.pages[PageId(route.key)])
            case Kind.PRACTICES | Kind.ROADMAP:
                return self._reviews
            case Kind.HOME:
                return self._home
            case Kind.PROFILE:
                return self._facts
            case Kind.PARTICIPANTS | Kind.GROUPS:
                return self._community(route.kind)
            case Kind.CHECK:
                return self._check(CheckId(route.key))
            case Kind.GLOSSARY:
                return self._terms
            case Kind.WEEK:
                return self._week
            case Kind.BOARD:
                return _digest(self.common, self._site.tasks(route.language))
        return self.everything

    def source(self, text: Text) -> str:
        """A text as it stands in its file."""
        return _digest(text.path, text.title, text.body_line, self._body(text))

    @cached_property
    def _reviews(self) -> str:
        """When each practice was reviewed and has to be again, which the lists, the roadmap and the feed tell."""
        practices = self._site.library.practices.values()
        return _digest(self.common, [(practice.reviewed, practice.review_months) for practice in practices])

    @cached_property
    def _home(self) -> str:
        """Who keeps the first page, and when it was reviewed."""
        page = self._site.library.pages.get(PageId(HOME_PAGE))
        return _digest(self.common, page and [getattr(page, name) for name in _NAMES[Page][1]])

    @cached_property
    def _week(self) -> str:
        """When each text was read through, and each fact."""
        pages = self._site.library.pages.values()
        return _digest(self._reviews, [(page.reviewed, page.review_months) for page in pages], self._facts)

    @cached_property
    def _facts(self) -> str:
        return _digest(self.common, self._site.library.facts)

    @cached_property
    def _terms(self) -> str:
        return _digest(self.common, self._site.library.terms)

    def _community(self, kind: Kind) -> str:
        """The facts that name a participant or a group."""
        library = self._site.library
        items = library.participants.values() if kind is Kind.PARTICIPANTS else library.groups.values()
        return _digest(self.common, [self._fact(name) for item in items for name in item.facts])

    def _check(self, check: CheckId) -> str:
        texts = [self._site.catalogue.text(check, language).body for language in Language]
        return _digest(self.common, [self._cited(text) for text in texts])

    def _prose(self, page: Practice | Page) -> str:
        """What is on this page alone, in both languages: one may say that it is behind the other."""
        place = page.texts[Language.NL].path
        if place not in self._pages:
            own = [getattr(page, name) for name in _NAMES[type(page)][1]]
            texts = [(self._body(text), text.original, self._cited(text.body)) for text in page.texts.values()]
            self._pages[place] = _digest(self.common, own, texts)
        return self._pages[place]

    def _body(self, text: Text) -> str:
        if text.path not in self._bodies:
            self._bodies[text.path] = hashlib.sha256(text.body.encode("utf-8", "surrogatepass")).hexdigest()
        return self._bodies[text.path]

    def _cited(self, body: str) -> list[str]:
        """The facts that a text cites and the terms that it explains, each by its own mark."""
        facts = [self._fact(name) for name in dict.fromkeys(references.facts_at_most(body))]
        return facts + [self._term(name) for name in dict.fromkeys(references.terms_at_most(body))]

    def _fact(self, name: str) -> str:
        if name not in self._cited_facts:
            self._cited_facts[name] = _digest(self._site.library.facts.get(FactId(name)))
        return self._cited_facts[name]

    def _term(self, name: str) -> str:
        if name not in self._explained_terms:
            self._explained_terms[name] = _digest(self._site.library.terms.get(TermId(name)))
        return self._explained_terms[name]


def _shared(item: Any) -> list[Any]:
    return [getattr(item, name) for name in _NAMES[type(item)][0]]


def _digest(*parts: Any) -> str:
    return hashlib.sha256(_encoder.encode(parts)).hexdigest()[:32]


_encoder = msgspec.msgpack.Encoder()
