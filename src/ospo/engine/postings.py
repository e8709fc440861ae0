# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Postings: per term the pages that have it with what it adds to their score, packed so that many pages fit.

A term that many pages have is also kept as one large number: 16 bits for each page, which hold what the term adds to
it, rounded up. Adding such numbers adds up the scores of all pages at once, in the time of reading a few of them.
"""

import heapq
import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from ospo.engine import relevance
from ospo.engine.asked import MOST, WHOLE
from ospo.engine.relevance import FOUND, SHARED, WHOLE_TITLE, Analysis

Number = TypeVar("Number", int, float)
MAX_TERMS = MOST  # that can be added up in large numbers
_LEVELS = int(0xFFFF / (MAX_TERMS * WHOLE * WHOLE_TITLE)) - 1  # the most one term adds, so that sums fit in 16 bits
_MOST_BEGUN = 1000  # terms with the same beginning that are looked at
_COMMON = 1 / 16  # of the pages; a term that more of them have is kept as a large number


@dataclass(frozen=True, slots=True)
class Postings:
    """The terms in alphabetical order; the pages of term i stand, in order, from starts[i] to starts[i + 1].

    `level` is how much one step in the large numbers is, `common` the large number of each common term.
    """

    terms: Sequence[str]
    starts: Sequence[int]
    pages: Sequence[int]
    weights: Sequence[float]
    size: int
    level: float
    common: Mapping[int, int]

    @classmethod
    def of(cls, found: Iterable[Analysis]) -> "Postings":
        """Pack what is known of each page, one page after the other."""
        factors = array("d")
        counted: dict[str, tuple[array[int], array[float]]] = {}
        for number, page in enumerate(found):
            factors.append(page.factor)
            for term, count in page.counts.items():
                if term not in counted:
                    counted[term] = array("I"), array("d")
                counted[term][0].append(number)
                counted[term][1].append(count)
        terms = sorted(counted)
        starts, pages, weights = array("I", [0]), array("I"), array("d")
        for term in terms:
            numbers, counts = counted.pop(term)
            pages.extend(numbers)
            weights.extend(w for _, w in relevance.added(list(zip(numbers, counts, strict=True)), factors))
            starts.append(len(pages))
        level = max(weights, default=1.0) / _LEVELS
        common = {
            number: _large(len(factors), pages[start:end], weights[start:end], level)
            for number, (start, end) in enumerate(pairwise(starts))
            if end - start > _COMMON * len(factors)
        }
        return cls(terms, starts, pages, weights, len(factors), level, common)

    def named(self, terms: Iterable[str]) -> list[int]:
        """The numbers of those terms that some page has."""
        return list(self.numbers(terms).values())

    def numbers(self, terms: Iterable[str]) -> dict[str, int]:
        """The number of each of those terms that some page has."""
        places = ((bisect_left(self.terms, term), term) for term in terms)
        return {term: n for n, term in places if n < len(self.terms) and self.terms[n] == term}

    def telling(self) -> list[dict[int, float]]:
        """Per page what the terms by which pages are compared add to its score."""
        found: list[dict[int, float]] = [{} for _ in range(self.size)]
        for term, (start, end) in enumerate(pairwise(self.starts)):
            if end - start in SHARED:
                for page, weight in zip(self.pages[start:end], self.weights[start:end], strict=True):
                    found[page][term] = weight
        return found

    def beginning_with(self, beginnings: Iterable[str]) -> list[int]:
        """The numbers of the terms that begin with one of these; not more than the work is worth."""
        found: set[int] = set()
        for beginning in beginnings:
            number = bisect_left(self.terms, beginning)
            while number < len(self.terms) and self.terms[number].startswith(beginning) and len(found) < _MOST_BEGUN:
                found.add(number)
                number += 1
        return sorted(found)

    def having(self, term: int) -> int:
        """How many pages have a term."""
        return self.starts[term + 1] - self.starts[term]

    def covered(self, words: Sequence[Sequence[tuple[int, float]]]) -> Callable[[int], float]:
        """Which part of the words a page has; 1 when nothing was asked.

        Args:
            words: of each the numbers of its terms with how much it says that a page has that one, the most first.
        """
        all_of_it = sum(word[0][1] for word in words)

        def part(page: int) -> float:
            has = 0.0
            for word in words:
                for term, says in word:
                    if self._has(page, term):
                        has += says
                        break
            return has / all_of_it if all_of_it else 1.0

        return part

    def _has(self, page: int, term: int) -> bool:
        place = bisect_left(self.pages, page, self.starts[term], self.starts[term + 1])
        return place < self.starts[term + 1] and self.pages[place] == page

    def best(self, terms: Mapping[int, int], raised: Collection[int]) -> dict[int, float]:
        """The score of every page that may be among the best.

        Args:
            terms: the number of each term that was asked for, with how much of it counts: `asked.WHOLE` for all.
            raised: the pages whose title was asked for; their score counts `WHOLE_TITLE` times.
        """
        if not terms:
            return {}
        if len(terms) > MAX_TERMS:
            return self._sums(terms, raised)
        most = self._most(terms)
        for page in raised:
            most[page] = math.ceil(most[page] * WHOLE_TITLE)
        # Rounding up made no score higher by more than one level for each term, as often as that counts.
        least = max(_last(most) - math.ceil((sum(terms.values()) + 1) * WHOLE_TITLE), 1)
        return {page: self._score(page, terms) for page, level in enumerate(most) if level >= least}

    def _most(self, terms: Mapping[int, int]) -> "array[int]":
        """The score of every page in levels, rounded up."""
        large = sum(self.common.get(term, 0) * times for term, times in terms.items())
        most = array("H", large.to_bytes(2 * self.size, sys.byteorder))
        for term, times in terms.items():
            if term not in self.common:
                start, end = self.starts[term], self.starts[term + 1]
                for page, weight in zip(self.pages[start:end], self.weights[start:end], strict=True):
                    most[page] += math.ceil(weight / self.level) * times
        return most

    def _sums(self, terms: Mapping[int, int], raised: Collection[int]) -> dict[int, float]:
        """The same for many terms: slower, without rounding."""
        sums = array("d", bytes(8 * self.size))
        for term, times in terms.items():
            start, end = self.starts[term], self.starts[term + 1]
            for page, weight in zip(self.pages[start:end], self.weights[start:end], strict=True):
                sums[page] += weight * times / WHOLE
        least = _last(sums)
        return {page: score for page, score in enumerate(sums) if score and (score >= least or page in raised)}

    def _score(self, page: int, terms: Mapping[int, int]) -> float:
        """The score of a page, added up in the order in which the browser does that."""
        score = 0.0
        for term, times in terms.items():
            end = self.starts[term + 1]
            place = bisect_left(self.pages, page, self.starts[term], end)
            if place < end and self.pages[place] == page:
                score += self.weights[place] * times / WHOLE
        return score


def _large(size: int, pages: Iterable[int], weights: Iterable[float], level: float) -> int:
    """What a term adds to each page, as one large number."""
    most = array("H", bytes(2 * size))
    for page, weight in zip(pages, weights, strict=True):
        most[page] = math.ceil(weight / level)
    return int.from_bytes(most.tobytes(), sys.byteorder)


def _last(scores: Iterable[Number]) -> Number:
    """The score of the last of the best."""
    return heapq.nlargest(FOUND, scores)[-1]
