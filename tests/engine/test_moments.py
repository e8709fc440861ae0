# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments in the past, and the commit of the main line that was the newest then."""

from dataclasses import replace
from datetime import date

import pytest

from ospo.domain.snapshot import Commit
from ospo.domain.timeline import Interval
from ospo.engine import moments
from snapshots import commit

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("since", "every", "expected"),
    [
        (date(2024, 1, 1), Interval.YEAR, [date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1), TODAY]),
        (date(2024, 1, 2), Interval.YEAR, [date(2025, 1, 1), date(2026, 1, 1), TODAY]),
        (date(2026, 5, 1), Interval.QUARTER, [date(2026, 7, 1), date(2026, 10, 1), TODAY]),
        (date(2026, 9, 1), Interval.MONTH, [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1), TODAY]),
        (date(2030, 1, 1), Interval.YEAR, [TODAY]),
    ],
)
def test_moments_are_first_days_and_today(since: date, every: Interval, expected: list[date]) -> None:
    assert moments.between(since, TODAY, every) == expected


def test_a_day_long_ago_gives_no_endless_list() -> None:
    assert len(moments.between(date(1, 1, 1), TODAY, Interval.MONTH)) == moments.MOST


def line(*days_before: int) -> list[Commit]:
    """A main line, newest first, made so many days before 1 November 2026."""
    made = [commit(days_before=n) for n in days_before]
    return [replace(c, parents=(made[i + 1].id,) if i + 1 < len(made) else ()) for i, c in enumerate(made)]


def test_each_moment_gets_the_commit_that_was_the_newest_and_a_moment_before_the_first_gets_none() -> None:
    new, middle, old = line(10, 400, 700)
    days = [date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1), TODAY]

    found = moments.commits_at(days, [new, middle, old], new.id)

    assert found == {date(2025, 1, 1): old.id, date(2026, 1, 1): middle.id, TODAY: new.id}


def test_work_on_a_branch_counts_from_its_merge() -> None:
    base, side = commit(days_before=300), commit(days_before=200)
    merge = replace(commit(days_before=100), parents=(base.id, side.id))
    history = [merge, replace(side, parents=(base.id,)), replace(base, parents=())]

    found = moments.commits_at([date(2026, 5, 1), TODAY], history, merge.id)

    assert found == {date(2026, 5, 1): base.id, TODAY: merge.id}


def test_a_commit_that_lies_about_its_date_does_not_hide_those_after_it() -> None:
    new, liar, old = line(300, 0, 600)

    found = moments.commits_at([date(2026, 2, 1)], [new, liar, old], new.id)

    assert found == {date(2026, 2, 1): new.id}


def test_a_history_that_ends_early_ends_the_line() -> None:
    (new,) = [replace(c, parents=("f" * 40,)) for c in line(10)]

    assert moments.commits_at([date(2025, 1, 1), TODAY], [new], new.id) == {TODAY: new.id}
