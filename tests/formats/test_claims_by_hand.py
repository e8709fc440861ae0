# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody types is looked at as in a list: a good value is a claim, another one is told."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.claim import Attribute, Confidence, Reading, SourceFile
from ospo.errors import OspoError, ParseError
from ospo.formats.claims_by_hand import read

DAY = datetime.date(2026, 11, 1)
FILE = SourceFile("", "", DAY, "https://voorbeeld.example/brief", datetime.date(2026, 10, 1))


def said(*given_: str) -> Reading:
    return read("Gemeente Voorbeeld", given_, "brief", FILE)


def test_every_claim_has_its_source_and_date() -> None:
    reading = said("https://github.com/Voorbeeld/kaart", "kind=municipality", "country=NL")

    assert {(c.attribute, c.value) for c in reading.claims} == {
        (Attribute.NAME, "Gemeente Voorbeeld"),
        (Attribute.ACCOUNT, "https://github.com/voorbeeld"),
        (Attribute.KIND, "municipality"),
        (Attribute.COUNTRY, "NL"),
    }
    assert {(c.origin.name, c.origin.url, c.origin.dated, c.confidence) for c in reading.claims} == {
        ("brief", FILE.url, FILE.dated, Confidence.LISTED)
    }


@pytest.mark.parametrize(
    "text",
    [
        "account=https://codeberg.org/voorbeeld",
        "forge=https://gitlab.voorbeeld.example",
        "repository=https://github.com/voorbeeld/kaart",
        "website=https://www.voorbeeld.example/",
        "tooi=https://identifier.overheid.nl/tooi/id/gemeente/gm0014",
        "oin=00000001234567890000",
        "kvk=12345678",
        "has-ospo=yes",
        "ospo-since=2025-03",
        "ospo-mailbox=ospo@voorbeeld.nl",
        "valid-until=2026-01-01",
        "predecessor=Gemeente Eerder",
    ],
)
def test_a_good_value_is_a_claim(text: str) -> None:
    assert len(said(text).claims) == 2


@pytest.mark.parametrize(
    "text",
    [
        "account=geen adres",
        "https://www.voorbeeld.example",
        "kind=koninkrijk",
        "country=nl",
        "website=ftp://voorbeeld.example",
        "website=https://iemand:geheim@voorbeeld.example",
        "policy",
        "tooi=https://voorbeeld.example/gm0014",
        "oin=123",
        "kvk=1234567x",
        "has-ospo=soms",
        "ospo-since=morgen",
        "ospo-mailbox=jan.jansen@voorbeeld.nl",
        "repository=https://github.com/voorbeeld",
        "name=",
    ],
)
def test_another_value_is_told(text: str) -> None:
    with pytest.raises(ParseError):
        said(text)


def test_what_cannot_be_said_of_an_organisation_is_told_with_what_can() -> None:
    with pytest.raises(ParseError, match="website"):
        said("colour=red")


@pytest.mark.parametrize(("name", "source"), [("", "brief"), ("Gemeente Voorbeeld", ""), ("\u200b", "brief")])
def test_who_and_by_whom_must_be_named(name: str, source: str) -> None:
    with pytest.raises(ParseError):
        read(name, [], source, FILE)


@given(st.text(max_size=40), st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(name: str, text: str) -> None:
    try:
        reading = read(name, [text], "brief", FILE)
    except OspoError:
        return
    assert reading.claims
