# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.publiccode.is_in_the_national_register import check
from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Outcome, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")


@pytest.mark.parametrize(
    ("value", "outcome", "reason"), [(True, Outcome.MET, "listed"), (False, Outcome.NOT_MET, "not-listed")]
)
def test_what_was_seen_holds_for_a_year(value: bool, outcome: Outcome, reason: str) -> None:
    verdict = check(MemorySnapshot(facts=facts(in_national_register=value)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=365)).reason == reason
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SOURCE, seen="2026-11-01")


def test_without_the_fact_it_is_unknown() -> None:
    assert check(MemorySnapshot()) == unknown("not-told")
    assert check(MemorySnapshot({"publiccode.yml": "name: x\n"})) == unknown("not-told", Evidence("publiccode.yml"))


def test_a_fact_of_another_type_tells_nothing() -> None:
    told = {"in-national-register": ForgeFact("ja", COMMITTED.date(), "beheerder")}

    assert check(MemorySnapshot(facts=told)) == unknown("not-told")
