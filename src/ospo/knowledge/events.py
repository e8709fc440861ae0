# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The events, from content/events."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ospo.domain.event import Event, Moment
from ospo.domain.identifier import EventId, PracticeId
from ospo.errors import Problem
from ospo.knowledge import schema
from ospo.knowledge.parts import both, same_name, source
from ospo.knowledge.reading import Reader

_MOMENT = re.compile(r"(\d{4}-\d\d)(-\d\d)?(?:T(\d\d:\d\d))?")


def events(reader: Reader) -> Iterator[Event]:
    """Every event, the newest first."""
    found = [e for path in reader.files("events", ".yaml") for e in reader.nouns(Event, (path,), _event)]
    yield from sorted(found, key=lambda event: (event.start.day, event.id), reverse=True)


def _event(path: Path, reader: Reader) -> Event | None:
    values: schema.EventFile | None = reader.data(path, schema.EventFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    start = _moment(values.start, values.timezone)
    end = _moment(values.end, values.timezone) if values.end else None
    problem = _problem(values, start, end)
    if start is None or problem:
        reader.problems.append(Problem(reader.name(path), None, problem or _NO_MOMENT, {"text": values.start}))
        return None
    return Event(
        id=EventId(values.id),
        title=both(values.title),
        series=values.series,
        start=start,
        end=end,
        place=both(values.place) if values.place else None,
        is_online=values.online,
        languages=values.languages,
        organiser=values.organiser,
        summary=both(values.summary),
        url=values.url,
        source=source(values.source),
        status=values.status,
        practices=tuple(map(PracticeId, values.practices)),
        notes_url=values.notes.url if values.notes else "",
        notes=both(values.notes.text) if values.notes and values.notes.text else None,
    )


_NO_MOMENT = "has the start or end '{text}': write 2026-12, 2026-12-15 or 2026-12-15T14:00"


def _problem(values: schema.EventFile, start: Moment | None, end: Moment | None) -> str:
    if start is None or (values.end and end is None):
        return _NO_MOMENT
    if end is not None and (end.last_day, end.time or datetime.time.max) < (start.day, start.time or datetime.time.min):
        return "ends before it begins"
    if end is not None and (start.time is None) is not (end.time is None):
        return "has a time at one end only: give both ends a time, or neither"
    if values.place is None and not values.online:
        return "has no place: name one, or say `online: true`"
    try:
        ZoneInfo(values.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return "has a time zone that does not exist: write one such as Europe/Amsterdam"
    return ""


def _moment(text: str, zone: str) -> Moment | None:
    """A month, a day or a time."""
    match = _MOMENT.fullmatch(text)
    if match is None or (match[3] and not match[2]):
        return None
    try:
        day = datetime.date.fromisoformat(match[1] + (match[2] or "-01"))
        time = datetime.time.fromisoformat(match[3]) if match[3] else None
    except ValueError:
        return None
    return Moment(day, is_month=match[2] is None, time=time, zone=zone if time else "")
