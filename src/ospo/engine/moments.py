# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments in the past of a repository, and the commit that was the newest on the main line then."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from ospo.domain.snapshot import Commit
from ospo.domain.timeline import Interval

_MONTHS = {Interval.YEAR: 12, Interval.QUARTER: 3, Interval.MONTH: 1}
MOST = 240  # moments: twenty years of months


def between(since: date, today: date, every: Interval) -> list[date]:
    """The first days of the years, quarters or months after `since` (or on it), up to today, and today itself."""
    step, found = _MONTHS[every], []
    month = (since.year * 12 + since.month - 1) // step * step
    while (day := date(month // 12, month % 12 + 1, 1)) < today:
        if day >= since:
            found.append(day)
        month += step
    return [*found[-MOST + 1 :], today]


def commits_at(moments: Sequence[date], commits: Iterable[Commit], head: str) -> dict[date, str]:
    """The newest commit on the main line at the end of each of these days; a day before the first one has none.

    The main line follows the first parent from `head`, as the default branch grew; work on a branch counts from the
    moment it was merged. Committer dates may lie: a commit that claims to be newer than one after it is seen as
    made when that one was.
    """
    known = {commit.id: commit for commit in commits}
    line: list[tuple[datetime, str]] = []
    at: str | None = head
    latest = datetime.max.replace(tzinfo=UTC)
    while at is not None and at in known:
        commit = known[at]
        latest = min(latest, commit.committer.when)
        line.append((latest, commit.id))
        at = commit.parents[0] if commit.parents else None
    found = {}
    for moment in moments:
        end = datetime.combine(moment, time.max, UTC)
        newest = next((commit for when, commit in line if when <= end), None)
        if newest is not None:
            found[moment] = newest
    return found
