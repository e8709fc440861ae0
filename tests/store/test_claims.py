# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources say comes back as it was put, and what they said before is kept."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import func, select

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading
from ospo.domain.register import Freshness, JoinRule, KnownFact, KnownOrganisation, Member, Value
from ospo.store.claims import Claims
from ospo.store.database import Database
from ospo.store.schema import organisations, readings

DAY = datetime.date(2026, 11, 1)
ORIGIN = Origin("lijst", "https://voorbeeld.example/lijst.csv", "row 3", DAY, datetime.date(2025, 5, 1))
CLAIM = Claim("Gemeente Voorbeeld", Attribute.ACCOUNT, "https://github.com/voorbeeld", ORIGIN, Confidence.LISTED)
OTHER = replace(CLAIM, attribute=Attribute.NAME, value="Voorbeeld é", confidence=Confidence.DERIVED)
PASSED = Passed("row 4", PassedReason.NO_ACCOUNT, "3f")
READING = Reading("list", "", ORIGIN.url, DAY, ORIGIN.dated, (CLAIM, OTHER), (PASSED,))


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


def test_a_claim_by_hand_comes_beside_those_of_the_same_source(database: Database) -> None:
    Claims(database).add(replace(READING, claims=(CLAIM,)))
    later = replace(CLAIM, origin=replace(ORIGIN, dated=DAY))

    Claims(database).add(replace(READING, claims=(OTHER,)))
    Claims(database).add(replace(READING, claims=(later,)))

    assert [r.claims for r in Claims(database).readings()] == [(OTHER, later)]


def test_what_is_taken_back_counts_no_longer_and_is_kept(database: Database) -> None:
    Claims(database).put(READING)

    assert Claims(database).take_back(READING.key, lambda c: c.attribute is Attribute.ACCOUNT, DAY) == 1
    assert Claims(database).take_back("geen bron", lambda _: True, DAY) == 0

    assert [r.claims for r in Claims(database).readings()] == [(OTHER,)]
    assert kept(database) == 2


def test_what_a_database_refuses_is_left_out_of_places(database: Database) -> None:
    odd = replace(CLAIM, origin=replace(ORIGIN, place="map\udcff/bestand\0", url="https://voorbeeld.example/\udcff"))

    Claims(database).put(replace(READING, claims=(odd,), passed=(replace(PASSED, place="L\udcff"),)))

    [found] = Claims(database).readings()
    assert (found.claims[0].origin.place, found.passed[0].place) == ("map?/bestand", "L?")


def test_the_tooi_of_an_organisation_can_be_asked_for(database: Database) -> None:
    tooi = KnownFact((Value("https://identifier.overheid.nl/x", (CLAIM,), 0.5, Freshness.FRESH),), is_conflict=False)
    one = KnownOrganisation("voorbeeld", "Voorbeeld", (), {Attribute.TOOI: tooi})
    Claims(database).put_organisations([one, KnownOrganisation("ander", "Ander", (), {})], {})

    with database.reading() as connection:
        found = connection.execute(select(organisations.c.id, organisations.c.tooi).order_by(organisations.c.id)).all()

    assert [tuple(row) for row in found] == [("ander", ""), ("voorbeeld", "https://identifier.overheid.nl/x")]


def test_several_who_import_at_once_wait_for_each_other(database: Database) -> None:
    one = KnownOrganisation("voorbeeld", "Voorbeeld", (), {})

    def take_in(number: int) -> None:
        Claims(database).put(READING)
        Claims(database).add(replace(READING, claims=(replace(CLAIM, value=f"https://github.com/{number}"),)))
        Claims(database).put_organisations([one], {f"https://github.com/{n}": "voorbeeld" for n in range(5)})

    with ThreadPoolExecutor(4) as importers:
        list(importers.map(take_in, range(8)))

    assert kept(database) > 1
    assert len(list(Claims(database).readings())) == 1
    assert list(Claims(database).organisations()) == [one]
