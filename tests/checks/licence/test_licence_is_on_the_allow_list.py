# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import licence_samples
from ospo.checks.licence.licence_is_on_the_allow_list import PARAMETERS, check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

EUPL, MIT = licence_samples.eupl_nl(), licence_samples.text("MIT")


def verdict(*allowed: str, **files: str) -> Verdict:
    return check(MemorySnapshot(files), allowed=allowed)


def test_without_a_list_there_is_nothing_to_hold_it_against() -> None:
    assert PARAMETERS["allowed"].default == ()
    assert verdict(LICENSE=EUPL) == not_applicable("no-list")


def test_a_licence_on_the_list_is_met() -> None:
    assert verdict("EUPL-1.2", LICENSE=EUPL) == met("allowed", Evidence("LICENSE", 1), licences="EUPL-1.2")


def test_a_licence_that_is_not_on_it_is_not_met() -> None:
    assert verdict("EUPL-1.2", LICENSE=MIT) == not_met(
        "not-allowed", Evidence("LICENSE", 1), licences="MIT", path="LICENSE"
    )


def test_of_two_licences_both_must_be_on_it_unless_one_may_choose() -> None:
    files = {"LICENSE-EUPL": EUPL, "LICENSE-MIT": MIT}
    choice = {"publiccode.yml": "legal:\n  license: EUPL-1.2 OR MIT\n"}

    assert verdict("EUPL-1.2", **files).reason == "not-allowed"
    assert verdict("EUPL-1.2", "MIT", **files).reason == "allowed"
    assert verdict("EUPL-1.2", **files, **choice).reason == "allowed"


def test_what_publiccode_gives_counts_too() -> None:
    assert verdict("EUPL-1.2", LICENSE=EUPL, **{"publiccode.yml": "legal:\n  license: MIT\n"}).evidence == (
        Evidence("publiccode.yml", 2),
    )


def test_a_gnu_text_leaves_open_what_a_list_can_be_strict_about() -> None:
    text = licence_samples.text("GPL-3.0")

    assert verdict("GPL-3.0-only", LICENSE=text) == unknown(
        "later-versions", Evidence("LICENSE", 1), licences="GPL-3.0-only / GPL-3.0-or-later", path="LICENSE"
    )
    assert verdict("GPL-3.0", LICENSE=text).reason == "allowed"
    published = {"publiccode.yml": "legal:\n  license: GPL-3.0-only\n"}
    assert verdict("GPL-3.0-only", LICENSE=text, **published).reason == "allowed"
    assert verdict("GPL-3.0-or-later", LICENSE=text, **published).reason == "not-allowed"


def test_a_text_that_is_not_recognised_is_unknown() -> None:
    strange = "Wij behouden ons alle rechten voor op dit werk. " * 60
    published = {"publiccode.yml": "legal:\n  license: EUPL-1.2\n"}

    assert verdict("EUPL-1.2", LICENSE=strange) == unknown("not-recognised", Evidence("LICENSE"), path="LICENSE")
    assert verdict("EUPL-1.2", LICENSE=strange, **published).reason == "not-recognised"
    assert verdict("MIT", LICENSE=strange, **published).reason == "not-allowed"


def test_without_a_licence_there_is_nothing_to_judge() -> None:
    assert verdict("EUPL-1.2", **{"a.py": "x"}) == not_applicable("no-licence-file")
