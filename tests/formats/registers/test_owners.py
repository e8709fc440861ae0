# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The importers of files in which an owner speaks of itself: openCatalogi.yaml, publiccode.yml and ospo.yml."""

import datetime

import pytest

from claim_files import read, said
from ospo.domain.claim import Attribute, Confidence, PassedReason, Reading
from ospo.formats import importers

CATALOGUE = """name: Gemeente Voorbeeld
website: https://voorbeeld.example
contact:
  email: dev-one@voorbeeld.example
  phone: "+31201234567"
softwareOwned:
  - https://github.com/Gemeente-Voorbeeld/kaart
  - https://github.com/gemeente-voorbeeld
"""
HOLDER = "https://github.com/Gemeente-Voorbeeld/.github"
ACCOUNT = "https://github.com/gemeente-voorbeeld"
OSPO = """made: 2026-11-26
organisation:
  name: Gemeente Voorbeeld
  kind: municipality
  ids:
    oin: "00000001234567890000"
ospo:
  exists: yes
  since: 2024-05
  line: second
  mailbox: opensource@voorbeeld.nl
  services: [Advies over licenties]
accounts:
  - https://github.com/Gemeente-Voorbeeld
  - https://gitlab.com/voorbeeld
suppliers:
  - name: Bouwer BV
collaborations:
  - name: Samen Voorbeeld
"""


def test_open_catalogi_speaks_for_the_account_it_stands_in_and_contact_data_is_left_out() -> None:
    reading = read("open-catalogi", CATALOGUE, holder=HOLDER)

    assert {claim.subject for claim in reading.claims} == {ACCOUNT}
    assert {claim.confidence for claim in reading.claims} == {Confidence.DECLARED}
    assert said(reading, Attribute.ACCOUNT) == [(ACCOUNT, ACCOUNT)]
    assert said(reading, Attribute.REPOSITORY) == [(ACCOUNT, f"{ACCOUNT}/kaart")]
    assert "@" not in repr(reading.claims)
    assert "+31" not in repr(reading)


def test_without_the_place_it_stood_in_a_file_is_but_a_list() -> None:
    reading = read("open-catalogi", CATALOGUE, path="openCatalogi.yaml")

    assert {claim.subject for claim in reading.claims} == {"Gemeente Voorbeeld"}
    assert {claim.confidence for claim in reading.claims} == {Confidence.LISTED}
    assert said(reading, Attribute.ACCOUNT) == []


@pytest.mark.parametrize(
    ("path", "holder"),
    [("ospo.yml", "https://github.com/gemeente-voorbeeld/kaart"), ("docs/ospo.yml", HOLDER), ("ospo.yml", "")],
)
def test_a_declaration_anywhere_else_speaks_for_no_account(path: str, holder: str) -> None:
    reading = read("ospo-yml", OSPO, path=path, holder=holder)

    assert {claim.confidence for claim in reading.claims} == {Confidence.LISTED}
    assert {claim.subject for claim in reading.claims} == {"Gemeente Voorbeeld"}


def publiccode(uri: str) -> Reading:
    text = f"url: http://github.com/Voorbeeld/kaart.git\norganisation:\n  name: V\n  uri: {uri}\n"
    return read("publiccode", text, holder="https://github.com/voorbeeld/kaart")


@pytest.mark.parametrize(
    ("uri", "attribute", "value"),
    [
        (
            "http://identifier.overheid.nl/tooi/id/gemeente/gm0000",
            Attribute.TOOI,
            "https://identifier.overheid.nl/tooi/id/gemeente/gm0000",
        ),
        ("urn:nl-oin:00000001234567890000", Attribute.OIN, "00000001234567890000"),
        ("https://organisaties.overheid.nl/123/Gemeente_Voorbeeld", Attribute.ROO, "123"),
        ("https://www.voorbeeld.nl", Attribute.WEBSITE, "https://www.voorbeeld.nl"),
    ],
)
def test_publiccode_names_its_organisation_by_whatever_register_the_address_is_of(
    uri: str, attribute: Attribute, value: str
) -> None:
    assert said(publiccode(uri), attribute) == [(uri, value)]


def test_that_an_account_is_of_the_organisation_of_one_repository_is_derived() -> None:
    found = {claim.attribute: claim for claim in publiccode("https://www.voorbeeld.nl").claims}

    assert found[Attribute.REPOSITORY].confidence is Confidence.DECLARED
    assert found[Attribute.ACCOUNT].confidence is Confidence.DERIVED
    assert found[Attribute.ACCOUNT].value == "https://github.com/voorbeeld"


def test_publiccode_without_an_organisation_says_nothing_about_one() -> None:
    reading = read("publiccode", "name: Kaart\n", holder="https://github.com/voorbeeld/kaart")

    assert (reading.claims, [p.reason for p in reading.passed]) == ((), [PassedReason.NO_SUBJECT])


def test_ospo_yml_gives_every_fact_with_its_line_and_the_date_of_the_declaration() -> None:
    reading = read("ospo-yml", OSPO, holder=HOLDER)
    values = {(claim.attribute, claim.value) for claim in reading.claims}

    assert reading.passed == ()
    assert values >= {
        (Attribute.HAS_OSPO, "yes"),
        (Attribute.OSPO_SINCE, "2024-05"),
        (Attribute.OSPO_LINE, "second"),
        (Attribute.OSPO_MAILBOX, "opensource@voorbeeld.nl"),
        (Attribute.OSPO_SERVICE, "Advies over licenties"),
        (Attribute.OIN, "00000001234567890000"),
        (Attribute.SUPPLIER, "Bouwer BV"),
        (Attribute.MEMBER_OF, "Samen Voorbeeld"),
        (Attribute.ACCOUNT, "https://gitlab.com/voorbeeld"),
    }
    since = next(claim for claim in reading.claims if claim.attribute is Attribute.OSPO_SINCE)
    assert (since.origin.place, since.origin.dated) == ("L9", datetime.date(2026, 11, 26))
    assert {claim.subject for claim in reading.claims} == {ACCOUNT}


def test_a_wrong_part_of_ospo_yml_does_not_count_and_the_rest_does() -> None:
    reading = read("ospo-yml", OSPO.replace("opensource@", "dev-one@"), holder=HOLDER)

    assert said(reading, Attribute.OSPO_MAILBOX) == []
    assert len(said(reading, Attribute.OSPO_LINE)) == 1
    assert [(p.place, p.reason) for p in reading.passed] == [("L11", PassedReason.UNREADABLE)]


def test_the_file_of_a_repository_is_not_taken_for_that_of_an_organisation() -> None:
    assert importers.recognise("ospo.yml", OSPO) == "ospo-yml"
    assert importers.recognise("docs/ospo.yml", OSPO) == "ospo-yml"
    assert importers.recognise(".ospo.yml", OSPO) is None
