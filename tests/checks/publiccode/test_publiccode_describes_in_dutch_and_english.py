# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.publiccode.publiccode_describes_in_dutch_and_english import check
from ospo.domain.finding import Evidence, Outcome, Verdict, met, not_applicable, not_met
from snapshots import MemorySnapshot

PATH = "publiccode.yml"
LONG = "Met deze wijzer vind je de weg. " * 6
LONG_EN = "With this guide you find your way. " * 6


def described(tag: str, short: str = "Wijst de weg", long: str = "") -> str:
    return f'  {tag}:\n    shortDescription: "{short}"\n' + (f'    longDescription: "{long}"\n' if long else "")


def verdict(*parts: str, rest: str = "") -> Verdict:
    return check(MemorySnapshot({PATH: f"name: Wijzer\n{rest}description:\n" + "".join(parts)}))


def test_both_languages_are_met() -> None:
    found = verdict(described("nl", long=LONG), described("en", "Shows the way"))

    assert found == met("both", Evidence(PATH, 3), Evidence(PATH, 6), path=PATH)


@pytest.mark.parametrize("tags", [("nl-NL", "en-GB"), ("NL", "EN"), ("en", "nl")])
def test_region_case_and_order_do_not_matter(tags: tuple[str, str]) -> None:
    assert verdict(described(tags[0], long=LONG), described(tags[1], long=LONG_EN)).reason == "both"


def test_dutch_only_is_not_met() -> None:
    found = verdict(described("nl", long=LONG), described("de", "Zeigt den Weg"))

    assert found == not_met("one-missing", Evidence(PATH, 2), path=PATH, missing="en")


def test_english_only_is_not_met_for_an_organisation_in_the_netherlands() -> None:
    found = verdict(described("en", long=LONG), rest="landingURL: https://www.voorbeeld.nl/\n")

    assert (found.reason, found.values["missing"]) == ("one-missing", "nl")


def test_neither_is_not_met_for_an_organisation_in_the_netherlands() -> None:
    assert verdict(described("de"), rest="landingURL: https://www.voorbeeld.nl/\n").reason == "neither"


def test_of_others_dutch_is_not_asked() -> None:
    assert verdict(described("en", "Shows the way", LONG_EN)) == not_applicable("not-dutch")


@pytest.mark.parametrize(
    ("short", "long", "key"),
    [
        ("", LONG, "shortDescription"),
        ("x" * 151, LONG, "shortDescription"),
        ("x", "te kort", "longDescription"),
        ("x", "x" * 10_001, "longDescription"),
    ],
)
def test_a_text_that_does_not_fit_is_not_met(short: str, long: str, key: str) -> None:
    found = verdict(described("en", long=LONG_EN), described("nl", short, long))

    assert (found.outcome, found.reason) == (Outcome.NOT_MET, "misfit")
    assert (found.values["key"], found.values["language"]) == (key, "nl")


def test_the_bounds_themselves_fit() -> None:
    assert verdict(described("nl", "x" * 150, "y" * 150), described("en", long="z" * 10_000)).reason == "both"


def test_a_long_description_in_one_of_the_two_is_needed() -> None:
    assert verdict(described("nl"), described("en", "Shows the way")).reason == "no-long"


def test_one_text_twice_is_not_two_languages() -> None:
    assert verdict(described("nl", long=LONG_EN), described("en", long=LONG_EN)).reason == "same-text"
    assert verdict(described("nl", "Wijzer", LONG), described("en", "Wijzer")).reason == "both"


@pytest.mark.parametrize(
    "text", ["name: x\ndescription: Wijzer\n", "description: {nl: Wijzer}\n", "description: {1: {}}\n"]
)
def test_odd_shapes_end_in_a_verdict(text: str) -> None:
    assert check(MemorySnapshot({PATH: text})).outcome in (Outcome.NOT_APPLICABLE, Outcome.NOT_MET)


def test_without_a_readable_file_there_is_no_verdict() -> None:
    assert check(MemorySnapshot()) == not_applicable("no-publiccode")
    assert check(MemorySnapshot({PATH: "[\n"})) == not_applicable("no-keys", Evidence(PATH), path=PATH)
