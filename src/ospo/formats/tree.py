# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of a snapshot, made for being asked often: nearly every check looks for files by what their path is like."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, wraps
from typing import TypeVar, cast

from ospo.domain.snapshot import Entry
from ospo.formats.expression import Expression, fold

_T = TypeVar("_T")


class Paths(tuple[str, ...]):
    """Paths in their order, and what was worked out about them, for as long as they live."""

    @cached_property
    def kept(self) -> dict[object, object]:
        """Answers, by the function that gave them; see `once`."""
        return {}

    @cached_property
    def each(self) -> frozenset[str]:
        """The same, to ask whether a path is among them."""
        return frozenset(self)

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """The paths by their last part."""
        found: dict[str, list[str]] = {}
        for path in self:
            found.setdefault(path.rpartition("/")[2], []).append(path)
        return found

    def named(self, name: str) -> list[str]:
        """The paths whose last part is this name, in any folder."""
        return self.by_name.get(name, [])

    @cached_property
    def _folded(self) -> "tuple[str, array[int]]":
        """All paths as one text, each between two zeros, and where each begins: one search then looks at all."""
        starts, place = array("L"), 1
        folded = [fold(path) for path in self]
        for path in folded:
            starts.append(place)
            place += len(path) + 1
        return "\0" + "\0".join(folded) + "\0", starts

    def perhaps(self, *expressions: Expression) -> Iterator[str]:
        """The paths, in order, in which one of the expressions may find something; some of them hold nothing."""
        if any(expression.words is None for expression in expressions):
            return iter(self)
        words = {word for expression in expressions for word in expression.words or ()}
        places = {place for word in words for place in self._places(word)}
        return map(self.__getitem__, sorted(places))

    def _places(self, word: str) -> tuple[int, ...]:
        """Which of the paths hold the word; expressions have many words in common."""
        if word not in self._known:
            self._known[word] = tuple(self._holding(word))
        return self._known[word]

    @cached_property
    def _known(self) -> dict[str, tuple[int, ...]]:
        return {}

    def _holding(self, word: str) -> Iterator[int]:
        text, starts = self._folded
        at = text.find(word)
        while at >= 0:
            place = bisect_right(starts, at) - 1
            yield place
            if place + 1 == len(starts):
                return
            at = text.find(word, starts[place + 1])

    def fitting(self, expression: Expression) -> tuple[str, ...]:
        """The paths that fit the expression as a whole."""
        found = self.kept.get(expression)
        if found is None:
            fits = expression.compiled.fullmatch
            found = self.kept[expression] = tuple(path for path in self.perhaps(expression) if fits(path))
        return cast("tuple[str, ...]", found)


class Entries(tuple[Entry, ...]):
    """The entries of a snapshot, and what was worked out about them, for as long as they live."""

    @cached_property
    def kept(self) -> dict[object, object]:
        """Answers, by the function that gave them; see `once_per_tree`."""
        return {}

    @cached_property
    def paths(self) -> Paths:
        """The paths of the plain and executable files."""
        return Paths(entry.path for entry in self if entry.is_file)

    @cached_property
    def by_path(self) -> dict[str, Entry]:
        """Every entry by its path."""
        return {entry.path: entry for entry in self}

    def fitting(self, expression: Expression) -> list[Entry]:
        """The plain and executable files whose whole path fits the expression."""
        return [self.by_path[path] for path in self.paths.fitting(expression)]


def entries(known: Iterable[Entry]) -> Entries:
    """The same entries; those of a snapshot bring along what was worked out about them."""
    return known if isinstance(known, Entries) else Entries(known)


def paths(known: Iterable[Entry]) -> Paths:
    """The paths of the files among the entries."""
    return entries(known).paths


def of(known: Iterable[str]) -> Paths:
    """The same paths; those that came from `paths` bring along what was worked out about them."""
    return known if isinstance(known, Paths) else Paths(known)


def once(function: Callable[[Paths], _T]) -> Callable[[Iterable[str]], _T]:
    """Have a function work out its answer once for the same `Paths`; nobody may change what it gives."""

    @wraps(function)
    def asked(paths: Iterable[str]) -> _T:
        known = of(paths)
        if function not in known.kept:
            known.kept[function] = function(known)
        return cast("_T", known.kept[function])

    return asked


def once_per_tree(function: Callable[[Entries], _T]) -> Callable[[Iterable[Entry]], _T]:
    """The same for a function over the entries."""

    @wraps(function)
    def asked(known: Iterable[Entry]) -> _T:
        tree = entries(known)
        if function not in tree.kept:
            tree.kept[function] = function(tree)
        return cast("_T", tree.kept[function])

    return asked
