# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.publiccode.publiccode_agrees_with_newest_tag import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Tag
from snapshots import MemorySnapshot, tag

# The snapshot is of 2026-11-01.
BOTH = 'softwareVersion: "2.1.0"\nreleaseDate: "2026-10-20"\n'


def repository(text: str, *tags: Tag, shallow: bool = False) -> MemorySnapshot:
    return MemorySnapshot({"publiccode.yml": text}, tag_list=tags, is_shallow=shallow)


def test_the_version_and_date_of_the_newest_tag_are_met() -> None:
    verdict = check(repository(BOTH, tag("v2.1.0", days_before=12), tag("v2.0.0", days_before=200)))

    assert verdict == met("agrees", Evidence("publiccode.yml", 2), tag="v2.1.0")


@pytest.mark.parametrize("text", ['softwareVersion: "2.1.0"', 'releaseDate: "2026-10-20"', 'releaseDate: "2026-09-20"'])
def test_one_of_the_two_keys_is_enough_and_a_month_off_is_fine(text: str) -> None:
    assert check(repository(text, tag("v2.1.0", days_before=12))).reason == "agrees"


def test_an_old_date_is_not_met_however_well_the_version_fits() -> None:
    text = BOTH.replace("2026-10-20", "2026-01-14")

    assert check(repository(text, tag("v2.1.0", days_before=12))) == not_met(
        "other-date", Evidence("publiccode.yml", 2), declared="2026-01-14", tag="v2.1.0", made="2026-10-20", days=279
    )


def test_the_date_is_held_against_the_tag_of_the_version_claimed() -> None:
    tags = (tag("v1.9.5", days_before=12), tag("v2.1.0", days_before=100))

    assert check(repository(BOTH, *tags)).reason == "other-date"
    assert check(repository(BOTH.replace("2.1.0", "1.9.5"), *tags)).reason == "agrees"


def test_an_old_version_is_not_met() -> None:
    tags = (tag("v3.0.0", days_before=40), tag("v2.1.0", days_before=60))

    assert check(repository(BOTH, *tags)) == not_met(
        "other-version", Evidence("publiccode.yml", 1), declared="2.1.0", tag="v3.0.0"
    )


def test_the_file_may_follow_a_release_within_a_month() -> None:
    tags = (tag("v3.0.0", days_before=30), tag("v2.1.0", days_before=60))

    assert check(repository('softwareVersion: "2.1.0"', *tags)).reason == "agrees"


def test_a_patch_release_of_an_older_line_made_last_may_be_named() -> None:
    tags = (tag("v2.1.0", days_before=40), tag("v3.0.0", days_before=90))

    assert check(repository('softwareVersion: "2.1.0"', *tags)).reason == "agrees"
    assert check(repository('softwareVersion: "3.0.0"', *tags)).reason == "agrees"


def test_same_day_candidates_and_build_tags_do_not_mislead() -> None:
    tags = (tag("2.1.0-rc.1", days_before=12), tag("2.1.0-perftest", days_before=12), tag("2.1.0", days_before=12))

    assert check(repository(BOTH, *tags)).reason == "agrees"


def test_a_tag_without_a_date_cannot_contradict_the_date() -> None:
    assert check(repository(BOTH, Tag("v2.1.0", "c" * 40, None))) == met(
        "agrees", Evidence("publiccode.yml", 2), tag="v2.1.0"
    )


def test_the_first_day_of_unix_time_is_a_placeholder_with_or_without_tags() -> None:
    text = "releaseDate: 1970-01-01\n"

    for found in (repository(text), repository(text, tag("v1.0.0")), repository(text, shallow=True)):
        assert check(found) == not_met("placeholder-date", Evidence("publiccode.yml", 1), date="1970-01-01")


@pytest.mark.parametrize("text", ["name: Wijzer", "softwareVersion: dev", "releaseDate: gisteren", "- geen sleutels"])
def test_nothing_to_compare_is_not_applicable(text: str) -> None:
    assert check(repository(text, tag("v1.0.0"))) == not_applicable("no-claim", Evidence("publiccode.yml"))


def test_no_version_tags_is_not_applicable() -> None:
    assert check(repository(BOTH, tag("latest"), tag("docs-update"))) == not_applicable("no-tags")


def test_a_shallow_clone_may_lack_tags() -> None:
    assert check(repository(BOTH, tag("v1.0.0"), shallow=True)) == unknown("shallow")


def test_without_a_file_there_is_nothing_to_ask() -> None:
    assert check(MemorySnapshot(tag_list=(tag("v1.0.0"),))) == not_applicable("no-publiccode")


def test_a_version_above_the_tags_asks_for_a_tag_and_not_for_an_older_number() -> None:
    text = 'softwareVersion: "2.0.0"\nreleaseDate: "2026-09-01"\n'

    assert check(repository(text, tag("v1.0.0", days_before=2000))) == not_met(
        "not-tagged", Evidence("publiccode.yml", 1), declared="2.0.0", tag="v1.0.0"
    )


def test_a_date_long_after_the_last_tag_asks_for_a_tag_too() -> None:
    tags = (tag("v4.0.0", days_before=2000),)
    later = not_met("not-tagged", Evidence("publiccode.yml", 1), declared="2026-09-01", tag="v4.0.0")

    assert check(repository("releaseDate: 2026-09-01\n", *tags)) == later
    assert check(repository("softwareVersion: '2026.9'\nreleaseDate: 2026-09-01\n", *tags)).reason == "not-tagged"
    assert check(repository("softwareVersion: '3.0'\nreleaseDate: 2026-09-01\n", *tags)).reason == "not-tagged"
    assert check(repository("softwareVersion: '3.0'\nreleaseDate: 2020-09-01\n", *tags)).reason == "other-version"


def test_what_a_build_tagged_with_the_hash_of_a_commit_is_no_release() -> None:
    assert check(repository(BOTH, tag("V.0.1-4f2a91c"))) == not_applicable("no-tags")


def test_a_file_of_another_repository_is_not_held_against_the_tags_here() -> None:
    text = f"url: https://github.com/voorbeeld/nieuw\n{BOTH}"
    here = MemorySnapshot(
        {"publiccode.yml": text}, tag_list=(tag("v9.0"),), remotes=("https://github.com/voorbeeld/oud",)
    )

    assert check(here) == not_applicable(
        "elsewhere", Evidence("publiccode.yml", 1), url="https://github.com/voorbeeld/nieuw"
    )


def test_a_version_that_was_the_newest_earlier_this_month_is_still_good() -> None:
    tags = [tag("v2.2.0", days_before=4), tag("v2.1.0", days_before=12), tag("v2.0.0", days_before=90)]

    assert check(repository(BOTH, *tags)).outcome == "met"
