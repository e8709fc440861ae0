# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.checks.continuity.is_shared_by_several_people import check
from ospo.domain.finding import met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit
from snapshots import MemorySnapshot, commit


def history(**counts: int) -> list[Commit]:
    return [commit(days_before=day, who=who) for who, count in counts.items() for day in range(count)]


def test_work_that_is_spread_is_met() -> None:
    verdict = check(MemorySnapshot(history=history(dev_one=12, dev_two=8, dev_three=7)))

    assert verdict == met("several-people", n=3, factor=2, commits=27)


def test_one_person_with_half_of_the_work_is_not_met() -> None:
    verdict = check(MemorySnapshot(history=history(dev_one=10, dev_two=6, dev_three=4)))

    assert verdict == not_met("one-person", n=3, factor=1, commits=20)


def test_the_mailmap_joins_one_person() -> None:
    commits = history(dev_one=8, dev_two=8, dev_three=9)
    joined = "<dev_one@voorbeeld.example> <dev_two@voorbeeld.example>\n"

    assert check(MemorySnapshot(history=commits)).values["factor"] == 2
    assert check(MemorySnapshot({".mailmap": joined}, history=commits)).values == {"n": 2, "factor": 1, "commits": 25}


def test_programs_merges_and_older_work_do_not_count() -> None:
    noise = [
        *(commit(who="renovate[bot]") for _ in range(50)),
        *(commit(who="dev_two", parents=("a" * 40, "b" * 40)) for _ in range(50)),
        *(commit(who="dev_two", days_before=400) for _ in range(50)),
    ]

    assert check(MemorySnapshot(history=history(dev_one=20) + noise)).values == {"n": 1, "factor": 1, "commits": 20}


def test_below_twenty_commits_one_busy_week_decides() -> None:
    assert check(MemorySnapshot(history=history(dev_one=19))) == not_applicable("too-few", commits=19, enough=20)


def test_a_shallow_clone_is_unknown() -> None:
    assert check(MemorySnapshot(history=history(dev_one=40), is_shallow=True)) == unknown("shallow")


def test_nothing_personal_leaves() -> None:
    assert "dev" not in str(check(MemorySnapshot(history=history(dev_one=30, dev_two=30))))
