# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from ospo.checks.governance.roadmap_is_current import check
from ospo.domain.finding import Evidence, Outcome, not_applicable, not_met, unknown
from snapshots import MemorySnapshot, commit

AGED = [commit(days_before=1), commit(days_before=800)]


def test_a_date_of_change_in_the_past_year_is_met_until_it_is_a_year_old() -> None:
    verdict = check(MemorySnapshot({"ROADMAP.md": "# Roadmap\n\nLast updated: 2026-02-01\n\n- iets\n"}))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (
        Outcome.MET,
        "current",
        (Evidence("ROADMAP.md", 3),),
    )
    assert verdict.values == {"path": "ROADMAP.md", "date": "2026-02-01"}
    assert verdict.at(datetime(2027, 2, 1, tzinfo=UTC)).reason == "current"
    assert verdict.at(datetime(2027, 2, 2, tzinfo=UTC)).reason == "passed"


def test_a_copy_that_is_young_enough_knows_that_it_was_not_renewed() -> None:
    files = {"ROADMAP.md": "# Roadmap\n\nLast updated: 2026-02-01\n\n- iets\n"}
    fetched = datetime(2027, 3, 1, tzinfo=UTC)

    later = check(MemorySnapshot(files, fetched=fetched)).at(fetched)

    assert (later.outcome, later.reason) == (Outcome.NOT_MET, "old")


def test_a_plan_for_this_year_is_met_until_that_is_over() -> None:
    verdict = check(MemorySnapshot({"docs/roadmap.md": "# Roadmap\n\n## 2026\n\n- iets\n"}))

    assert (verdict.reason, verdict.evidence) == ("current", (Evidence("docs/roadmap.md", 3),))
    assert verdict.at(datetime(2027, 1, 1, tzinfo=UTC)).reason == "passed"


@pytest.mark.parametrize(
    ("text", "line", "day"),
    [
        ("# Roadmap\n\nLast updated: 2025-10-30\n\n- iets\n", 3, "2025-10-30"),
        ("# Roadmap\n\n## 2024\n\n- iets\n\n## 2025\n\n- iets\n", 7, "2025-12-31"),
    ],
)
def test_by_its_own_words_it_is_old(text: str, line: int, day: str) -> None:
    verdict = check(MemorySnapshot({"ROADMAP.md": text}))

    assert verdict == not_met("old", Evidence("ROADMAP.md", line), path="ROADMAP.md", date=day)


def test_a_file_with_only_a_title_is_empty() -> None:
    snapshot = MemorySnapshot({"ROADMAP.md": "# Roadmap\n"})

    assert check(snapshot) == not_met("empty", Evidence("ROADMAP.md"), path="ROADMAP.md")


def test_without_a_date_its_age_is_unknown() -> None:
    files = {"README.md": "# x\n\n## Roadmap\n\n- iets\n"}

    assert check(MemorySnapshot(files, history=AGED)) == unknown("age", Evidence("README.md", 3), path="README.md")


def test_where_all_history_is_of_the_past_year_so_is_the_roadmap() -> None:
    files = {"README.md": "# x\n\n## Roadmap\n\n- iets\n"}
    young = [commit(days_before=1), commit(days_before=100)]

    verdict = check(MemorySnapshot(files, history=young))

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "new")
    assert verdict.at(datetime(2027, 8, 1, tzinfo=UTC)).reason == "age"
    assert check(MemorySnapshot(files, history=young, is_shallow=True)).reason == "age"
    undated = [commit(days_before=1), commit(days_before=30_000)]
    assert check(MemorySnapshot(files, history=undated)).reason == "age"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"README.md": "# x\n\n[plannen](https://voorbeeld.example/roadmap)"}, Evidence("README.md", 3)),
        ({"publiccode.yml": "name: x\nroadmap: https://voorbeeld.example/x\n"}, Evidence("publiccode.yml", 2)),
    ],
)
def test_a_roadmap_elsewhere_is_unknown(files: dict[str, str], place: Evidence) -> None:
    assert check(MemorySnapshot(files)) == unknown("elsewhere", place, path=place.path or "")


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"README.md": "# x\n\n[plannen](docs/roadmap.md)\n"},
        {"README.md": "# x\n\n## Roadmap\n"},
        {"publiccode.yml": "roadmap: 3\n"},
    ],
)
def test_nothing_found_is_unknown_for_there_may_be_milestones(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files)) == unknown("not-found")


def test_what_is_retired_needs_no_plan() -> None:
    files = {"README.md": "# x\n\nThis project is archived.\n", "ROADMAP.md": "# Roadmap\n"}

    assert check(MemorySnapshot(files)) == not_applicable("retired", Evidence("README.md", 3))
