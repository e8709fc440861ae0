# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Relevance: which pages fit a question best. The live index and the one in the browser share these numbers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log

from ospo.domain.language import Language
from ospo.domain.site import Document, Kind
from ospo.engine import words

# How much a word counts in the title, in the question a page answers, and in its text.
FIELDS = (10.0, 5.0, 1.0)
# A page that explains comes before one that lists; a repository comes last.
KINDS = {
    Kind.PRACTICE: 2.0,
    Kind.PRACTICES: 1.5,
    Kind.CHECKS: 1.5,
    Kind.NORMS: 1.5,
    Kind.ORGANISATIONS: 1.5,
    Kind.PAGE: 1.5,
    Kind.ORGANISATION: 1.4,
    Kind.CHECK: 1.2,
    Kind.NORM: 1.2,
    Kind.GLOSSARY: 0.5,
    Kind.REPOSITORY: 0.7,
}
WHOLE_TITLE = 2.0  # what the score is multiplied by when every word of the title was asked for
LIMIT = 20  # pages shown at the most
SHARE = 0.15  # of the best score; a page that fits worse is left out
# The constants of BM25 as SQLite computes it.
_SATURATION, _LENGTH, _LEAST = 1.2, 0.75, 1e-6


def fields(document: Document) -> tuple[list[str], ...]:
    """The terms of a page, field by field."""
    language = document.route.language
    return tuple(words.terms(text, language) for text in (document.title, document.question, document.text))


def title(document: Document) -> frozenset[str]:
    """The terms of the title."""
    return frozenset(words.terms(document.title, document.route.language))


def factor(document: Document) -> float:
    """What the score of a page is multiplied by, for its kind."""
    return KINDS.get(document.route.kind, 1.0)


def best(scores: Mapping[int, float], titles: Sequence[Collection[str]], wanted: Collection[str]) -> list[int]:
    """The numbers of the pages that fit best, best first.

    Args:
        scores: of each page that has one of the words.
        titles: the terms of the title of each page.
        wanted: the terms that were asked for.
    """
    asked = set(wanted)
    named = {
        n: score * (WHOLE_TITLE if titles[n] and asked.issuperset(titles[n]) else 1) for n, score in scores.items()
    }
    ranked = sorted(named.items(), key=lambda item: (-item[1], item[0]))[:LIMIT]
    return [number for number, score in ranked if score >= SHARE * ranked[0][1]]


def weights(documents: Sequence[Document]) -> dict[str, dict[int, float]]:
    """Per term the pages that have it (by number), with what it adds to their score: BM25, as SQLite has it."""
    found = [fields(document) for document in documents]
    lengths = [sum(map(len, texts)) for texts in found]
    average = sum(lengths) / (len(lengths) or 1)
    postings: dict[str, dict[int, float]] = {}
    for number, texts in enumerate(found):
        for term, count in _weighted(texts).items():
            postings.setdefault(term, {})[number] = count
    for pages in postings.values():
        rarity = max(log((len(found) - len(pages) + 0.5) / (len(pages) + 0.5)), _LEAST)
        for number, count in pages.items():
            room = count + _SATURATION * (1 - _LENGTH + _LENGTH * lengths[number] / average)
            pages[number] = rarity * count * (_SATURATION + 1) / room * factor(documents[number])
    return postings


def _weighted(texts: Iterable[Sequence[str]]) -> Mapping[str, float]:
    counts: Counter[str] = Counter()
    for terms, weight in zip(texts, FIELDS, strict=True):
        for term, times in Counter(terms).items():
            counts[term] += weight * times  # type: ignore[assignment] # a Counter may hold fractions
    return counts


def forms(documents: Iterable[Document], language: Language) -> dict[str, tuple[str, ...]]:
    """The terms of each word on the pages, where they are not just the word; a stop word has none."""
    known: dict[str, tuple[str, ...]] = dict.fromkeys(words.STOP_WORDS, ())
    for document in documents:
        for text in (document.title, document.question, document.text):
            for token in words.tokens(text):
                if token not in known:
                    known[token] = words.terms_of(token, language)
    return {token: terms for token, terms in sorted(known.items()) if terms != (words.fold(token),)}
