# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the search may find: every page with a text of its own, per language."""

import re
from collections.abc import Iterator

from ospo.domain.catalogue import Catalogue
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.site import Document, Kind, Route
from ospo.engine import site as plan
from ospo.formats import references

_MARKUP = re.compile(r"[#*`>|\[\]()_]+")


def of(library: Library, catalogue: Catalogue, observations: Observations, language: Language) -> list[Document]:
    """Every document in one language."""
    return [*_texts(library, language), *_lists(library, catalogue, observations, language)]


def _texts(library: Library, language: Language) -> Iterator[Document]:
    for practice in library.practices.values():
        text = practice.texts[language]
        yield Document(Route(Kind.PRACTICE, practice.id, language), text.title, text.question, plain(text.body))
    for page in library.pages.values():
        if page.id != plan.HOME_PAGE:
            text = page.texts[language]
            yield Document(Route(Kind.PAGE, page.id, language), text.title, text.question, plain(text.body))


def _lists(
    library: Library, catalogue: Catalogue, observations: Observations, language: Language
) -> Iterator[Document]:
    for check in catalogue.ids():
        words = catalogue.text(check, language)
        yield Document(Route(Kind.CHECK, check, language), words.title, check, plain(words.body))
    for norm in library.norms.values():
        controls = " ".join(f"{c.id} {c.title[language]}" for c in norm.controls)
        yield Document(Route(Kind.NORM, norm.id, language), norm.title[language], norm.summary[language], controls)
    for organisation in library.organisations.values():
        accounts = " ".join(a.url for a in organisation.accounts)
        yield Document(Route(Kind.ORGANISATION, organisation.id, language), organisation.name, "", accounts)
    for repository in observations.repositories():
        key = plan.repository_key(repository.url)
        yield Document(Route(Kind.REPOSITORY, key, language), f"{repository.account}/{repository.name}", "", "")


def plain(body: str) -> str:
    """The words of a Markdown text."""
    return _MARKUP.sub(" ", references.TOKEN.sub(lambda t: t["words"] or "", body))
