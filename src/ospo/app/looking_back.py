# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking back: running the checks at commits of the past, for a trend on the first day."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from ospo.app.evidence import Beside
from ospo.app.scanning import Job, run_jobs
from ospo.domain.finding import ScanReport
from ospo.domain.snapshot import Unreadable
from ospo.domain.timeline import Point, Timeline
from ospo.engine import moments
from ospo.errors import NotARepository
from ospo.git import open_snapshot


def timeline(path: Path, days: Sequence[datetime.date], only: tuple[str, ...], now: datetime.datetime) -> Timeline:
    """Scan the repository as it was on each of these days; the last one is today, with its facts of today.

    What a forge or an owner says today says nothing about the past, so it is left out.

    Raises:
        NotARepository: there is none, or its history is cut off or cannot be read.
    """
    with open_snapshot(path) as snapshot:
        if snapshot.is_shallow:
            raise NotARepository("{path}: its history is cut off: make a full clone to look back", path=path)
        try:
            found = moments.commits_at(days, snapshot.commits(), snapshot.commit)
        except Unreadable as error:
            message = "{path}: its history cannot be read ({reason}): make a full clone to look back"
            raise NotARepository(message, path=path, reason=error.reason) from error
        remotes = snapshot.remotes
    jobs = [
        Job(path, only, min(now, _end(day)), None, Beside(), None if day == days[-1] else commit)
        for day, commit in found.items()
    ]
    points = []
    for day, result in zip(found, run_jobs(jobs), strict=True):
        if not isinstance(result, ScanReport):
            raise result
        points.append(Point(day, result))
    return Timeline(str(path), remotes[0] if remotes else None, tuple(points))


def _end(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.max, datetime.UTC)
