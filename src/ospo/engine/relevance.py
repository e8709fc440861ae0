# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Relevance: which pages fit a question best. The live index and the one in the browser share these numbers."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from ospo.domain.site import Document, Kind
from ospo.engine import words


@dataclass(frozen=True, slots=True)
class Field:
    """One of the texts of a page: how much a word counts in it, and how many terms it has as a rule.

    `shorter` says how much the length of this one matters: 0 not at all; 1 when a word counts half in a text that is
    twice as long.
    """

    weight: float
    shorter: float
    terms: float


# The title, the question a page answers, its text, the words by which readers look for it, and those of readers of the
# other language: people mix them in.
FIELDS = (Field(100, 0.3, 4), Field(60, 0.3, 12), Field(10, 0.6, 150), Field(60, 0.4, 22), Field(20, 0.4, 20))
# A page that explains comes before one that lists; what is chosen from a norm comes after it, a repository comes last.
KINDS = {
    Kind.PRACTICE: 1.8,
    Kind.PAGE: 1.5,
    Kind.CHECK: 1.3,
    Kind.GLOSSARY: 1.1,
    Kind.TEMPLATE: 1.0,
    Kind.PROFILE: 0.9,
    Kind.REPOSITORY: 0.5,
}
OTHERS = 1.2  # for the kinds that do not stand there
WHOLE_TITLE = 1.5  # what the score is multiplied by when every word of the title was asked for
EXACT = 1.2  # and once more, when nothing else was asked for
LIMIT = 20  # pages shown at the most
FOUND = 60  # pages among which a reader may choose by kind, phase or role
COVER = 0.8  # of the score of a page depends on how much of the question it has, the rare words most
LEADING = 4  # pages that lend a part of their score to their neighbours, see `neighbours`
SHARE = 0.15  # of the best score; a page that fits worse is left out
SATURATION = 110  # how much a term has to count on a page for half of what it can add
RARITY = 1.2  # more than 1: a rare word says more than BM25 has it
SHARED = range(2, 61)  # pages that have a term by which pages are compared: one that more of them have says little
Near = Callable[[int], Sequence[int]]


def title(document: Document) -> frozenset[str]:
    """The terms of the title."""
    return frozenset(words.terms(document.title, document.route.language))


def factor(document: Document) -> float:
    """What the score of a page is multiplied by, for its kind."""
    return KINDS.get(document.route.kind, OTHERS)


def best(
    scores: Mapping[int, float],
    titles: Sequence[Collection[str]],
    wanted: Collection[str],
    own: Collection[str] = frozenset(),
    covered: Callable[[int], float] = lambda _: 1.0,
    near: Near = lambda _: (),
) -> list[int]:
    """The numbers of the pages that fit best, best first.

    Args:
        scores: of each page that has one of the words.
        titles: the terms of the title of each page.
        wanted: the terms that were asked for.
        own: those of them that stand for no other word, as a set.
        covered: which part of the question a page has, 1 for all of it.
        near: of a page its neighbours, as `neighbours` gives them.
    """
    asked = set(wanted)
    named = {
        n: score * (WHOLE_TITLE if titles[n] and asked.issuperset(titles[n]) else 1) for n, score in scores.items()
    }
    first = _ordered(named)[:FOUND]
    exact = {n: EXACT if titles[n] and titles[n] == own else 1.0 for n, _ in first}
    judged = {n: score * (1 - COVER + COVER * covered(n)) * exact[n] for n, score in first}
    lent = _lent(_ordered(judged)[:LEADING], near)
    every = {n: judged.get(n, 0.0) + lent.get(n, 0.0) for n in (*judged, *lent)}
    ranked = _ordered(every)[:FOUND]
    return [number for number, score in ranked if score >= SHARE * ranked[0][1]]


def _lent(leading: Iterable[tuple[int, float]], near: Near) -> dict[int, float]:
    """What the neighbours of the pages that fit best are lent, each by the one that lends it most."""
    found: dict[int, float] = {}
    for number, score in leading:
        neighbours = near(number)
        for other, strength in zip(neighbours[::2], neighbours[1::2], strict=True):
            found[other] = max(found.get(other, 0.0), score * strength / 100)
    return found


def _ordered(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def rarity(size: int, having: int) -> float:
    """How much it says that a page has a term, when so many of all pages have it: as BM25 has it, and a power."""
    return float(log(1 + (size - having + 0.5) / (having + 0.5)) ** RARITY)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of one page: how much each term counts, and the terms of its words where they are not just the word.

    `factor` is that of its kind.
    """

    title: frozenset[str]
    factor: float
    counts: Mapping[str, int]
    forms: Mapping[str, tuple[str, ...]]


def analyse(document: Document) -> Analysis:
    """Look at the words of a page once, for everything that is to be known of them."""
    language = document.route.language
    known = words.known(language)
    counts: dict[str, float] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for text, field in zip(_texts(document), FIELDS, strict=True):
        terms: dict[str, int] = {}
        for token, times in words.counted(text).items():
            found = known.get(token)
            if found is None:
                found = words.terms_of(token, language)
            for term in found:
                terms[term] = terms.get(term, 0) + times
            if len(found) != 1 or (found[0] != token and found[0] != words.fold(token)):
                forms[token] = found
        each = field.weight / (1 - field.shorter + field.shorter * sum(terms.values()) / field.terms)
        for term, times in terms.items():
            counts[term] = counts.get(term, 0.0) + times * each
    rounded = {term: max(1, round(count)) for term, count in counts.items()}  # the browser reads each of them
    return Analysis(title(document), factor(document), rounded, forms)


def _texts(document: Document) -> tuple[str, ...]:
    return document.title, document.question, document.text, document.asked, document.mixed


def weights(pages: Sequence[Analysis]) -> dict[str, list[tuple[int, float]]]:
    """Per term, in alphabetical order, the pages that have it (by number), with what it adds to their score."""
    factors = [page.factor for page in pages]
    postings: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(pages):
        for term, count in page.counts.items():
            postings.setdefault(term, []).append((number, count))
    return {term: added(postings[term], factors) for term in sorted(postings)}


def having(pages: Iterable[Analysis]) -> dict[str, int]:
    """On how many pages each term is."""
    found: Counter[str] = Counter()
    for page in pages:
        found.update(page.counts.keys())
    return found


def rarities(size: int) -> dict[int, float]:
    """How much the terms say by which pages are compared, by the number of pages that have them."""
    return {times: rarity(size, times) for times in SHARED if times <= size}


def telling(
    counts: Mapping[str, int], factor: float, having: Mapping[str, int], rare: Mapping[int, float]
) -> dict[str, float]:
    """What the terms by which pages are compared add to the score of a page; as `Postings.telling` gives it.

    Args:
        counts: how much each term counts on the page.
        factor: of its kind.
        having: on how many pages each term is.
        rare: as `rarities` gives it.
    """
    return {
        term: rare[having[term]] * count / (count + SATURATION) * factor
        for term, count in counts.items()
        if having[term] in rare
    }


def added(found: Sequence[tuple[int, float]], factors: Sequence[float]) -> list[tuple[int, float]]:
    """What a term adds to the score of each page on which it counts so much."""
    rare = rarity(len(factors), len(found))
    return [(number, rare * count / (count + SATURATION) * factors[number]) for number, count in found]
