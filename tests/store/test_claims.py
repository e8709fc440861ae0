# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources say comes back as it was put, and what they said before is kept."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading
from ospo.domain.register import Freshness, JoinRule, KnownFact, KnownOrganisation, Member, Value
from ospo.store.claims import Claims
from ospo.store.database import Database
from ospo.store.schema import readings
from ospo.store.upgrading import upgrade

DAY = datetime.date(2026, 11, 1)
ORIGIN = Origin("lijst", "https://voorbeeld.example/lijst.csv", "row 3", DAY, datetime.date(2025, 5, 1))
CLAIM = Claim("Gemeente Voorbeeld", Attribute.ACCOUNT, "https://github.com/voorbeeld", ORIGIN, Confidence.LISTED)
OTHER = replace(CLAIM, attribute=Attribute.NAME, value="Voorbeeld é", confidence=Confidence.DERIVED)
PASSED = Passed("row 4", PassedReason.NO_ACCOUNT, "3f")
READING = Reading("list", "", ORIGIN.url, DAY, ORIGIN.dated, (CLAIM, OTHER), (PASSED,))


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    upgrade(opened)
    yield opened
    opened.close()


def kept(database: Database) -> int:
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(readings)).scalar_one()


def test_readings_come_back_as_they_were_put(database: Database) -> None:
    other = replace(READING, kind="declared", name="https://github.com/voorbeeld", claims=(), passed=(), dated=None)

    Claims(database).put(READING)
    Claims(database).put(other)

    assert list(Claims(database).readings()) == [other, READING]


def test_a_reading_that_says_something_else_comes_in_the_place_of_the_earlier_one(database: Database) -> None:
    Claims(database).put(READING)
    later = replace(READING, claims=(OTHER,), read=DAY + datetime.timedelta(days=1))

    Claims(database).put(later)

    assert list(Claims(database).readings()) == [later]
    assert kept(database) == 2


def test_a_source_that_says_the_same_later_is_kept_once_with_the_later_day(database: Database) -> None:
    Claims(database).put(READING)
    day = DAY + datetime.timedelta(days=1)
    again = replace(c := CLAIM, origin=replace(c.origin, read=day)), replace(OTHER, origin=replace(ORIGIN, read=day))

    Claims(database).put(replace(READING, claims=again, read=day))

    assert list(Claims(database).readings()) == [replace(READING, claims=again, read=day)]
    assert kept(database) == 1


def test_organisations_come_in_the_place_of_those_before(database: Database) -> None:
    fact = KnownFact((Value("municipality", (CLAIM,), 0.5, Freshness.FRESH),), is_conflict=False)
    one = KnownOrganisation("voorbeeld", "Voorbeeld", (Member("lijst", "x", JoinRule.FIRST),), {Attribute.KIND: fact})
    claims = Claims(database)
    claims.put_organisations([one, replace(one, id="weg")], {})

    claims.put_organisations([one], {})

    assert list(claims.organisations()) == [one]
