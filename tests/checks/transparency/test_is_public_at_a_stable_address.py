# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.transparency.is_public_at_a_stable_address import check
from ospo.domain.finding import Evidence, Outcome, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SEEN = Evidence(url="https://forge.example/api")


@pytest.mark.parametrize(
    ("public", "outcome", "reason"), [(True, Outcome.MET, "public"), (False, Outcome.NOT_MET, "not-public")]
)
def test_the_forge_tells_and_that_holds_for_a_year(public: bool, outcome: Outcome, reason: str) -> None:
    verdict = check(MemorySnapshot(facts=facts(public=public)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SEEN,))
    assert verdict.values == {"seen": "2026-11-01"}
    assert verdict.at(COMMITTED + timedelta(days=364)).reason == reason
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SEEN, seen="2026-11-01")


def test_a_clone_alone_tells_nothing() -> None:
    assert check(MemorySnapshot(remotes=("https://github.com/voorbeeld/code",))) == unknown("not-told")
    assert check(MemorySnapshot()) == unknown("no-address")
