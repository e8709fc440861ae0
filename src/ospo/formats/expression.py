# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""An expression that looks for a word first: most texts hold none of the words that all its finds hold.

To find a word costs a small part of what an expression costs that ignores case or begins with a choice. The words are
read off the expression itself, so that they cannot fall behind it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_SHORTEST = 2  # characters; a single one is in nearly every text
_LONG = 4  # characters of a word that is rare enough
_MOST_WORDS = 80
_MOST_WAYS = 24  # in which a part can be written, to be counted as known to the letter
# Letters outside ASCII that an expression which ignores case takes for one of ASCII.
_LIKE_ASCII = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
_MARKS = "*_`#"
_last_unmarked: list[tuple[str, str]] = [("", "")]
_last: list[tuple[str, str]] = [("", "")]  # the text that was folded last: many expressions look at it


class Expression:
    """A regular expression, compiled at its first use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself, for places where looking for words does not pay."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def words(self) -> tuple[str, ...] | None:
        """Lower-case words of which every text that it finds something in holds one; None when there are no such."""
        return words_of(self.pattern, self._flags)

    def may_be_in(self, text: str) -> bool:
        """False when nothing can be found in the text."""
        words = self.words
        if words is None:
            return True
        folded = fold(text)
        for word in words:  # noqa: SIM110 - a loop costs less than `any`
            if word in folded:
                return True
        return False

    def may_be_said_in(self, text: str) -> bool:
        """The same for whoever will look in it without mark-up, and with other white space (see `outline.plain`)."""
        pieces = self._pieces
        if pieces is None:
            return True
        folded = _fold_unmarked(text)
        return any(piece in folded for piece in pieces)

    @cached_property
    def _pieces(self) -> tuple[str, ...] | None:
        pieces = {max(word.split() or [""], key=len) for word in self.words or ()}
        return tuple(sorted(pieces)) if pieces and min(map(len, pieces)) >= _SHORTEST else None

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text) if self.may_be_in(text) else None

    def first_line(self, text: str) -> int | None:
        """The first line (from 1) in which it finds something; for expressions that find nothing across lines."""
        words, folded = self.words, fold(text)
        if words is None:
            return next((n for n, line in enumerate(text.split("\n"), 1) if self.compiled.search(line)), None)
        places = {word: place for word in words if (place := folded.find(word)) >= 0}
        while places:
            at = min(places.values())
            begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            if self.compiled.search(text[begin:end]):
                return text.count("\n", 0, begin) + 1
            for word in [word for word, place in places.items() if place < end]:
                if (place := folded.find(word, end)) < 0:
                    del places[word]
                else:
                    places[word] = place
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text) if self.may_be_in(text) else iter(())

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text)


def fold(text: str) -> str:
    """The text with its ASCII letters, and those that an expression takes for one of them, in lower case."""
    known, folded = _last[0]
    if known is not text:
        folded = text.lower() if text.isascii() else _fold_any(text)
        _last[0] = (text, folded)
    return folded


def _fold_any(text: str) -> str:
    for letter, like in _LIKE_ASCII:
        if letter in text:
            text = text.replace(letter, like)
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # much faster than on text


def _fold_unmarked(text: str) -> str:
    """The same without the marks that can stand within a word."""
    known, folded = _last_unmarked[0]
    if known is not text:
        folded = fold(text)
        for mark in _MARKS:
            folded = folded.replace(mark, "")
        _last_unmarked[0] = (text, folded)
    return folded


def words_of(pattern: str, flags: int = 0) -> tuple[str, ...] | None:
    """The words of an expression; see `Expression.words`."""
    found = _of_row(_parser.parse(pattern, flags))
    return tuple(sorted(found)) if found is not None and len(found) <= _MOST_WORDS else None


_Words = frozenset[str] | None
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_EMPTY = frozenset(("",))


def _of_row(row: Iterable[tuple[Any, Any]]) -> _Words:
    """The best of what the parts of a row ask for, each of which must be there."""
    best: _Words = None
    begun = _EMPTY  # all that can stand where we are in the row, as far back as that is known to the letter
    for part in row:
        exact = _exactly(part)
        if exact is not None and len(begun) * len(exact) <= _MOST_WAYS:
            best = best if len(exact) == 1 else _better(best, begun)
            begun = _joined(begun, exact)
            continue
        best = _better(_better(best, begun), _of_part(*part))
        begun = exact or _EMPTY
    return _better(best, begun)


def _of_part(op: Any, value: Any) -> _Words:
    if op is ops.SUBPATTERN:
        return _of_row(value[3])
    if op is ops.ATOMIC_GROUP:
        return _of_row(value)
    if op in _REPEATS:
        return _of_row(value[2]) if value[0] > 0 else None
    if op is ops.BRANCH:
        every = [_of_row(row) for row in value[1]]
        return None if None in every else frozenset().union(*(words for words in every if words is not None))
    return None


def _exactly(part: tuple[Any, Any]) -> _Words:
    """All texts that a part of an expression reads, in lower case, when they are few; else None."""
    op, value = part
    if op is ops.LITERAL:
        return frozenset(chr(value).lower()) if value < 128 else None
    if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        return _EMPTY
    if op is ops.IN and all(inner is ops.LITERAL and number < 128 for inner, number in value):
        return frozenset(chr(number).lower() for _, number in value)
    if op is ops.SUBPATTERN:
        return _rows_exactly([value[3]])
    if op is ops.BRANCH:
        return _rows_exactly(value[1])
    if op in _REPEATS and value[1] == 1:
        found = _rows_exactly([value[2]])
        return found if found is None or value[0] else found | _EMPTY
    return None


def _rows_exactly(rows: Iterable[Iterable[tuple[Any, Any]]]) -> _Words:
    every: frozenset[str] = frozenset()
    for row in rows:
        begun = _EMPTY
        for part in row:
            exact = _exactly(part)
            if exact is None or len(begun) * len(exact) > _MOST_WAYS:
                return None
            begun = _joined(begun, exact)
        every |= begun
    return every if len(every) <= _MOST_WORDS else None


def _joined(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return frozenset(first + second for first in one for second in other)


def _better(one: _Words, other: _Words) -> _Words:
    """Those of two that are rarer: long ones, but of those that are long enough the fewest."""
    usable = []
    for words in (one, other):
        shortest = min(map(len, words), default=0) if words else 0
        if words and shortest >= _SHORTEST:
            fewest = frozenset(w for w in words if not any(v in w for v in words if v != w))
            usable.append(((min(shortest, _LONG), -len(fewest), shortest), fewest))
    return max(usable, key=lambda item: item[0], default=(None, None))[1]
