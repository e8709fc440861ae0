# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Resemblance: which pages are most like a page, because they share rare words."""

from collections.abc import Iterable, Mapping, Sequence, Set
from math import sqrt
from operator import neg
from typing import TypeVar

from ospo.domain.site import Kind

ALONE = frozenset({Kind.REPOSITORY, Kind.ORGANISATION})  # have a name, and no words to compare
_ALIKE = 8  # pages are kept that are most like a page
_WORDS = 25  # by which pages are compared: of each page those that weigh most
_SLACK = 1e-9  # the same sum in another order comes out no more different than this
Term = TypeVar("Term", int, str)
# The words of a page that weigh most, as a vector of length 1, and the pages most like it with how much.
Vector = Sequence[tuple[Term, float]]
Like = Sequence[tuple[int, float]]
_Index = Mapping[Term, Iterable[tuple[int, float]]]


def vector(telling: Mapping[Term, float], kind: Kind) -> Vector[Term]:
    """The words that weigh most of a page.

    Args:
        telling: its terms by which pages are compared, with what they weigh; terms are sorted as words are.
        kind: of the page.
    """
    if kind in ALONE:
        return []
    most = sorted(zip(telling.values(), telling, strict=True), reverse=True)[:_WORDS]
    length = sqrt(sum(weight * weight for weight, _ in most))
    return [(term, weight / length) for weight, term in most]


def of(vectors: Sequence[Vector[Term]]) -> list[Like]:
    """Per page those that are most like it: the cosine of what their words weigh."""
    having = _index(vectors)
    return [_most(page, words, having) for page, words in enumerate(vectors)]


def again(vectors: Sequence[Vector[Term]], changed: Set[int], known: Sequence[Like]) -> list[Like]:
    """The same, when it is known what it was before some pages got other words.

    Args:
        vectors: of every page, as they are now.
        changed: the pages that had another one; there are as many pages as there were.
        known: what `of` gave then.
    """
    having = _index(vectors)
    anew = set(changed)
    anew.update([page for page, like in enumerate(known) if any(other in changed for other, _ in like)])
    for page in changed:
        likeness = _likeness(vectors[page], having)
        anew.update(other for other, how_much in likeness.items() if _may_enter(how_much, known[other]))
    return [_most(page, vectors[page], having) if page in anew else like for page, like in enumerate(known)]


def _may_enter(how_much: float, like: Like) -> bool:
    """Whether a page that is so much like another one may be among those most like it."""
    return len(like) < _ALIKE or how_much >= like[-1][1] - _SLACK


def _index(vectors: Iterable[Vector[Term]]) -> _Index[Term]:
    having: dict[Term, list[tuple[int, float]]] = {}
    for page, words in enumerate(vectors):
        for term, weight in words:
            having.setdefault(term, []).append((page, weight))
    return having


def _likeness(words: Vector[Term], having: _Index[Term]) -> dict[int, float]:
    likeness: dict[int, float] = {}
    for term, weight in words:
        for other, its_weight in having[term]:
            likeness[other] = likeness.get(other, 0.0) + weight * its_weight
    return likeness


def _most(page: int, words: Vector[Term], having: _Index[Term]) -> Like:
    likeness = _likeness(words, having)
    likeness.pop(page, None)
    most = sorted(zip(likeness.values(), map(neg, likeness), strict=True), reverse=True)[:_ALIKE]
    return [(-other, how_much) for how_much, other in most]
