# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

from ospo.checks.quality.commits_refer_to_issues import check
from ospo.domain.finding import met, not_met, unknown
from ospo.domain.snapshot import Commit
from snapshots import MemorySnapshot, commit

DATE = "2026-11-01"


def line(*messages: str, who: str = "dev-one") -> list[Commit]:
    """A main line, newest first, with a commit a day."""
    ids = [f"{day:040x}" for day in range(len(messages) + 1)]
    return [
        commit(days_before=day, message=text, parents=(ids[day + 1],), who=who) for day, text in enumerate(messages)
    ]


def test_a_share_above_the_limit_is_met() -> None:
    snapshot = MemorySnapshot(history=line(*["Fix #12"] * 5, *["Fix"] * 15))

    assert check(snapshot, 25) == met("often", n=20, share=25, percent=25, date=DATE)


def test_a_share_below_the_limit_is_not_met() -> None:
    snapshot = MemorySnapshot(history=line(*["Fix #12"] * 4, *["Fix"] * 16))

    assert check(snapshot, 25) == not_met("seldom", n=20, share=20, percent=25, date=DATE)
    assert check(snapshot, 20).reason == "often"


def test_few_changes_are_unknown() -> None:
    assert check(MemorySnapshot(history=line(*["Fix"] * 19)), 25) == unknown("too-few", n=19, enough=20, date=DATE)
    assert check(MemorySnapshot(), 25).reason == "too-few"


def test_work_of_programs_does_not_count() -> None:
    assert check(MemorySnapshot(history=line(*["Fix"] * 40, who="renovate[bot]")), 25).reason == "too-few"


def test_a_cut_history_or_a_missing_date_is_unknown() -> None:
    history = line(*["Fix"] * 30)

    assert check(MemorySnapshot(history=history, is_shallow=True), 25) == unknown("shallow")
    assert check(MemorySnapshot(history=history, committed=datetime(1970, 1, 1, tzinfo=UTC)), 25) == unknown("no-date")
