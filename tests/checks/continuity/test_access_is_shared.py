# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.continuity.access_is_shared import check
from ospo.domain.evidence import FactValue, ForgeFact
from ospo.domain.finding import Evidence, Outcome, met, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")
LATER = COMMITTED + timedelta(days=367)
TEAMS = "teams:\n  - name: beheer\n    permission: admin\n  - name: bouw\n    permission: admin\n"


def test_two_and_an_organisation_is_shared_for_a_year() -> None:
    verdict = check(MemorySnapshot(facts=facts(admins=2, owner_kind="organisation")))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "shared", (SOURCE,))
    assert verdict.values == {"n": 2, "seen": "2026-11-01"}
    assert verdict.at(LATER) == unknown("fact-is-old", SOURCE, seen="2026-11-01")


def test_the_oldest_of_both_facts_says_how_long_it_holds() -> None:
    seen = COMMITTED.date() - timedelta(days=300)
    told = facts(admins=3) | {"owner-kind": ForgeFact("organisation", seen, "beheerder")}

    verdict = check(MemorySnapshot(facts=told))

    assert verdict.values["seen"] == seen.isoformat()
    assert verdict.at(COMMITTED + timedelta(days=70)).reason == "fact-is-old"


@pytest.mark.parametrize("admins", [0, 1])
@pytest.mark.parametrize("rest", [{}, {"owner_kind": "organisation"}])
def test_one_admin_may_be_a_team_and_is_unknown(admins: int, rest: dict[str, FactValue]) -> None:
    verdict = check(MemorySnapshot(facts=facts(admins=admins, **rest)))

    assert (verdict.outcome, verdict.reason) == (Outcome.UNKNOWN, "one-admin")
    assert verdict.at(LATER).reason == "fact-is-old"


@pytest.mark.parametrize("rest", [{}, {"admins": 1}, {"admins": 5}])
def test_an_account_of_a_person_is_not_met(rest: dict[str, FactValue]) -> None:
    verdict = check(MemorySnapshot(facts=facts(owner_kind="person", **rest)))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "owner-is-person")


def test_half_of_the_facts_is_unknown() -> None:
    assert check(MemorySnapshot(facts=facts(admins=2))) == unknown("owner-not-told", SOURCE, seen="2026-11-01")
    assert check(MemorySnapshot(facts=facts(owner_kind="organisation"))) == unknown(
        "admins-not-told", SOURCE, seen="2026-11-01"
    )
    assert check(MemorySnapshot()) == unknown("not-told")


def test_teams_in_settings_count_when_the_facts_do_not_tell() -> None:
    snapshot = MemorySnapshot({".github/settings.yml": TEAMS})

    assert check(snapshot) == met("set", Evidence(".github/settings.yml", 1), path=".github/settings.yml", n=2)
    assert (
        check(MemorySnapshot({".github/settings.yml": TEAMS}, facts=facts(owner_kind="organisation"))).reason == "set"
    )
    assert check(MemorySnapshot({".github/settings.yml": TEAMS}, facts=facts(admins=1))).reason == "one-admin"


@pytest.mark.parametrize(
    "text",
    [
        "teams: [{name: beheer, permission: admin}]\n",
        "collaborators: [{username: dev-one, permission: admin}, {username: dev-two, permission: admin}]\n",
        "teams: [{name: a, permission: push}, {name: b, permission: push}]\n",
        "teams: beheer\n",
        "teams: [\n",
    ],
)
def test_settings_that_do_not_show_both_leave_it_unknown(text: str) -> None:
    assert check(MemorySnapshot({".github/settings.yml": text})) == unknown("not-told")


def test_facts_of_another_type_or_word_tell_nothing() -> None:
    assert check(MemorySnapshot(facts=facts(admins="twee", owner_kind="robot"))).outcome is Outcome.UNKNOWN
