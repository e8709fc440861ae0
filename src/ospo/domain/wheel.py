# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wheel: four quarters for the axes of the ambition ladder, three rings for its levels."""

from dataclasses import dataclass
from enum import StrEnum

AXES = ("transparant", "samen", "veilig", "efficient")
LEVELS = (1, 2, 3)


class State(StrEnum):
    """How a segment is drawn: filled, outlined, hatched, or left out."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Segment:
    """One level on one axis; `met` of `counted` findings are met."""

    axis: str
    level: int
    state: State
    met: int
    counted: int


@dataclass(frozen=True, slots=True)
class Wheel:
    """Twelve segments, axis by axis, from the inner ring outwards."""

    segments: tuple[Segment, ...]

    def at(self, axis: str, level: int) -> Segment:
        """The segment of an axis at a level."""
        return next(s for s in self.segments if (s.axis, s.level) == (axis, level))
