# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a page or a fact is due for a fresh look, and when a translation is behind."""

import dataclasses
import datetime
from pathlib import Path

import pytest

import knowledge_base
from ospo.domain.identifier import FactId, PageId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import ObservedRepository
from ospo.domain.practice import Text
from ospo.engine import drift, freshness

TEXT = Text("Titel", "Vraag?", "De tekst\nvan de bladzijde.\n", "practices/x.nl.md", 3)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return knowledge_base.make(tmp_path).load()


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        ((2026, 1, 15), 6, (2026, 7, 15)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2027, 8, 31), 6, (2028, 2, 29)),
        ((2026, 11, 23), 12, (2027, 11, 23)),
        ((2026, 12, 1), 1, (2027, 1, 1)),
        ((2026, 1, 31), 99, (2034, 4, 30)),
    ],
)
def test_a_page_is_due_so_many_months_after_its_last_review(
    library: Library, reviewed: tuple[int, int, int], months: int, due: tuple[int, int, int]
) -> None:
    page = dataclasses.replace(library.pages[PageId("over")], reviewed=datetime.date(*reviewed), review_months=months)

    assert freshness.due(page) == datetime.date(*due)
    assert not freshness.is_due(page, datetime.date(*due) - datetime.timedelta(1))
    assert freshness.is_due(page, datetime.date(*due))


def test_a_fact_needs_a_check_from_its_date_on_and_never_without_one(library: Library) -> None:
    dated, undated = library.facts[FactId("voorbeeld-besluit")], library.facts[FactId("geschat-aantal")]

    assert not freshness.needs_check(dated, datetime.date(2027, 4, 30))
    assert freshness.needs_check(dated, datetime.date(2027, 5, 1))
    assert not freshness.needs_check(undated, datetime.date(2999, 1, 1))


def test_the_translations_of_the_fictional_base_are_up_to_date(library: Library) -> None:
    for practice in library.practices.values():
        assert not drift.is_behind(practice.texts[Language.EN], practice.texts[Language.NL])


@pytest.mark.parametrize("field", ["title", "question", "body"])
def test_a_translation_is_behind_when_any_word_of_the_original_changed(library: Library, field: str) -> None:
    texts = library.practices[PracticeId("open-werken")].texts
    changed = dataclasses.replace(texts[Language.NL], **{field: "Anders"})  # type: ignore[arg-type] - one of three texts

    assert drift.is_behind(texts[Language.EN], changed)


def test_breaking_lines_elsewhere_does_not_put_a_translation_behind(library: Library) -> None:
    texts = library.practices[PracticeId("open-werken")].texts
    original = texts[Language.NL]
    reflowed = dataclasses.replace(original, body=original.body.replace(" ", "\n"), body_line=99, path="elders.md")

    assert not drift.is_behind(texts[Language.EN], reflowed)


def test_a_copy_is_old_after_a_year() -> None:
    moment = datetime.datetime(2025, 11, 23, 12, tzinfo=datetime.UTC)
    seen = ObservedRepository("https://github.com/voorbeeld/loket", "c" * 40, moment, moment, ())

    assert not freshness.is_old(seen, datetime.date(2026, 11, 23))
    assert freshness.is_old(seen, datetime.date(2026, 11, 24))
    later = dataclasses.replace(seen, fetched=moment + datetime.timedelta(days=30))
    assert (later.as_of.isoformat(), freshness.is_old(later, datetime.date(2026, 11, 24))) == ("2025-12-23", False)
