# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.publiccode.publiccode_organisation_is_registered import check
from ospo.domain.finding import Evidence, Verdict, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

PATH = "publiccode.yml"
TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm0000"
DUTCH = "landingURL: https://www.voorbeeld.nl/\n"


def verdict(uri: str, rest: str = "") -> Verdict:
    return check(MemorySnapshot({PATH: f'organisation:\n  name: Voorbeeld\n  uri: "{uri}"\n{rest}'}))


@pytest.mark.parametrize(
    "uri", [TOOI, "urn:nl:oin:00000001002003004000", "https://organisaties.overheid.nl/1/Voorbeeld"]
)
def test_the_right_shape_still_needs_somebody_to_look(uri: str) -> None:
    assert verdict(uri) == unknown("looks-right", Evidence(PATH, 3), path=PATH, uri=uri)


@pytest.mark.parametrize(
    "uri", ["https://identifier.overheid.nl/tooi/id/gemeente", "https://organisaties.overheid.nl/"]
)
def test_the_register_without_a_record_is_not_met(uri: str) -> None:
    assert verdict(uri) == not_met("no-record", Evidence(PATH, 3), path=PATH, uri=uri)


def test_an_address_of_its_own_is_unknown() -> None:
    uri = "https://www.voorbeeld.nl/"

    assert verdict(uri) == unknown("own-address", Evidence(PATH, 3), path=PATH, uri=uri)
    assert verdict("https://voorbeeld.example/", DUTCH).reason == "own-address"


def test_without_an_identifier_it_is_unknown() -> None:
    assert check(MemorySnapshot({PATH: DUTCH})) == unknown("no-uri", Evidence(PATH), path=PATH)
    assert verdict("", DUTCH) == unknown("no-uri", Evidence(PATH, 3), path=PATH)


@pytest.mark.parametrize("organisation", ["Voorbeeld", "[x]", "{uri: 3}", "{uri: [x]}"])
def test_odd_shapes_are_no_identifier(organisation: str) -> None:
    assert check(MemorySnapshot({PATH: f"organisation: {organisation}\n{DUTCH}"})).reason == "no-uri"


def test_others_are_not_asked() -> None:
    assert verdict("https://voorbeeld.example/") == not_applicable("not-dutch")
    assert check(MemorySnapshot({PATH: "name: x\n"})) == not_applicable("not-dutch")
    assert verdict("urn:x-italian-pa:pcm").reason == "other-country"


def test_without_a_readable_file_there_is_no_verdict() -> None:
    assert check(MemorySnapshot()) == not_applicable("no-publiccode")
    assert check(MemorySnapshot({PATH: "[\n"})) == not_applicable("no-keys", Evidence(PATH), path=PATH)
