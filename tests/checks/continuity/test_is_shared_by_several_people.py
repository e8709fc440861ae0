# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime

from ospo.checks.continuity.is_shared_by_several_people import check
from ospo.domain.finding import met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Signature
from snapshots import COMMITTED, MemorySnapshot, commit

DATE = "2026-11-01"


def history(**counts: int) -> list[Commit]:
    return [commit(days_before=day, who=who) for who, count in counts.items() for day in range(count)]


def test_work_that_is_spread_is_met() -> None:
    verdict = check(MemorySnapshot(history=history(dev_one=12, dev_two=8, dev_three=7)))

    assert verdict == met("several-people", n=3, factor=2, commits=27, date=DATE)


def test_one_person_with_half_of_the_work_is_not_met() -> None:
    verdict = check(MemorySnapshot(history=history(dev_one=10, dev_two=6, dev_three=4)))

    assert verdict == not_met("one-person", n=3, factor=1, commits=20, date=DATE)


def test_the_mailmap_joins_one_person() -> None:
    commits = history(dev_one=8, dev_two=8, dev_three=9)
    joined = "<dev_one@voorbeeld.example> <dev_two@voorbeeld.example>\n"

    assert check(MemorySnapshot(history=commits)).values["factor"] == 2
    assert check(MemorySnapshot({".mailmap": joined}, history=commits)).values == {
        "n": 2,
        "factor": 1,
        "commits": 25,
        "date": DATE,
    }


def test_programs_merges_and_older_work_do_not_count() -> None:
    noise = [
        *(commit(who="renovate[bot]") for _ in range(50)),
        *(commit(who="dev_two", parents=("a" * 40, "b" * 40)) for _ in range(50)),
        *(commit(who="dev_two", days_before=400) for _ in range(50)),
    ]

    assert check(MemorySnapshot(history=history(dev_one=20) + noise)).values == {
        "n": 1,
        "factor": 1,
        "commits": 20,
        "date": DATE,
    }


def test_below_twenty_commits_one_busy_week_decides() -> None:
    assert check(MemorySnapshot(history=history(dev_one=19))) == not_applicable(
        "too-few", commits=19, enough=20, date=DATE
    )


def test_a_shallow_clone_is_unknown() -> None:
    assert check(MemorySnapshot(history=history(dev_one=40), is_shallow=True)) == unknown("shallow")


def test_nothing_personal_leaves() -> None:
    assert "dev" not in str(check(MemorySnapshot(history=history(dev_one=30, dev_two=30))))


def by(name: str, email: str, count: int) -> list[Commit]:
    author = Signature(name, email, COMMITTED)
    return [replace(commit(days_before=day), author=author) for day in range(count)]


def test_two_addresses_under_one_full_name_are_one_person() -> None:
    one = by("Sam Voorbeeld", "sam@werk.example", 12) + by("sam  voorbeeld", "sam@thuis.example", 10)
    other = by("Kim Voorbeeld", "kim@werk.example", 11)

    assert check(MemorySnapshot(history=one + other)).values == {"n": 2, "factor": 1, "commits": 33, "date": DATE}


def test_a_robot_that_lends_the_name_of_a_person_does_not_count() -> None:
    robot = by("Sam Voorbeeld", "github-action@actions-sjabloon.noreply.github.com", 17)
    other = by("Kim Voorbeeld", "kim@werk.example", 15)

    assert check(MemorySnapshot(history=robot + other)).reason == "too-few"


def test_commits_with_a_date_that_cannot_be_do_not_count() -> None:
    undated = Signature("dev", "dev@voorbeeld.example", datetime(1970, 1, 1, tzinfo=UTC))
    wrong = [replace(commit(who="dev-two"), committer=undated)] * 30 + [commit(days_before=-9, who="dev-two")] * 30

    assert check(MemorySnapshot(history=wrong + history(dev_one=20))).values["commits"] == 20
    assert check(MemorySnapshot(history=wrong, committed=undated.when)) == unknown("no-date")
