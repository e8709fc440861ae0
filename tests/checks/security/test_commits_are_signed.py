# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ospo.checks.security.commits_are_signed import check
from ospo.domain.finding import met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Signature
from snapshots import COMMITTED, MemorySnapshot, commit

DATE = "2026-11-01"


def by_forge(days: int, address: str = "noreply@github.com", *, is_signed: bool = True) -> Commit:
    made = commit(days_before=days, is_signed=is_signed)
    return replace(made, committer=Signature("Forge", address, made.committer.when))


def history(*commits: Commit) -> MemorySnapshot:
    return MemorySnapshot({}, history=commits)


def test_all_signed_is_met() -> None:
    snapshot = history(*(commit(days_before=day, is_signed=True) for day in range(3)))

    assert check(snapshot, 100) == met("signed", signed=3, count=3, share=100, forge=0, date=DATE)


def test_one_that_is_not_signed_is_told_with_the_share() -> None:
    snapshot = history(*(commit(days_before=day, is_signed=day > 0) for day in range(3)))

    assert check(snapshot, 100) == not_met("partly", signed=2, count=3, share=66, forge=0, date=DATE)


def test_a_profile_may_ask_less() -> None:
    snapshot = history(*(commit(days_before=day, is_signed=day > 0) for day in range(5)))

    assert check(snapshot, 80).reason == "signed"
    assert check(snapshot, 81).reason == "partly"


def test_none_signed_is_not_met() -> None:
    assert check(history(commit(message="Signed-off-by: dev-one")), 100) == not_met("none", count=1, forge=0, date=DATE)


@pytest.mark.parametrize("address", ["noreply@github.com", "no-reply@forge.example", " NoReply@forge.example"])
def test_a_signature_of_the_forge_is_not_that_of_a_person(address: str) -> None:
    only = history(by_forge(1, address), by_forge(2, address, is_signed=False))

    assert check(only, 100) == unknown("only-by-forge", forge=2, date=DATE)
    assert check(history(by_forge(1, address), commit(days_before=2)), 100) == not_met(
        "none", count=1, forge=1, date=DATE
    )


def test_a_person_who_hides_an_address_is_a_person() -> None:
    made = commit(is_signed=True)
    person = Signature("dev-one", "1+dev-one@users.noreply.github.com", made.committer.when)

    assert check(history(replace(made, author=person, committer=person)), 100).reason == "signed"


def test_programs_are_left_out() -> None:
    robot = Signature("hulpje[bot]", "1+hulpje[bot]@users.noreply.github.com", COMMITTED)
    as_author = replace(commit(), author=robot, committer=robot)
    as_committer = replace(commit(), committer=robot)

    assert check(history(as_author, as_committer), 100) == not_applicable("no-commits", date=DATE)
    assert check(history(as_author, commit(days_before=1, is_signed=True)), 100).reason == "signed"


def test_what_is_older_than_a_year_does_not_count() -> None:
    assert check(history(commit(is_signed=True), commit(days_before=366)), 100).reason == "signed"


def test_a_history_that_was_cut_off_is_unknown() -> None:
    assert check(MemorySnapshot({}, history=[commit()], is_shallow=True), 100) == unknown("shallow")


def test_a_commit_without_a_date_is_unknown() -> None:
    assert check(MemorySnapshot({}, committed=datetime(1970, 1, 1, tzinfo=UTC)), 100) == unknown("no-date")
