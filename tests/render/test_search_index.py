# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index for the browser: with nothing but its numbers, the same pages are found in the same order as live.

What is done with the numbers stands here once more, as plainly as can be; `test_browser_static` asks the script itself.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log
from typing import Any

import pytest

import sites
from judged_questions import questions
from ospo.domain.language import Language
from ospo.engine import site as plan
from ospo.engine import synonyms
from ospo.engine.asked import Asked
from ospo.engine.spelling import Spelling
from ospo.render.search_index import search_index
from questions import EN, NL

ADDRESS, _, _, _, TITLE, NEAR, FACTOR, COUNTS = range(8)
ASKED = [
    *((Language.NL, question) for question in NL),
    *((Language.EN, question) for question in EN),
    *((question.language, question.ask) for question in questions("tuning")),
]


class Plain:
    """Searches as the browser does, by the numbers in the index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self.index, self.pages = index, index["pages"]
        self.having = Counter(term for page in self.pages for term in page[COUNTS])
        terms = sorted(self.having)
        self.spelling = Spelling(terms, lambda number: self.having[terms[number]])

    def find(self, query: str, language: Language) -> list[str]:
        table = {name: tuple(meant) for name, meant in self.index["synonyms"].items()}
        return [self.pages[n][ADDRESS] for n in self.best(synonyms.asked(query, language, table, self.meant))]

    def meant(self, word: str, terms: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        if terms[0] in self.having:
            return [terms]
        known = tuple(term for term in terms if term in self.having)
        return [(term,) for term in known or self.spelling.meant(word, self.index["compounds"]) or terms]

    def rarity(self, term: str) -> float:
        size, having = len(self.pages), self.having[term]
        return float(log(1 + (size - having + 0.5) / (having + 0.5)) ** self.index["rarity"])

    def adds(self, page: Sequence[Any], term: str) -> float:
        count = page[COUNTS][term]
        return float(self.rarity(term) * count / (count + self.index["saturation"]) * page[FACTOR])

    def covered(self, page: Sequence[Any], words: Sequence[Mapping[str, float]]) -> float:
        every = sum(max(word.values()) for word in words)
        has = sum(max((says for term, says in word.items() if term in page[COUNTS]), default=0.0) for word in words)
        return has / every if every else 1.0

    def best(self, asked: Asked) -> list[int]:
        """The numbers of the pages that fit best."""
        index, whole = self.index, self.index["eighths"][0]
        wanted = {term: part for term, part in asked.weights.items() if term in self.having}
        says = [{t: p / whole * self.rarity(t) for t, p in word.items() if t in wanted} for word in asked.weighed()]
        scores: dict[int, float] = {}
        for number, page in enumerate(self.pages):
            if not page[COUNTS].keys() & wanted:
                continue
            score = sum(self.adds(page, term) * part / whole for term, part in wanted.items() if term in page[COUNTS])
            scores[number] = score * (index["whole"] if page[TITLE] and set(page[TITLE]) <= set(asked.weights) else 1)
        first = sorted(scores, key=lambda n: (-scores[n], n))[: index["found"]]
        words = [word for word in says if word]
        for n in first:
            page = self.pages[n]
            exact = asked.bare and page[TITLE] and set(page[TITLE]) == set(asked.own)
            cover = 1 - index["cover"] + index["cover"] * self.covered(page, words)
            scores[n] *= cover * (index["exact"] if exact else 1)
        first.sort(key=lambda n: (-scores[n], n))
        lent: dict[int, float] = {}
        for n in first[: index["leading"]]:
            near = self.pages[n][NEAR]
            for other, strength in zip(near[::2], near[1::2], strict=True):
                lent[other] = max(lent.get(other, 0), scores[n] * strength / 100)
        total = {n: (scores[n] if n in first else 0) + lent.get(n, 0) for n in {*first, *lent}}
        ranked = sorted(total, key=lambda n: (-total[n], n))[: index["found"]]
        return [n for n in ranked if total[n] >= index["share"] * total[ranked[0]]]


@cache
def plain(language: Language) -> Plain:
    return Plain(json.loads(search_index(sites.static(), language)))


@pytest.mark.parametrize(("language", "question"), ASKED)
def test_the_browser_has_the_same_numbers(language: Language, question: str) -> None:
    search = sites.live().find
    assert search is not None
    there = [f"/ospo{plan.address(document.route)}" for document in search(question, language)]
    assert plain(language).find(question, language) == there
    assert there


@pytest.mark.parametrize("language", Language)
def test_every_neighbour_is_a_page_and_lends_something_to_it(language: Language) -> None:
    pages = plain(language).pages
    for number, page in enumerate(pages):
        others, strengths = page[NEAR][::2], page[NEAR][1::2]
        assert len(others) == len(set(others)) == len(strengths)
        assert number not in others
        assert all(0 <= other < len(pages) for other in others)
        assert all(0 < strength <= 100 for strength in strengths)
