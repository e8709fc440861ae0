# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.two_factor_is_required import check
from ospo.domain.finding import Evidence, not_applicable, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")
SEEN = COMMITTED.date().isoformat()


@pytest.mark.parametrize(
    ("value", "outcome", "reason"), [(True, "met", "required"), (False, "not-met", "not-required")]
)
def test_the_fact_settles_it_for_a_year(value: bool, outcome: str, reason: str) -> None:
    verdict = check(MemorySnapshot(facts=facts(two_factor_required=value)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=366)) == unknown("fact-is-old", SOURCE, seen=SEEN)


def test_under_a_personal_account_it_does_not_apply() -> None:
    assert check(MemorySnapshot(facts=facts(owner_kind="person"))) == not_applicable(
        "personal-account", SOURCE, seen=SEEN
    )
    assert check(MemorySnapshot(facts=facts(owner_kind="organisation"))) == unknown("not-told")


@pytest.mark.parametrize(
    "text", ["Maintainers must use two-factor authentication.", "2FA is verplicht voor wie mag mergen."]
)
def test_a_text_that_asks_for_it_does_not_show_that_the_forge_does(text: str) -> None:
    assert check(MemorySnapshot({"GOVERNANCE.md": f"# Rollen\n\n{text}\n"})) == unknown(
        "only-asked", Evidence("GOVERNANCE.md", 3), path="GOVERNANCE.md"
    )


@pytest.mark.parametrize("text", ["The application offers two-factor authentication.", "You must sign off.", ""])
def test_nothing_told_is_unknown(text: str) -> None:
    assert check(MemorySnapshot({"CONTRIBUTING.md": text})) == unknown("not-told")
