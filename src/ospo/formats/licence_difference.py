# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many words of a text differ from a licence, and which: the cheapest way of a text through a pattern."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ospo.formats.licence_pattern import END, Pattern
from ospo.formats.licence_words import NUMBER

_MAX_STATES = 150_000  # looked at; a text that asks for more is too different
_WINDOW = 400  # places; a way that is further behind the best one does not catch up

_State = tuple[int, int]  # a place in the pattern, and the number of words read


@dataclass(frozen=True, slots=True)
class Edit:
    """One differing word: before which word of the text, and what was lost and added there (one may be empty)."""

    at: int
    lost: str
    added: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The words that were lost from the licence and added to it, and the part of the text the licence takes up."""

    lost: tuple[str, ...]
    added: tuple[str, ...]
    count: int
    start: int
    end: int
    edits: tuple[Edit, ...] = ()


def difference(pattern: Pattern, text: Sequence[str], most: int, starts: Iterable[int] = (0,)) -> Difference | None:
    """Read the text through the pattern, from any of the starts, with as few differing words as possible.

    A number of a list never differs, nor does a word that was split or joined. Of two ways that are as good the one
    that reads most of the text counts.

    Args:
        pattern: the licence.
        text: normalised words.
        most: with more differences than this the answer is None.
        starts: the words where the licence may begin.
    """
    came: dict[_State, tuple[_State | None, str, str]] = {}
    layer: list[tuple[_State, _State | None, str, str]] = [
        ((place, start), None, "", "") for start in starts for place in pattern.first
    ]
    for count in range(most + 1):
        fresh = _read(pattern, text, layer, came)
        ends = [state for state in fresh if state[0] == END]
        if ends:
            return _traced(came, max(ends, key=lambda state: state[1]), count)
        if len(came) > _MAX_STATES:
            return None
        behind = max(place for place, _ in fresh) - _WINDOW if fresh else 0
        layer = [edit for state in fresh if state[0] >= behind for edit in _edits(pattern, text, state, came)]
    return None


def _read(
    pattern: Pattern,
    text: Sequence[str],
    layer: list[tuple[_State, _State | None, str, str]],
    came: dict[_State, tuple[_State | None, str, str]],
) -> list[_State]:
    """Go on from the states of the layer for as long as the words agree; gives the states not seen before."""
    fresh = []
    stack = layer[::-1]
    while stack:
        state, parent, lost, added = stack.pop()
        if state in came:
            continue
        came[state] = (parent, lost, added)
        fresh.append(state)
        place, read = state
        if place == END:
            continue
        for following in _agreeing(pattern, text, place, read):
            if following not in came:
                stack.append((following, state, "", ""))
    return fresh


def _agreeing(pattern: Pattern, text: Sequence[str], place: int, read: int) -> Iterable[_State]:
    want = pattern.word[place]
    have = text[read] if read < len(text) else None
    if have is not None and (want is None or want == have):
        return [(target, read + 1) for target in pattern.after[place]]
    found: list[_State] = []
    if want is not None and NUMBER.fullmatch(want):
        found += [(target, read) for target in pattern.after[place]]
    if have is None or want is None:
        return found
    if NUMBER.fullmatch(have):
        found.append((place, read + 1))
    if read + 1 < len(text) and want == have + text[read + 1]:
        found += [(target, read + 2) for target in pattern.after[place]]
    if have.startswith(want):
        for following in pattern.after[place]:
            if following != END and have == want + (pattern.word[following] or ""):
                found += [(target, read + 1) for target in pattern.after[following]]
    return found


def _edits(
    pattern: Pattern,
    text: Sequence[str],
    state: _State,
    came: dict[_State, tuple[_State | None, str, str]],
) -> list[tuple[_State, _State | None, str, str]]:
    """The states one differing word further: a word put in, left out, or put in the place of another."""
    place, read = state
    if place == END or (came[state][0] is None and read > 0):  # a licence does not start on a word that differs
        return []
    want = pattern.word[place]
    have = text[read] if read < len(text) else None
    found: list[tuple[_State, _State | None, str, str]] = []
    if have is not None:
        found.append(((place, read + 1), state, "", have))
    if want is not None:
        for target in pattern.after[place]:
            found.append(((target, read), state, want, ""))
            if have is not None:
                found.append(((target, read + 1), state, want, have))
    return found


def _traced(came: dict[_State, tuple[_State | None, str, str]], end: _State, count: int) -> Difference:
    edits = []
    state: _State | None = end
    start = end[1]
    while state is not None:
        start = state[1]
        state, lost, added = came[state]
        if lost or added:
            edits.append(Edit(state[1] if state else start, lost, added))
    edits.reverse()
    lost_words = tuple(edit.lost for edit in edits if edit.lost)
    added_words = tuple(edit.added for edit in edits if edit.added)
    return Difference(lost_words, added_words, count, start, end[1], tuple(edits))
