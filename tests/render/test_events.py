# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events on the site, in calendars and in feed readers."""

import datetime
from pathlib import Path

import icalendar
import pytest

import knowledge_base
import sites
from html_pages import read
from knowledge_base import KnowledgeBase
from ospo.render.html import Site


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def shown(site: Site, path: str) -> str:
    found = site.page(path)
    assert found is not None, path
    return read(found.content).text


def test_what_comes_stands_before_what_was(base: KnowledgeBase) -> None:
    text = shown(sites.fictional(base.path), "/nl/events/")

    places = [text.index(words) for words in ("Wat er komt", "Werkdag", "Wat er was", "De eerste keer")]
    assert places == sorted(places)
    assert "1 december 2026, 14:00 (Europe/Amsterdam)" in text
    assert "januari 2023" in text


def test_an_event_that_is_over_shows_its_notes_or_asks_for_them(base: KnowledgeBase) -> None:
    path = "/en/events/eerste-keer/"
    assert "The notes are not in yet" in shown(sites.fictional(base.path), path)
    assert "What came out of it" not in shown(sites.fictional(base.path), "/en/events/werkdag-2026/")

    notes = "notes: {text: {nl: We begonnen., en: We began.}}"
    base.change("events/eerste-keer.yaml", "status: unverified", f"status: unverified\n{notes}")
    text = shown(sites.fictional(base.path), path)
    assert "We began." in text
    assert "The notes are not in yet" not in text
    assert "not verified" in text


def test_a_calendar_holds_what_has_a_day_in_its_own_time_zone(base: KnowledgeBase) -> None:
    base.change("events/werkdag-2026.yaml", '"2026-12-01T17:00"', '"2026-12-02T17:00"')
    files = {f.path: f for f in sites.fictional(base.path, address=sites.ADDRESS).static_files()}
    calendar = icalendar.Calendar.from_ical(files["/en/events.ics"].content)

    (event,) = calendar.events
    assert str(event["summary"]) == "Working day"
    assert str(event["description"]) == "Working together; and food, too."
    assert event.start.isoformat() == "2026-12-01T14:00:00+01:00"
    assert event.end.isoformat() == "2026-12-02T17:00:00+01:00"
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/Amsterdam"]
    assert str(event["url"]) == f"{sites.ADDRESS}/en/events/werkdag-2026/"


def test_the_last_day_of_a_whole_day_counts(base: KnowledgeBase) -> None:
    base.change("events/werkdag-2026.yaml", '"2026-12-01T14:00"', '"2026-12-01"')
    base.change("events/werkdag-2026.yaml", '"2026-12-01T17:00"', '"2026-12-02"')
    files = {f.path: f for f in sites.fictional(base.path).static_files()}

    (event,) = icalendar.Calendar.from_ical(files["/nl/events.ics"].content).events

    assert (event.start, event.end) == (datetime.date(2026, 12, 1), datetime.date(2026, 12, 3))


def test_without_events_there_is_no_page_no_calendar_and_no_link(base: KnowledgeBase) -> None:
    base.remove("events/werkdag-2026.yaml")
    base.remove("events/eerste-keer.yaml")
    site = sites.fictional(base.path)

    assert site.page("/nl/events/") is None
    assert not [f.path for f in site.static_files() if "events" in f.path]
    assert "Agenda" not in shown(site, "/nl/")
