# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events: meetings of the community and of others, each with where its notes are."""

import datetime
from dataclasses import dataclass

from ospo.domain.identifier import EventId, PracticeId
from ospo.domain.language import Translated
from ospo.domain.page import FactStatus
from ospo.domain.source import Source


@dataclass(frozen=True, slots=True)
class Moment:
    """When something begins or ends, as far as is known: a month, a day, or a time on the clock of a place.

    `day` is the first of the month when only the month is known; `time` and `zone` go together.
    """

    day: datetime.date
    is_month: bool = False
    time: datetime.time | None = None
    zone: str = ""

    @property
    def last_day(self) -> datetime.date:
        """The last day it can be."""
        if not self.is_month:
            return self.day
        return (self.day + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `notes_url` and `notes` are empty until its notes are in: until then it is not finished."""

    id: EventId
    title: Translated
    series: str
    start: Moment
    end: Moment | None
    place: Translated | None  # none when it is only online
    is_online: bool
    languages: tuple[str, ...]
    organiser: str
    summary: Translated
    url: str
    source: Source
    status: FactStatus
    practices: tuple[PracticeId, ...]
    notes_url: str = ""
    notes: Translated | None = None

    @property
    def last_day(self) -> datetime.date:
        """The last day it can be going on."""
        return (self.end or self.start).last_day

    @property
    def has_notes(self) -> bool:
        """Whether there is anything to read about what was said."""
        return bool(self.notes_url or self.notes)
