# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import licence_samples
from ospo.checks.licence.released_files_carry_the_licence import check
from ospo.domain.evidence import FactValue
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from snapshots import COMMITTED, MemorySnapshot, facts, tag

MIT = licence_samples.text("MIT")
SEEN = COMMITTED.date().isoformat()
SOURCE = Evidence(url="https://forge.example/api")


def verdict(told: FactValue | None = None, **files: str) -> Verdict:
    given = {} if told is None else facts(release_has_licence=told)
    return check(MemorySnapshot({"LICENSE": MIT, **files}, tag_list=[tag("v1")], facts=given))


def test_the_source_archive_of_a_tag_holds_it() -> None:
    assert verdict() == met("in-source", Evidence("LICENSE"), path="LICENSE")
    assert verdict(**{".gitattributes": "docs export-ignore\n"}).reason == "in-source"


def test_a_line_that_leaves_it_out_of_the_archive_is_not_met() -> None:
    assert verdict(**{".gitattributes": "* text\nLICENSE export-ignore\n"}) == not_met(
        "not-in-archive", Evidence(".gitattributes", 2), path=".gitattributes"
    )


def test_one_text_that_stays_is_enough() -> None:
    assert verdict(**{".gitattributes": "LICENSE export-ignore\n", "LICENSES/MIT.txt": MIT}).reason == "in-source"


def test_a_package_that_leaves_it_out_is_not_met() -> None:
    assert verdict(**{"Cargo.toml": '[package]\ninclude = ["src/**"]\n'}) == not_met(
        "not-in-package", Evidence("Cargo.toml", 2), path="Cargo.toml"
    )


def test_npm_always_takes_it_along() -> None:
    assert verdict(**{"package.json": '{"files": ["dist"]}'}).reason == "in-source"


def test_the_forge_can_tell_of_the_newest_release() -> None:
    here, there = verdict(told=True), verdict(told=False)

    assert replace(here, until=None, afterwards=None) == met("in-release", SOURCE, seen=SEEN)
    assert replace(there, until=None, afterwards=None) == not_met("not-in-release", SOURCE, seen=SEEN)
    later = COMMITTED + timedelta(days=400)
    assert here.at(later) == there.at(later) == unknown("fact-is-old", SOURCE, seen=SEEN)
    assert here.at(datetime(2026, 12, 1, tzinfo=UTC)).reason == "in-release"


def test_what_the_tree_leaves_out_comes_before_what_the_forge_says() -> None:
    assert verdict(told=True, **{".gitattributes": "LICENSE export-ignore\n"}).reason == "not-in-archive"


def test_without_a_release_or_a_licence_it_does_not_apply() -> None:
    assert check(MemorySnapshot({"LICENSE": MIT})) == not_applicable("no-releases")
    assert check(MemorySnapshot({"LICENSE": MIT}, is_shallow=True)) == unknown("shallow")
    assert check(MemorySnapshot({"a.py": "x"}, tag_list=[tag("v1")])) == not_applicable("no-licence-file")
