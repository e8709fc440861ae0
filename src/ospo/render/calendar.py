# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The events for calendars (iCalendar, RFC 5545) and for readers (Atom, RFC 4287)."""

import datetime
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ospo.domain.event import Event, Moment
from ospo.domain.language import Language
from ospo.domain.site import Kind, Output, Route
from ospo.engine import site as plan
from ospo.i18n import translator
from ospo.render.atom import Entry, feed

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

_CALENDAR = "text/calendar; charset=utf-8"


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """One calendar and one feed per language; none without events."""
    if not site.library.events:
        return
    for language in Language:
        yield Output(f"/{language}/events.ics", marks.shared, partial(_ics, site, language), _CALENDAR)
        feed_type = "application/atom+xml; charset=utf-8"
        yield Output(f"/{language}/events.xml", marks.shared, partial(_atom, site, language), feed_type)


def _ics(site: "Site", language: Language) -> bytes:
    """Every event of which the day is known; one of which only the month is known has no place in a calendar."""
    import icalendar

    say = translator(language)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//OSPO-NL//OSPO-NL//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("OSPO-NL: events"))
    for event in site.library.events.values():
        if event.start.is_month or (event.end and event.end.is_month):
            continue
        made = icalendar.Event()
        made.add("uid", f"{event.id}@ospo-nl")
        made.add("dtstamp", datetime.datetime.combine(event.source.read or site.today, datetime.time(), datetime.UTC))
        made.add("summary", event.title[language])
        made.add("description", event.summary[language])
        made.add("url", _address(site, event, language))
        made.add("dtstart", _when(event.start))
        if event.end:
            # a day that is the last one is given as the day after (RFC 5545, 3.6.1)
            last = _when(event.end)
            made.add("dtend", last if event.end.time else last + datetime.timedelta(days=1))
        if event.place:
            made.add("location", event.place[language])
        calendar.add_component(made)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _when(moment: Moment) -> datetime.date:
    if moment.time is None:
        return moment.day
    return datetime.datetime.combine(moment.day, moment.time, ZoneInfo(moment.zone))


def _atom(site: "Site", language: Language) -> bytes:
    say = translator(language)
    entries = [
        Entry(e.title[language], _address(site, e, language), e.source.read or site.today, e.summary[language])
        for e in site.library.events.values()
    ]
    home = site.absolute(plan.address(Route(Kind.EVENTS, "", language)))
    own = site.absolute(f"/{language}/events.xml")
    return feed(say("OSPO-NL: events"), home, own, language, entries)


def _address(site: "Site", event: Event, language: Language) -> str:
    return site.absolute(plan.address(Route(Kind.EVENT, event.id, language)))
