# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.community.answers_newcomers_in_time import PARAMETERS, check
from ospo.domain.finding import Evidence, Outcome, not_applicable, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")


@pytest.mark.parametrize(
    ("median", "count", "outcome", "reason"),
    [
        (0, 5, Outcome.MET, "in-time"),
        (14, 20, Outcome.MET, "in-time"),
        (15, 20, Outcome.NOT_MET, "late"),
        (1, 4, Outcome.UNKNOWN, "too-few"),
        (90, 4, Outcome.UNKNOWN, "too-few"),
        (0, 0, Outcome.UNKNOWN, "too-few"),
    ],
)
def test_the_median_is_held_against_the_limit(median: int, count: int, outcome: Outcome, reason: str) -> None:
    told = facts(first_response_days=median, first_response_count=count)

    verdict = check(MemorySnapshot(facts=told), 14)

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SOURCE, seen="2026-11-01")


def test_a_profile_may_set_another_limit() -> None:
    told = MemorySnapshot(facts=facts(first_response_days=3, first_response_count=9))

    assert check(told, 2).values == {"median": 3, "days": 2, "n": 9, "seen": "2026-11-01"}
    assert check(told, 2).reason == "late"
    assert PARAMETERS["days"].default == 14


@pytest.mark.parametrize("told", [{}, {"first_response_days": 1}, {"first_response_count": 9}])
def test_without_both_facts_it_is_unknown(told: dict[str, int]) -> None:
    assert check(MemorySnapshot(facts=facts(**told)), 14) == unknown("not-told")


def test_what_is_retired_owes_no_answer() -> None:
    told = facts(first_response_days=90, first_response_count=9)

    snapshot = MemorySnapshot({"README.md": "This project is archived."}, facts=told)
    assert check(snapshot, 14) == not_applicable("retired", Evidence("README.md", 1))
