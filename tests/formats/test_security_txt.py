# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from ospo.domain.snapshot import Entry, Kind
from ospo.formats.security_txt import Flaw, SecurityTxt, locate, parse, policy_line

CONTACT = "Contact: mailto:security@voorbeeld.example\n"
EXPIRES = "Expires: 2027-04-10T00:00:00Z\n"
VALID = SecurityTxt(datetime(2027, 4, 10, tzinfo=UTC), 2, contact_line=1)


def located(*entries: Entry) -> list[str]:
    return [entry.path for entry in locate(entries)]


def test_the_well_known_folder_goes_first_and_the_rest_is_left() -> None:
    assert located(
        Entry("docker/integration-tests/www/well-known/security.txt"),
        Entry("docs/security.txt"),
        Entry("public/.well-known/security.txt"),
        Entry("security.txt"),
        Entry(".well-known/security.txt"),
        Entry("x/.well-known/security.txt", Kind.SUBMODULE),
    ) == ["security.txt", ".well-known/security.txt", "public/.well-known/security.txt"]


def test_a_file_goes_before_a_symlink() -> None:
    assert located(Entry("security.txt", Kind.SYMLINK), Entry("docs/.well-known/security.txt")) == [
        "docs/.well-known/security.txt",
        "security.txt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        CONTACT + EXPIRES,
        CONTACT + "expires: 2027-04-10t02:00:00.5+02:00".replace(".5", "") + "\n",
        "Contact: https://voorbeeld.example/cvd\n" + EXPIRES + "# comment\nPreferred-Languages: nl, en\nHiring: x\n",
        "Contact: tel:+31-70-000-0000\nExpires:2027-04-10T00:00:00Z",
    ],
)
def test_the_two_required_fields_are_enough(text: str) -> None:
    assert parse(text) == VALID


def test_a_signature_around_it_is_passed_over() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n- # dashed\nContact: security\n- "
        + CONTACT
        + EXPIRES
        + "-----BEGIN PGP SIGNATURE-----\n\nExpires: no\n-----END PGP SIGNATURE-----\n"
    )

    assert parse(text) == SecurityTxt(datetime(2027, 4, 10, tzinfo=UTC), 7, contact_line=6)


@pytest.mark.parametrize(
    ("text", "flaw", "line"),
    [
        ("<!DOCTYPE html>\n<meta http-equiv=refresh>", Flaw.NOT_TEXT, 1),
        (EXPIRES, Flaw.NO_CONTACT, None),
        ("", Flaw.NO_CONTACT, None),
        ("Contact: security@voorbeeld.example\n" + EXPIRES, Flaw.BAD_CONTACT, 1),
        ("Contact: http://voorbeeld.example/cvd\n" + EXPIRES, Flaw.BAD_CONTACT, 1),
        ("Contact:\n" + EXPIRES, Flaw.BAD_CONTACT, 1),
        (CONTACT, Flaw.NO_EXPIRES, None),
        (CONTACT + EXPIRES + EXPIRES, Flaw.SEVERAL_EXPIRES, 3),
        (CONTACT + "Expires: 2027-04-10", Flaw.BAD_EXPIRES, 2),
        (CONTACT + "Expires: Thu, 31 Dec 2026 18:37:07 -0800", Flaw.BAD_EXPIRES, 2),
        (CONTACT + "Expires: 2027-13-10T00:00:00Z", Flaw.BAD_EXPIRES, 2),
        (CONTACT + "Expires: 0001-01-01T00:00:00+14:00", Flaw.BAD_EXPIRES, 2),
    ],
)
def test_a_flaw_is_named_with_its_line(text: str, flaw: Flaw, line: int | None) -> None:
    found = parse(text)

    assert (found.flaw, found.line, found.expires) == (flaw, line, None)


def test_one_usable_contact_is_enough() -> None:
    assert parse("Contact: iedereen\n" + CONTACT + EXPIRES).contact_line == 2


def test_values_that_a_build_fills_in_are_open() -> None:
    assert parse(CONTACT + "Expires: {{ expires }}").is_open


def test_the_address_of_the_rules_for_reporting_is_found() -> None:
    text = (
        "Contact: mailto:a@voorbeeld.example\nPolicy: http://voorbeeld.example\nPolicy: https://voorbeeld.example/cvd\n"
    )

    assert policy_line(text) == 3
    assert policy_line("Contact: mailto:a@voorbeeld.example\n") is None
