# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling: what a word that stands on no page was meant to be, judged by the terms that do; `search.js` does the same.

A word keeps its first letter, and its beginning or its end: that is how people misspell, and it leaves few terms to
compare with, however many there are.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

SHORTEST, LONG = 4, 8  # letters of a word that may have one error, and of one that may have two
LONGEST = 40  # letters of a word that is looked at
_MOST = 2000  # terms with the same beginning, or the same end, that are looked at
_KEPT = 3  # letters of the beginning or the end that have no error in them; two in a short word
LINKS = ("", "s", "en", "e")  # between the parts of a compound
_MANY, _ONE = "heden", "heid"
PART = 4  # letters of a part of a compound


class Spelling:
    """Finds the term that a word is nearest to; nothing changes once it is made."""

    def __init__(self, terms: Sequence[str], common: Callable[[int], int]) -> None:
        """Take the terms in alphabetical order, and what tells of the number of one how many pages have it."""
        self._terms, self._common = terms, common
        self._turned = sorted(term[::-1] for term in terms if term.isalpha())

    def meant(self, word: str, compounds: bool) -> tuple[str, ...]:
        """The terms that a word stands for that is none itself: one it begins, the nearest, or parts of a compound.

        Args:
            word: as `words.fold` leaves it.
            compounds: whether the language writes them as one word.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        found = self.begun(word) or self.nearest(word, 2 if len(word) >= LONG else 1)
        if found is not None:
            return (found,)
        if not compounds:
            return ()
        parts = next(self._parts(word), ())
        if not parts and word.endswith(_MANY):  # the terms are singular
            one = self.nearest(word.removesuffix(_MANY) + _ONE, 2)
            parts = () if one is None else (one,)
        return parts

    def begun(self, word: str) -> str | None:
        """The term that a word is the beginning of; of several the one that most pages have, then the first."""
        return min(_from(self._terms, word), key=lambda term: (-self._count(term), term), default=None)

    def nearest(self, word: str, errors: int) -> str | None:
        """The term with the fewest errors; of several the one that most pages have, then the first."""
        kept = _KEPT if len(word) >= LONG else _KEPT - 1
        best: tuple[int, int, str] | None = None
        shortest, longest, letters = len(word) - errors, len(word) + errors, set(word)
        for term in {term for term in self._like(word, kept) if shortest <= len(term) <= longest}:
            if len(letters.symmetric_difference(term)) > 2 * errors or not term.isalpha():
                continue
            wrong = distance(word, term, errors)
            if wrong <= errors:
                found = (wrong, -self._count(term), term)
                best = found if best is None else min(best, found)
        return None if best is None else best[2]

    def _like(self, word: str, kept: int) -> Iterator[str]:
        """The terms with the same beginning; then those with the same end and the same first letter."""
        yield from _from(self._terms, word[:kept])
        for turned in _from(self._turned, word[: -kept - 1 : -1]):
            if turned[-1] == word[0]:
                yield turned[::-1]

    def _parts(self, word: str) -> Iterator[tuple[str, ...]]:
        """The two parts of a compound, both terms; then with one error in the one that is the end."""
        heads = [n for n in range(len(word) - PART, PART - 1, -1) if self._known(word[:n])]
        ends = [(word[:n], word[n:].removeprefix(link)) for n in heads for link in LINKS if word[n:].startswith(link)]
        ends = [(head, end) for head, end in ends if len(end) >= PART]
        yield from ((head, end) for head, end in ends if self._known(end))
        for head, end in ends[:8]:
            found = self.nearest(end, 1)
            if found is not None:
                yield head, found

    def _count(self, term: str) -> int:
        return self._common(bisect_left(self._terms, term))

    def _known(self, term: str) -> bool:
        place = bisect_left(self._terms, term)
        return place < len(self._terms) and self._terms[place] == term


def _from(terms: Sequence[str], beginning: str) -> Iterator[str]:
    """The terms that begin so, not more than the work is worth."""
    place = bisect_left(terms, beginning)
    for term in terms[place : place + _MOST]:
        if not term.startswith(beginning):
            return
        yield term


def distance(one: str, other: str, most: int) -> int:
    """How many letters to put in, take out, replace or swap with the next; `most` + 1 when it is more than that."""
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[same:], other[same:]  # what both begin with has no error in it
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            found = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                found = min(found, last[j - 2] + 1)
            row.append(found)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
