# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events: moments as far as they are known, and nothing that cannot be."""

import datetime

import pytest

from knowledge_base import KnowledgeBase
from ospo.domain.event import Moment
from ospo.domain.language import Language
from ospo.engine import editing, integrity
from ospo.errors import ContentError

EVENT = "events/werkdag-2026.yaml"


def test_events_come_newest_first_with_their_moments(base: KnowledgeBase) -> None:
    new, old = base.load().events.values()

    assert new.start == Moment(datetime.date(2026, 12, 1), time=datetime.time(14), zone="Europe/Amsterdam")
    assert (old.start, old.end) == (Moment(datetime.date(2023, 1, 1), is_month=True), None)
    assert old.last_day == datetime.date(2023, 1, 31)
    assert new.last_day == datetime.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("month", "last"), [("2024-02", (2024, 2, 29)), ("2026-12", (2026, 12, 31)), ("2025-04", (2025, 4, 30))]
)
def test_a_month_lasts_until_its_last_day(month: str, last: tuple[int, int, int], base: KnowledgeBase) -> None:
    base.change("events/eerste-keer.yaml", '"2023-01"', f'"{month}"')

    (event,) = (e for e in base.load().events.values() if e.id == "eerste-keer")

    assert event.last_day == datetime.date(*last)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("2026-12-01T14:00", "1 december", "has the start or end '1 december': write 2026-12"),
        ("2026-12-01T14:00", "2026-13", "has the start or end '2026-13'"),
        ("2026-12-01T14:00", "2026-02-30", "has the start or end '2026-02-30'"),
        ("2026-12-01T14:00", "2026-12T14:00", "has the start or end '2026-12T14:00'"),
        ("2026-12-01T17:00", "later", "has the start or end"),
        ("2026-12-01T17:00", "2026-12-01T13:00", "ends before it begins"),
        ("2026-12-01T17:00", "2026-11-30", "ends before it begins"),
        ("2026-12-01T17:00", "2026-12-02", "has a time at one end only"),
        ("2026-12-01T14:00", "2026-11-30", "has a time at one end only"),
        ("online: true", "timezone: Mars/Olympus", "has a time zone that does not exist"),
        ("online: true", "timezone: ../../etc/passwd", "has a time zone that does not exist"),
        ("id: werkdag-2026", "id: werkdag", "has the id 'werkdag' but the file is called 'werkdag-2026'"),
        ("languages: [nl]", "languages: []", "'languages' must name at least one"),
    ],
)
def test_what_cannot_be_is_named(old: str, new: str, problem: str, base: KnowledgeBase) -> None:
    base.change(EVENT, old, new)

    with pytest.raises(ContentError) as caught:
        base.load()

    assert any(problem in str(found) and EVENT in str(found) for found in caught.value.problems)


def test_an_event_is_somewhere_or_online(base: KnowledgeBase) -> None:
    base.change("events/eerste-keer.yaml", "place: {nl: Voorbeeldstad, en: Voorbeeldstad}\n", "")

    with pytest.raises(ContentError) as caught:
        base.load()

    assert [str(p) for p in caught.value.problems] == [
        "events/eerste-keer.yaml: has no place: name one, or say `online: true`"
    ]


def test_a_practice_that_an_event_names_must_exist(base: KnowledgeBase) -> None:
    base.change(EVENT, "[open-werken]", "[open-dromen]")

    found = integrity.problems(base.load(), ["has-licence-file", "readme-explains-the-project"])

    assert [p.path for p in found if "open-dromen" in str(p)] == [EVENT]


def test_an_event_that_is_over_asks_for_its_notes(base: KnowledgeBase) -> None:
    def asked(day: datetime.date) -> list[str]:
        tasks = editing.tasks(base.load(), day, Language.NL)
        return [task.path for task in tasks if task.kind is editing.TaskKind.WRITE_NOTES]

    assert asked(datetime.date(2026, 12, 1)) == ["events/eerste-keer.yaml"]
    assert asked(datetime.date(2026, 12, 2)) == ["events/eerste-keer.yaml", EVENT]
    base.change(
        "events/eerste-keer.yaml", "status: unverified", 'status: unverified\nnotes: {url: "https://x.example/"}'
    )
    assert asked(datetime.date(2026, 12, 1)) == []
