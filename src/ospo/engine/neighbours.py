# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours: the pages that belong with a page, because one links to the other or because they share rare words.

Who finds a practice is helped by the check that shows it, by the term that explains it and by the template to take it
over, also when those say it in other words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from operator import neg
from typing import TypeVar

from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.practice import Practice
from ospo.domain.site import Document, Kind, Route
from ospo.formats import references

LINKED, ALIKE = 0.2, 0.5  # how much of its score a page lends to one it links to; to one with all the same words
_ALIKE = 8  # pages most like a page that are its neighbours
_WORDS = 25  # by which pages are compared: of each page those that weigh most
_ALONE = frozenset({Kind.REPOSITORY, Kind.ORGANISATION})  # have a name, and no words to compare
_KINDS = {"term": Kind.GLOSSARY, "check": Kind.CHECK, "norm": Kind.NORM, "practice": Kind.PRACTICE}
# Per page its neighbours: the number of each, and in hundredths how much of its score the page lends to it.
Neighbours = Sequence[Sequence[int]]
Term = TypeVar("Term", int, str)


def linked(library: Library, language: Language) -> dict[Route, tuple[Route, ...]]:
    """The pages that each page of the library links to, or that link to it."""
    found: dict[Route, dict[Route, None]] = {}
    for one, kind, key in _links(library, language):
        other = Route(kind, key, language)
        if one != other:
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
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
    for reference in references.find(practice.texts[language].body):
        if reference.kind in _KINDS:
            yield _KINDS[reference.kind], reference.id


def of(documents: Sequence[Document], telling: Sequence[Mapping[Term, float]]) -> Neighbours:
    """The neighbours of each page.

    Args:
        documents: the pages, in the order of their numbers.
        telling: of each page its terms by which it is compared, with what they weigh; terms are sorted as words are.
    """
    numbers: dict[Route, int] = {}
    for number, document in enumerate(documents):
        numbers.setdefault(document.route, number)
    kept = [_unit(t) if d.route.kind not in _ALONE else () for d, t in zip(documents, telling, strict=True)]
    found = []
    for number, (document, alike) in enumerate(zip(documents, _alike(kept), strict=True)):
        strength = {other: ALIKE * likeness for other, likeness in alike}
        for other in {numbers[route] for route in document.near if route in numbers} - {number}:
            strength[other] = strength.get(other, 0.0) + LINKED
        lends = ((other, round(100 * strength[other])) for other in sorted(strength))
        found.append([part for other, much in lends if much for part in (other, much)])
    return found


def _unit(words: Mapping[Term, float]) -> Sequence[tuple[Term, float]]:
    """The words that weigh most, as a vector of length 1."""
    most = sorted(zip(words.values(), words, strict=True), reverse=True)[:_WORDS]
    length = sqrt(sum(weight * weight for weight, _ in most))
    return [(term, weight / length) for weight, term in most]


def _alike(pages: Sequence[Sequence[tuple[Term, float]]]) -> Iterator[list[tuple[int, float]]]:
    """Per page those that are most like it: the cosine of what their words weigh."""
    having: dict[Term, list[tuple[int, float]]] = {}
    for page, words in enumerate(pages):
        for term, weight in words:
            having.setdefault(term, []).append((page, weight))
    for page, words in enumerate(pages):
        likeness: dict[int, float] = {}
        for term, weight in words:
            for other, its_weight in having[term]:
                likeness[other] = likeness.get(other, 0.0) + weight * its_weight
        likeness.pop(page, None)
        most = sorted(zip(likeness.values(), map(neg, likeness), strict=True), reverse=True)[:_ALIKE]
        yield [(-other, how_much) for how_much, other in most]
