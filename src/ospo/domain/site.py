# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site: its rooms (kinds of page), the route to each page, and a page once it is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ospo.domain.language import Language


class Kind(StrEnum):
    """The kinds of page; the value is the word in the URL."""

    __hash__ = str.__hash__  # every route has one in it, and that of an enum is ten times slower

    HOME = "home"
    PRACTICES = "practices"
    PRACTICE = "practice"
    CHECKS = "checks"
    CHECK = "check"
    NORMS = "norms"
    NORM = "norm"
    PROFILES = "profiles"
    PROFILE = "profile"
    ORGANISATIONS = "organisations"
    ORGANISATION = "organisation"
    REPOSITORY = "repository"
    GLOSSARY = "glossary"
    PAGE = "page"
    ROADMAP = "roadmap"
    EVENTS = "events"
    EVENT = "event"
    TEMPLATES = "templates"
    TEMPLATE = "template"
    BOARD = "board"
    PARTICIPANTS = "participants"
    GROUPS = "groups"
    DECISIONS = "decisions"
    CONTRIBUTE = "contribute"
    WHY = "why-not"
    WEEK = "this-week"
    STATISTICS = "statistics"
    SEARCH = "search"
    NOT_FOUND = "not-found"


class Route(NamedTuple):
    """A page: its kind, which one (an id, a filter, an address without scheme), and the language.

    A tuple, because thousands are looked up by their hash for every change.
    """

    kind: Kind
    key: str
    language: Language

    def in_language(self, language: Language) -> "Route":
        """The same page in another language."""
        return Route(self.kind, self.key, language)


@dataclass(frozen=True, slots=True)
class File:
    """Something the site serves: where, what, and how a reader's program should take it."""

    path: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the static site that is yet to be made.

    `mark` tells what it is made from: with the same mark at the same path, the same program makes the same file. It is
    empty when that is not known.
    """

    path: str
    mark: Callable[[], str]
    make: Callable[[], bytes]
    media_type: str

    def file(self) -> File:
        """Make it."""
        return File(self.path, self.make(), self.media_type)


class Found(list["Document"]):
    """Pages that were found, best first, and the terms they were found by: those of misspelt words mended."""

    def __init__(self, documents: "Iterable[Document]" = (), terms: tuple[str, ...] = ()) -> None:
        super().__init__(documents)
        self.terms = terms


@dataclass(frozen=True, slots=True)
class Document:
    """What the search knows of a page.

    `asked` are words with which readers look for it, and which its text does not have, `mixed` those of readers of the
    other language; `phase` and `audience` are those of a practice, empty elsewhere; `near` are the pages that it links
    to, or that link to it.
    """

    route: Route
    title: str
    question: str
    text: str
    asked: str = ""
    phase: str = ""
    audience: tuple[str, ...] = ()
    near: tuple[Route, ...] = ()
    mixed: str = ""
