# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Relevance: which pages fit a question best. The live index and the one in the browser share these numbers."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from ospo.domain.site import Document, Kind
from ospo.engine import words

# How much a word counts in the title, in the question a page answers, in its text, and among the words by which readers
# look for it.
FIELDS = (10, 5, 1, 8)
# A page that explains comes before one that lists; what is chosen from a norm comes after it, a repository comes last.
KINDS = {
    Kind.PRACTICE: 2.2,
    Kind.PRACTICES: 1.5,
    Kind.CHECKS: 1.5,
    Kind.NORMS: 1.5,
    Kind.PROFILES: 1.5,
    Kind.ORGANISATIONS: 1.5,
    Kind.PAGE: 1.5,
    Kind.ORGANISATION: 1.4,
    Kind.CHECK: 1.2,
    Kind.NORM: 1.2,
    Kind.PROFILE: 0.7,
    Kind.GLOSSARY: 0.5,
    Kind.REPOSITORY: 0.7,
}
WHOLE_TITLE = 2.0  # what the score is multiplied by when every word of the title was asked for
EXACT = 1.5  # and once more, when nothing else was asked for
LIMIT = 20  # pages shown at the most
FOUND = 60  # pages among which a reader may choose by kind, phase or role
COVER = 0.4  # of the score of a page depends on how much of the question it has, the rare words most
SHARE = 0.15  # of the best score; a page that fits worse is left out
# The constants of BM25 as SQLite computes it.
SATURATION, LENGTH, LEAST = 1.2, 0.75, 1e-6


def title(document: Document) -> frozenset[str]:
    """The terms of the title."""
    return frozenset(words.terms(document.title, document.route.language))


def factor(document: Document) -> float:
    """What the score of a page is multiplied by, for its kind."""
    return KINDS.get(document.route.kind, 1.0)


def best(
    scores: Mapping[int, float],
    titles: Sequence[Collection[str]],
    wanted: Collection[str],
    own: Collection[str] = frozenset(),
    covered: Callable[[int], float] = lambda _: 1.0,
) -> list[int]:
    """The numbers of the pages that fit best, best first.

    Args:
        scores: of each page that has one of the words.
        titles: the terms of the title of each page.
        wanted: the terms that were asked for.
        own: those of them that stand for no other word, as a set.
        covered: which part of the question a page has, 1 for all of it.
    """
    asked = set(wanted)
    named = {
        n: score * (WHOLE_TITLE if titles[n] and asked.issuperset(titles[n]) else 1) for n, score in scores.items()
    }
    first = sorted(named.items(), key=lambda item: (-item[1], item[0]))[:FOUND]
    exact = {n: EXACT if titles[n] and titles[n] == own else 1.0 for n, _ in first}
    judged = [(n, score * (1 - COVER + COVER * covered(n)) * exact[n]) for n, score in first]
    ranked = sorted(judged, key=lambda item: (-item[1], item[0]))
    return [number for number, score in ranked if score >= SHARE * ranked[0][1]]


def rarity(size: int, having: int) -> float:
    """How much it says that a page has a term, when so many of all pages have it."""
    return max(log((size - having + 0.5) / (having + 0.5)), LEAST)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of one page: how often each term counts, and the terms of its words where they are not just the word.

    `length` is how many terms the page has in all, `factor` that of its kind.
    """

    title: frozenset[str]
    length: int
    factor: float
    counts: Mapping[str, int]
    forms: Mapping[str, tuple[str, ...]]


def analyse(document: Document) -> Analysis:
    """Look at the words of a page once, for everything that is to be known of them."""
    language = document.route.language
    counts: dict[str, int] = {}
    forms: dict[str, tuple[str, ...]] = {}
    length = 0
    for text, weight in zip(_texts(document), FIELDS, strict=True):
        for token, times in words.counted(text).items():
            found = words.terms_of(token, language)
            length += times * len(found)
            for term in found:
                counts[term] = counts.get(term, 0) + weight * times
            if found != (token,) and found != (words.fold(token),):
                forms[token] = found
    return Analysis(title(document), length, factor(document), counts, forms)


def _texts(document: Document) -> tuple[str, ...]:
    return document.title, document.question, document.text, document.asked


def weights(pages: Sequence[Analysis]) -> dict[str, list[tuple[int, float]]]:
    """Per term the pages that have it (by number), with what it adds to their score: BM25, as SQLite has it."""
    room, factors = rooms([page.length for page in pages]), [page.factor for page in pages]
    postings: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(pages):
        for term, count in page.counts.items():
            postings.setdefault(term, []).append((number, count))
    return {term: added(found, room, factors) for term, found in postings.items()}


def rooms(lengths: Sequence[int]) -> list[float]:
    """How many more times a term has to stand on each page to count as much: more on a page that is long."""
    average = sum(lengths) / (len(lengths) or 1) or 1
    return [SATURATION * (1 - LENGTH + LENGTH * length / average) for length in lengths]


def added(
    found: Sequence[tuple[int, float]], room: Sequence[float], factors: Sequence[float]
) -> list[tuple[int, float]]:
    """What a term adds to the score of each page that has it so many times."""
    rare = rarity(len(room), len(found))
    return [
        (number, rare * count * (SATURATION + 1) / (count + room[number]) * factors[number]) for number, count in found
    ]


def forms(pages: Iterable[Analysis]) -> dict[str, tuple[str, ...]]:
    """The terms of each word on the pages, where they are not just the word; a stop word has none."""
    known: dict[str, tuple[str, ...]] = dict.fromkeys(words.STOP_WORDS, ())
    for page in pages:
        known.update(page.forms)
    return dict(sorted(known.items()))
