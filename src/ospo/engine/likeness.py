# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Likeness: which pages of ours a text of others resembles, by the rare words that both use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import words

_TITLE = 3  # how much a word in a title counts
_SHOWN = 5  # words that are told
_LEAST_WORDS = 3  # that both have
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """A page of ours, how much it is like the text (from 0 to 1), and the words that made it so."""

    document: Document
    score: float
    words: tuple[str, ...]


class Pages:
    """Our pages in one language, with how rare each word is among them."""

    def __init__(self, documents: Iterable[Document], language: Language) -> None:
        self._language = language
        self._documents = list(documents)
        counts = [self._counted(d.title, f"{d.question} {d.text}") for d in self._documents]
        pages: dict[str, int] = {}
        for count in counts:
            for term in count:
                pages[term] = pages.get(term, 0) + 1
        self._rarity = {term: log((1 + len(counts)) / number) for term, number in pages.items()}
        self._weights = [self._weighed(count) for count in counts]

    def like(self, title: str, text: str, least: float) -> list[Likeness]:
        """The pages that are like a text, the most alike first."""
        mine = self._weighed(self._counted(title, text))
        found = [self._held(document, mine, theirs) for document, theirs in self._pairs()]
        return sorted((f for f in found if f is not None and f.score >= least), key=lambda f: -f.score)

    def _pairs(self) -> Sequence[tuple[Document, dict[str, float]]]:
        return list(zip(self._documents, self._weights, strict=True))

    def _held(self, document: Document, mine: dict[str, float], theirs: dict[str, float]) -> Likeness | None:
        parts = {term: weight * theirs[term] for term, weight in mine.items() if term in theirs}
        if len(parts) < _LEAST_WORDS:
            return None
        best = sorted(parts, key=lambda term: (-parts[term], term))[:_SHOWN]
        return Likeness(document, sum(parts.values()), tuple(best))

    def _counted(self, title: str, text: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for part, weight in ((title, _TITLE), (text, 1)):
            for token, times in words.counted(part).items():
                for term in words.terms_of(token, self._language):
                    if len(term) >= _LEAST_LETTERS and not term.isnumeric():
                        found[term] = found.get(term, 0) + weight * times
        return found

    def _weighed(self, counts: dict[str, int]) -> dict[str, float]:
        """Each word by how often it is there and how rare it is, the whole of length 1."""
        most = max(self._rarity.values(), default=1.0)
        weights = {t: (1 + log(n)) * self._rarity.get(t, most) for t, n in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}
