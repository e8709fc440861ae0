# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import licence_samples
from ospo.checks.licence.licence_claims_agree import check
from ospo.domain.finding import Evidence, Outcome, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

EUPL = licence_samples.eupl_nl()
UNKNOWN = "Wij behouden ons alle rechten voor op dit werk. " * 60


def verdict(**files: str) -> Verdict:
    return check(MemorySnapshot(files))


def npm(licence: str) -> str:
    return f'{{\n  "license": "{licence}"\n}}'


def test_places_that_say_the_same_are_met() -> None:
    assert verdict(**{"LICENSE": EUPL, "package.json": npm("EUPL-1.2")}) == met(
        "agree", Evidence("LICENSE", 1), Evidence("package.json", 2), count=2, licence="EUPL-1.2"
    )


def test_two_places_that_cannot_both_be_right_are_not_met() -> None:
    assert verdict(**{"LICENSE": EUPL, "package.json": npm("ISC")}) == not_met(
        "contradict",
        Evidence("LICENSE", 1),
        Evidence("package.json", 2),
        one="LICENSE",
        first="EUPL-1.2",
        other="package.json",
        second="ISC",
    )


def test_a_package_that_gives_nobody_any_rights_contradicts_an_open_licence() -> None:
    for path in ("package.json", "web/package.json"):
        found = verdict(**{"LICENSE": EUPL, path: npm("UNLICENSED")})

        assert (found.reason, found.values["second"]) == ("contradict", "UNLICENSED")


def test_a_part_with_a_licence_whose_text_is_nowhere_is_not_met() -> None:
    files = {"LICENSE": EUPL, "web/package.json": npm("MIT")}

    assert verdict(**files).reason == "part-differs"
    assert verdict(**files, **{"LICENSES/MIT.txt": licence_samples.text("MIT")}).outcome is Outcome.MET


def test_a_deprecated_id_fits_both_that_took_its_place() -> None:
    text = licence_samples.text("GPL-3.0")
    for licence in ("GPL-3.0", "GPL-3.0-only", "GPL-3.0-or-later"):
        assert verdict(**{"LICENSE": text, "package.json": npm(licence)}).outcome is Outcome.MET


def test_a_choice_of_licences_fits_either_text() -> None:
    assert verdict(**{"LICENSE": EUPL, "package.json": npm("MIT OR EUPL-1.2")}).outcome is Outcome.MET


def test_a_text_that_is_not_recognised_leaves_it_open() -> None:
    assert verdict(**{"LICENSE": UNKNOWN, "package.json": npm("MIT")}) == unknown(
        "not-recognised", Evidence("LICENSE"), path="LICENSE"
    )


def test_other_places_can_contradict_each_other_even_then() -> None:
    found = verdict(**{"LICENSE": UNKNOWN, "package.json": npm("MIT"), "publiccode.yml": "legal:\n  license: ISC\n"})

    assert (found.reason, found.values["one"], found.values["other"]) == (
        "contradict",
        "publiccode.yml",
        "package.json",
    )


def test_one_place_or_none_has_nothing_to_agree_with() -> None:
    assert verdict(LICENSE=EUPL) == not_applicable("too-few", Evidence("LICENSE", 1))
    assert verdict(**{"a.py": "x"}) == not_applicable("too-few")
    assert verdict(LICENSE=UNKNOWN) == not_applicable("too-few")
