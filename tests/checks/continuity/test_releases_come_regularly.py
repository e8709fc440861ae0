# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ospo.checks.continuity.releases_come_regularly import ENOUGH, FEW_COMMITS, check
from ospo.domain.finding import Evidence, Outcome, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Tag
from ospo.formats.release_rhythm import LEAST
from snapshots import COMMITTED, MemorySnapshot, commit, tag

LAST = 300  # days before the snapshot
MONTHLY = [tag(f"v1.{n}", days_before=LAST + 30 * (5 - n)) for n in range(5, 0, -1)]
RELEASED = datetime.combine((COMMITTED - timedelta(days=LAST)).date(), datetime.min.time(), UTC)
WORK = [commit(days_before=n) for n in range(1, FEW_COMMITS + 1)]


def repository(tags: list[Tag] = MONTHLY, history: list[Commit] = WORK, days_after: int | None = 10) -> MemorySnapshot:
    fetched = None if days_after is None else COMMITTED + timedelta(days=days_after)
    return MemorySnapshot(history=history, tag_list=tags, fetched=fetched)


def test_in_step_until_half_a_year_after_the_newest() -> None:
    verdict = check(repository(), 3)

    assert (verdict.outcome, verdict.reason, verdict.until) == (Outcome.MET, "in-step", RELEASED + LEAST)
    assert verdict.values == {"date": RELEASED.date().isoformat(), "usual": 30, "n": 5}


def test_late_after_that_when_people_went_on_working() -> None:
    verdict = check(repository(), 3).at(COMMITTED)

    assert verdict == not_met("late", date=RELEASED.date().isoformat(), usual=30, limit=LEAST.days)


def test_a_profile_may_allow_more() -> None:
    assert check(repository(), 12).at(COMMITTED).reason == "in-step"


def test_a_longer_gap_in_the_past_is_in_step() -> None:
    tags = [*MONTHLY, tag("v1.0", days_before=LAST + 4 * 30 + 400)]

    assert check(repository(tags), 3).at(COMMITTED).reason == "in-step"


def test_a_copy_that_is_older_than_the_limit_cannot_tell() -> None:
    verdict = check(repository(days_after=None), 3).at(COMMITTED)

    assert verdict == unknown("copy-is-old", date=RELEASED.date().isoformat())
    assert check(repository(days_after=-200), 3).at(COMMITTED).reason == "copy-is-old"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("CHANGELOG.md", "# Changes\n\n## 1.6.0\n"),
        ("package.json", '{\n\n "version": "1.6.0"\n}'),
        ("publiccode.yml", "\n\nsoftwareVersion: 1.6.0\n"),
    ],
)
def test_a_version_above_the_tags_shows_releases_without_one(path: str, text: str) -> None:
    snapshot = replace(repository(), files={path: text})

    verdict = check(snapshot, 3).at(COMMITTED)

    assert verdict == unknown(
        "untagged", Evidence(path, 3), date=RELEASED.date().isoformat(), version="1.6.0", path=path
    )
    lower = replace(repository(), files={path: text.replace("1.6.0", "1.5.0")})
    assert check(lower, 3).at(COMMITTED).reason == "late"


def test_without_new_work_there_is_nothing_to_release() -> None:
    robots = [commit(days_before=n, who="renovate[bot]") for n in range(1, 30)]
    before = [commit(days_before=LAST + n) for n in range(30)]  # the day of the release itself among them

    verdict = check(repository(history=[*WORK[1:], *robots, *before]), 3).at(COMMITTED)

    assert verdict == not_applicable("nothing-new", date=RELEASED.date().isoformat(), commits=FEW_COMMITS - 1)


def test_a_release_of_today_is_in_step() -> None:
    tags = [*MONTHLY, tag("v2.0")]

    assert check(repository(tags), 3).at(COMMITTED).reason == "in-step"
    assert check(repository(tags), 3).values["date"] == COMMITTED.date().isoformat()


def test_few_releases_are_no_rhythm() -> None:
    tags = [*MONTHLY[: ENOUGH - 1], tag("v1.5.1", days_before=LAST)]

    assert check(repository(tags), 3) == not_applicable("too-few", count=ENOUGH - 1, enough=ENOUGH)


def test_a_retired_repository_is_not_asked() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\nThis repository is archived.\n"}, tag_list=MONTHLY, history=WORK)

    assert check(snapshot, 3) == not_applicable("retired", Evidence("README.md", 3))


@pytest.mark.parametrize(
    ("snapshot", "reason"),
    [
        (MemorySnapshot(is_shallow=True), "shallow"),
        (MemorySnapshot(committed=datetime(1970, 1, 1, tzinfo=UTC)), "no-date"),
    ],
)
def test_a_history_that_cannot_be_read_is_unknown(snapshot: MemorySnapshot, reason: str) -> None:
    assert check(snapshot, 3) == unknown(reason)
