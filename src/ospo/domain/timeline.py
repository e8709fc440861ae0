# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A timeline: what the checks say of the same repository at moments in its past."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ospo.domain.finding import ScanReport


class Interval(StrEnum):
    """How far apart the moments are."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Point:
    """One moment: the commit that was the newest then, scanned as if it were that day."""

    moment: date
    report: ScanReport


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments from old to new at which the repository existed; the last one is the day of the scan."""

    label: str
    repository: str | None
    points: tuple[Point, ...]
