# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turning: how one or more repositories stand on the ambition ladder, as the wheel."""

from collections import Counter
from collections.abc import Sequence

from ospo.domain.wheel import AXES, LEVELS, Segment, State, Wheel
from ospo.engine.standing import Axis, Level, Standing


def wheel(repositories: Sequence[Sequence[Axis]]) -> Wheel:
    """The wheel over the axes of one or more repositories: a segment per axis and level of the ladder.

    A segment is met when every repository reaches the level; not met when something that the level cannot do without
    is disproved in one of them; left out when nothing of it has a meaning; otherwise unknown. A waiver is shown as not
    met: it says why, and changes no fact.
    """
    return Wheel(tuple(_segment(axis, level, repositories) for axis in AXES for level in LEVELS))


def _segment(axis: str, level: int, repositories: Sequence[Sequence[Axis]]) -> Segment:
    levels = [n for axes in repositories for a in axes if a.name == axis for n in a.levels if n.level == level]
    counts = Counter(s.standing for found in levels for s in found.stands)
    counted = sum(counts.values()) - counts[Standing.NOT_APPLICABLE]
    return Segment(axis, level, _state(levels, counted), counts[Standing.MET], counted)


def _state(levels: Sequence[Level], counted: int) -> State:
    if not counted:
        return State.ABSENT
    if not all(level.is_open for level in levels):
        return State.NOT_MET
    meaning = [level for level in levels if any(s.standing is not Standing.NOT_APPLICABLE for s in level.stands)]
    return State.MET if all(level.is_reached for level in meaning) else State.UNKNOWN
