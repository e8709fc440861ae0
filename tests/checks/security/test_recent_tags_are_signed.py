# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.recent_tags_are_signed import PARAMETERS, check
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Tag
from snapshots import MemorySnapshot, tag


def judged(*tags: Tag, percent: int = 100, is_shallow: bool = False) -> Verdict:
    return check(MemorySnapshot(tag_list=tags, is_shallow=is_shallow), percent)


def test_all_signed_is_met() -> None:
    tags = (tag("v1.1", signed=True), tag("v1.0", days_before=300, signed=True))

    assert judged(*tags) == met("signed", count=2, total=2, tag="v1.1")


def test_none_signed_is_not_met() -> None:
    assert judged(tag("v1.1"), tag("v1.0", days_before=30)) == not_met("unsigned", total=2, tag="v1.1")


def test_a_part_signed_is_not_met_and_names_one_that_is_not() -> None:
    tags = (tag("v1.2", signed=True), tag("v1.1"), tag("v1.0"))

    assert judged(*tags) == not_met("partly", count=1, total=3, tag="v1.1")


@pytest.mark.parametrize(("percent", "reason"), [(50, "signed"), (51, "partly"), (0, "signed")])
def test_a_profile_may_ask_for_less(percent: int, reason: str) -> None:
    assert judged(tag("v1.1", signed=True), tag("v1.0"), percent=percent).reason == reason


def test_by_default_all_are_asked() -> None:
    assert PARAMETERS["percent"].default == 100


def test_older_tags_do_not_count() -> None:
    tags = (tag("v2.0", signed=True), tag("v1.0", days_before=367))

    assert judged(*tags) == met("signed", count=1, total=1, tag="v2.0")
    assert judged(tag("v1.0", days_before=366)).reason == "unsigned"


def test_without_recent_tags_it_does_not_apply() -> None:
    assert judged(tag("v1.0", days_before=400)) == not_applicable("none-recent", tag="v1.0")
    assert judged(Tag("v1.0", "c" * 40, None)) == not_applicable("none-recent", tag="v1.0")


@pytest.mark.parametrize("name", ["latest", "build-2f3a9c1d", "sprint-12", "1.0-0a1b2c3d4e"])
def test_tags_that_state_no_version_of_their_own_do_not_count(name: str) -> None:
    assert judged(tag(name)) == not_applicable("no-tags")


def test_a_shallow_clone_without_tags_is_unknown() -> None:
    assert judged(is_shallow=True) == unknown("history-cut")
    assert judged() == not_applicable("no-tags")
