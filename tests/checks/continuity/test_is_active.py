# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from ospo.checks.continuity.is_active import check
from ospo.domain.finding import Evidence, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit
from snapshots import COMMITTED, MemorySnapshot, commit

MANY = {f"src/{number}.py": "" for number in range(31)}
YEAR = timedelta(days=365)


def history(count: int = 40, *, every: int = 7, since: int = 0) -> list[Commit]:
    return [commit(days_before=since + every * number) for number in range(count)]


def repository(files: dict[str, str], commits: Sequence[Commit], *, shallow: bool = False) -> MemorySnapshot:
    return MemorySnapshot(files, history=commits, is_shallow=shallow)


def test_a_commit_by_a_person_keeps_it_active_for_a_year() -> None:
    verdict = check(repository(MANY, history(since=10)))

    assert (verdict.reason, dict(verdict.values)) == ("active", {"date": "2026-10-22", "days": 10, "n": 40})
    last = COMMITTED - timedelta(days=10)
    assert verdict.at(last + YEAR - timedelta(minutes=1)).reason == "active"
    assert verdict.at(last + YEAR) == unknown("copy-is-old", date="2026-10-22")


def test_silence_counts_when_the_copy_was_fetched_after_it() -> None:
    last = COMMITTED - timedelta(days=10)
    late, early = last + YEAR, last + YEAR - timedelta(days=1)

    verdict = check(MemorySnapshot(MANY, history=history(since=10), fetched=late))
    assert verdict.at(late) == not_met("quiet", date="2026-10-22", fetched=late.date().isoformat())
    verdict = check(MemorySnapshot(MANY, history=history(since=10), fetched=early))
    assert verdict.at(late) == unknown("copy-is-old", date="2026-10-22")


def test_n_counts_work_in_the_twelve_months_and_no_merges() -> None:
    merge = commit(parents=("a" * 40, "b" * 40))

    assert check(repository(MANY, [merge, *history(80)])).values["n"] == 53


def test_a_merge_by_a_person_is_a_sign_of_life_and_a_program_is_not() -> None:
    bot = commit(who="dependabot[bot]")
    merge = commit(days_before=3, parents=("a" * 40, "b" * 40))

    assert check(repository(MANY, [bot, merge, *history(since=500)])).values["days"] == 3


def test_a_clock_that_runs_ahead_does_not_lengthen_the_year() -> None:
    verdict = check(repository(MANY, [commit(days_before=-900), *history()]))

    assert verdict.until == COMMITTED + YEAR


@pytest.mark.parametrize(
    ("files", "commits"),
    [({"a.py": "", "b.py": ""}, history(100)), (MANY, history(19))],
)
def test_small_work_that_lies_still_may_be_finished(files: dict[str, str], commits: list[Commit]) -> None:
    verdict = check(repository(files, commits))

    assert verdict.reason == "active"
    assert verdict.at(COMMITTED + YEAR) == not_applicable("small", date="2026-11-01", files=len(files))


@pytest.mark.parametrize("name", ["README.md", "readme.rst"])
def test_a_readme_that_says_it_is_over_is_believed(name: str) -> None:
    files = {**MANY, name: "# Rekenhulp\n\nDit project wordt niet meer onderhouden.\n"}

    assert check(repository(files, history())) == not_applicable("retired", Evidence(name, 3))


def test_a_publiccode_that_says_obsolete_is_believed() -> None:
    files = {**MANY, "README.md": "# Rekenhulp", "publiccode.yml": "name: Rekenhulp\ndevelopmentStatus: obsolete\n"}

    assert check(repository(files, history())) == not_applicable("retired", Evidence("publiccode.yml", 2))


@pytest.mark.parametrize("text", ["developmentStatus: stable", "\tkapot: [", "- obsolete"])
def test_another_publiccode_changes_nothing(text: str) -> None:
    assert check(repository({**MANY, "publiccode.yml": text}, history())).reason == "active"


def test_programs_alone_are_no_people() -> None:
    bots = [commit(who="renovate[bot]", days_before=day) for day in range(30)]

    assert check(repository(MANY, bots)) == not_applicable("no-people")
    assert check(repository(MANY, bots, shallow=True)) == unknown("shallow")


def test_a_shallow_clone_shows_life_but_not_silence() -> None:
    verdict = check(repository(MANY, history(1), shallow=True))

    assert (verdict.reason, dict(verdict.values)) == ("active-shallow", {"date": "2026-11-01", "days": 0})
    assert verdict.at(COMMITTED + YEAR) == unknown("shallow")
    small = check(repository({"a.py": ""}, history(1), shallow=True))
    assert small.at(COMMITTED + YEAR) == not_applicable("small", date="2026-11-01", files=1)


def test_a_commit_without_a_possible_date_says_nothing() -> None:
    epoch = datetime(1970, 1, 1, tzinfo=UTC)

    assert check(MemorySnapshot(MANY, history=history(), committed=epoch)) == unknown("no-date")
