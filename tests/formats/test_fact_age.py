# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, not_met, unknown
from ospo.formats import fact_age

SEEN = date(2026, 1, 10)


def fact(source: str = "https://forge.example/api") -> ForgeFact:
    return ForgeFact(True, SEEN, source)


@pytest.mark.parametrize(
    ("source", "evidence"),
    [
        ("https://forge.example/api", (Evidence(url="https://forge.example/api"),)),
        ("beheerder", ()),
    ],
)
def test_only_an_address_is_evidence(source: str, evidence: tuple[Evidence, ...]) -> None:
    assert fact_age.evidence(fact(source)) == evidence


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (datetime(2026, 1, 10, 12, tzinfo=UTC), "off"),
        (datetime(2027, 1, 10, 23, 59, tzinfo=UTC), "off"),
        (datetime(2027, 1, 11, tzinfo=UTC), "old"),
    ],
)
def test_a_fact_holds_for_a_year(now: datetime, reason: str) -> None:
    verdict = fact_age.while_fresh(not_met("off"), fact(), unknown("old"))

    assert verdict.at(now).reason == reason


def test_the_day_is_written_as_a_date() -> None:
    assert fact_age.seen(fact()) == "2026-01-10"
