# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours: the pages that belong with a page, because one links to the other or because they share rare words.

Who finds a practice is helped by the check that shows it, by the term that explains it and by the template to take it
over, also when those say it in other words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.practice import Practice
from ospo.domain.site import Document, Kind, Route
from ospo.formats import references

LINKED, ALIKE = 0.2, 0.5  # how much of its score a page lends to one it links to; to one with all the same words
_KINDS = {"term": Kind.GLOSSARY, "check": Kind.CHECK, "norm": Kind.NORM, "practice": Kind.PRACTICE}
# Per page its neighbours: the number of each, and in hundredths how much of its score the page lends to it.
Neighbours = Sequence[Sequence[int]]


def linked(library: Library, language: Language) -> dict[Route, tuple[Route, ...]]:
    """The pages that each page of the library links to, or that link to it."""
    found: defaultdict[Route, dict[Route, None]] = defaultdict(dict)
    for one, kind, key in _links(library, language):
        other = Route(kind, key, language)
        if one != other:
            found[one][other] = found[other][one] = None
    return {route: tuple(others) for route, others in found.items()}


def _links(library: Library, language: Language) -> Iterable[tuple[Route, Kind, str]]:
    for practice in library.practices.values():
        route = Route(Kind.PRACTICE, practice.id, language)
        yield from ((route, kind, key) for kind, key in _named(practice, language))
    for template in library.templates.values():
        route = Route(Kind.TEMPLATE, template.id, language)
        yield from ((route, Kind.PRACTICE, practice) for practice in template.practices)
        yield from ((route, Kind.CHECK, check) for check in template.checks)


def _named(practice: Practice, language: Language) -> Iterable[tuple[Kind, str]]:
    """What a practice names: its checks, the practices beside it, and what its text links to."""
    yield from ((Kind.CHECK, check) for check in practice.every_check)
    yield from ((Kind.PRACTICE, other) for other in practice.related)
    for kind, name in references.named(practice.texts[language].body):
        if kind in _KINDS:
            yield _KINDS[kind], name


def of(documents: Sequence[Document], alike: Iterable[Iterable[tuple[int, float]]]) -> Neighbours:
    """The neighbours of each page.

    Args:
        documents: the pages, in the order of their numbers.
        alike: of each page those that are most like it and how much, as `resemblance` gives them.
    """
    numbers: dict[Route, int] = {}
    for number, document in enumerate(documents):
        numbers.setdefault(document.route, number)
    found = []
    for number, (document, like) in enumerate(zip(documents, alike, strict=True)):
        strength = {other: ALIKE * likeness for other, likeness in like}
        for other in {numbers.get(route, number) for route in document.near} - {number}:
            strength[other] = strength.get(other, 0.0) + LINKED
        lends = ((other, round(100 * strength[other])) for other in sorted(strength))
        found.append([part for other, much in lends if much for part in (other, much)])
    return found
