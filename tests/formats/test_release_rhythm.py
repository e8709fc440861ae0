# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

from ospo.formats import release_rhythm
from ospo.formats.release_rhythm import LEAST
from snapshots import COMMITTED, tag

DAYS = [date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 2), date(2026, 7, 30)]


def test_days_are_those_of_versions_oldest_first() -> None:
    tags = [
        tag("v1.2", days_before=1),
        tag("v1.2-rc.1", days_before=5),
        tag("deel/v3", days_before=5),
        tag("v1.1-0a1b2c3d", days_before=7),  # made by a build
        tag("nightly", days_before=8),
        tag("v1.0", days_before=30),
        tag("v9.0", days_before=-30),  # after the commit
        tag("v0.1", days_before=30_000),  # no real date
    ]

    found = release_rhythm.days(tags, COMMITTED)

    assert found == [(COMMITTED - timedelta(days=n)).date() for n in (30, 5, 1)]


def test_the_usual_gap_is_the_median() -> None:
    assert release_rhythm.usual(DAYS) == 30


def test_the_longest_silence_is_the_largest_of_three() -> None:
    assert release_rhythm.longest_silence(DAYS, 3) == LEAST
    assert release_rhythm.longest_silence(DAYS, 7) == timedelta(days=210)
    assert release_rhythm.longest_silence([date(2020, 1, 1), *DAYS], 3) == timedelta(days=2192)
