# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A licence as a pattern over words: rows of words with choices, parts that may be absent, and wildcards.

The notation is that of the licence library: `((a||b))` is a choice, `((a))??` and `a??` may be absent, `__5__`
stands for up to five words of any kind, and `//** **//` is a remark.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ospo.formats.licence_words import ends_in_notice, words

END = -1
_MARK = re.compile(r"//\*\*.*?\*\*//|\(\(|\)\)|\|\||\?\?|__(\d+)__", re.DOTALL)


@dataclass(frozen=True)
class Pattern:
    """A machine that reads words: `word[n]` is what place n reads (None: any word), `after[n]` where it may go then.

    END among the places means that the pattern may end there.
    """

    first: tuple[int, ...]
    word: tuple[str | None, ...]
    after: tuple[tuple[int, ...], ...]
    size: int  # the number of words along the longest way
    least: int  # and along the shortest

    @cached_property
    def pairs(self) -> frozenset[tuple[str | None, str | None]]:
        """Every two words that may stand next to each other."""
        ways = enumerate(self.after)
        return frozenset((self.word[n], self.word[m]) for n, following in ways for m in following if m != END)


@dataclass(slots=True)
class _Group:
    """A part of a pattern: alternatives, each a row of words, wildcards and deeper groups."""

    branches: list[list["str | int | _Group"]] = field(default_factory=lambda: [[]])
    optional: bool = False

    @property
    def size(self) -> int:
        return max(sum(item.size if isinstance(item, _Group) else 1 for item in row) for row in self.branches)

    @property
    def least(self) -> int:
        if self.optional:
            return 0
        return min(
            sum(item.least if isinstance(item, _Group) else isinstance(item, str) for item in row)
            for row in self.branches
        )


def parse(source: str) -> list[Pattern]:
    """Read the notation of the library; a choice that spans the whole gives as many patterns."""
    stack = [_Group()]
    place, is_notice = 0, False
    for mark in _MARK.finditer(source):
        row = stack[-1].branches[-1]
        is_notice = _add(row, source[place : mark.start()], is_notice)
        place = mark.end()
        if mark[1]:
            row.append(int(mark[1]))
        elif mark[0] == "((":
            stack.append(_Group())
        elif mark[0] == "||":
            stack[-1].branches.append([])
        elif mark[0] == "))":
            group = stack.pop()
            stack[-1].branches[-1].append(group)
        elif mark[0] == "??" and row:
            last = row[-1]
            row[-1] = _Group(last.branches if isinstance(last, _Group) else [[last]], optional=True)
    _add(stack[-1].branches[-1], source[place:], is_notice)
    whole = stack[0]
    while len(whole.branches) == 1 and len(whole.branches[0]) == 1 and isinstance(only := whole.branches[0][0], _Group):
        whole = only
    return [_machine(_Group([branch])) for branch in whole.branches]


def _add(row: list[str | int | _Group], piece: str, is_notice: bool) -> bool:
    """Add the words of a piece; true when it ends in a copyright notice.

    What stands behind such a notice on the same line may be absent: in a text it does not count along with the notice.
    """
    behind, newline, rest = piece.partition("\n") if is_notice else ("", "", piece)
    if taken_along := words(behind):
        row.append(_Group([[*taken_along]], optional=True))
    row += words(rest)
    return (is_notice and not newline) or ends_in_notice(rest)


def of_words(text: Iterable[str]) -> Pattern:
    """The pattern of one fixed text."""
    return _machine(_Group([list(text)]))


_Step = str | None | list[int]  # read this word, read any word, or go on at one of these places


def _machine(group: _Group) -> Pattern:
    steps: list[_Step] = []
    _emit(group, steps)
    after = [() if isinstance(step, list) else _reach(steps, place + 1) for place, step in enumerate(steps)]
    read = tuple(None if isinstance(step, list) else step for step in steps)
    return Pattern(_reach(steps, 0), read, tuple(after), group.size, group.least)


def _emit(group: _Group, steps: list[_Step]) -> None:
    fork: list[int] = []
    steps.append(fork)
    joins = []
    for row in group.branches:
        fork.append(len(steps))
        for item in row:
            if isinstance(item, _Group):
                _emit(item, steps)
            elif isinstance(item, int):
                end = len(steps) + 2 * item
                for _ in range(item):
                    steps += [[len(steps) + 1, end], None]
            else:
                steps.append(item)
        join: list[int] = []
        steps.append(join)
        joins.append(join)
    for target in (*joins, *([fork] if group.optional else ())):
        target.append(len(steps))


def _reach(steps: list[_Step], place: int) -> tuple[int, ...]:
    """The reading places that can be reached from here without reading."""
    if place < len(steps) and not isinstance(steps[place], list):  # as nearly always
        return (place,)
    found: dict[int, None] = {}
    seen = set()
    stack = [place]
    while stack:
        place = stack.pop()
        if place in seen:
            continue
        seen.add(place)
        if place == len(steps):
            found[END] = None
        elif isinstance(step := steps[place], list):
            stack.extend(step)
        else:
            found[place] = None
    return tuple(found)
