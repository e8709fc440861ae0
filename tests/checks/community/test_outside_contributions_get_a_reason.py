# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.community.outside_contributions_get_a_reason import PARAMETERS, check
from ospo.domain.finding import Evidence, Outcome, not_applicable, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")


@pytest.mark.parametrize(
    ("closed", "silent", "outcome", "reason"),
    [
        (20, 0, Outcome.MET, "explained"),
        (20, 2, Outcome.MET, "explained"),
        (20, 3, Outcome.NOT_MET, "silent"),
        (5, 1, Outcome.NOT_MET, "silent"),
        (4, 1, Outcome.UNKNOWN, "too-few"),
        (1, 0, Outcome.MET, "explained"),
        (0, 0, Outcome.NOT_APPLICABLE, "none-closed"),
    ],
)
def test_the_silent_share_is_held_against_the_limit(closed: int, silent: int, outcome: Outcome, reason: str) -> None:
    told = facts(outside_requests_closed=closed, outside_requests_closed_silently=silent)

    verdict = check(MemorySnapshot(facts=told), 10)

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SOURCE, seen="2026-11-01")


def test_a_profile_may_set_another_limit() -> None:
    told = MemorySnapshot(facts=facts(outside_requests_closed=20, outside_requests_closed_silently=2))

    assert check(told, 5).reason == "silent"
    assert check(told, 5).values == {"n": 20, "silent": 2, "percent": 5, "seen": "2026-11-01"}
    assert PARAMETERS["percent"].default == 10


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"outside_requests_closed": 3},
        {"outside_requests_closed_silently": 1},
        {"outside_requests_closed": 3, "outside_requests_closed_silently": 4},
    ],
)
def test_without_sound_facts_it_is_unknown(told: dict[str, int]) -> None:
    assert check(MemorySnapshot(facts=facts(**told)), 10) == unknown("not-told")


def test_that_nothing_was_closed_needs_no_second_fact() -> None:
    assert check(MemorySnapshot(facts=facts(outside_requests_closed=0)), 10).reason == "none-closed"


def test_what_is_retired_owes_no_answer() -> None:
    told = facts(outside_requests_closed=9, outside_requests_closed_silently=9)

    snapshot = MemorySnapshot({"README.md": "This project is archived."}, facts=told)
    assert check(snapshot, 10) == not_applicable("retired", Evidence("README.md", 1))
