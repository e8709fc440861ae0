# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from ospo.checks.community.issue_tracker_is_open import check
from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Outcome, not_applicable, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")
TRACKER = "# x\n\nhttps://jira.voorbeeld.example/projects/X\n"


def test_an_open_tracker_is_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(facts=facts(issues_enabled=True)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "open", (SOURCE,))
    assert verdict.values == {"seen": "2026-11-01"}
    assert verdict.at(COMMITTED + timedelta(days=365)).reason == "open"
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SOURCE, seen="2026-11-01")


def test_a_closed_one_is_not_met_for_a_year() -> None:
    verdict = check(MemorySnapshot({"README.md": "# x\n"}, facts=facts(issues_enabled=False)))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "closed")
    assert verdict.at(COMMITTED + timedelta(days=367)).reason == "fact-is-old"


def test_a_tracker_elsewhere_makes_a_closed_one_unknown() -> None:
    verdict = check(MemorySnapshot({"README.md": TRACKER}, facts=facts(issues_enabled=False)))

    assert (verdict.outcome, verdict.reason) == (Outcome.UNKNOWN, "elsewhere")
    assert verdict.evidence == (Evidence("README.md", 3), SOURCE)


def test_an_archived_repository_has_no_open_tracker_to_ask_for() -> None:
    verdict = check(MemorySnapshot(facts=facts(archived=True, issues_enabled=True)))

    assert verdict == not_applicable("archived", SOURCE, seen="2026-11-01")


def test_a_role_as_source_is_no_place_to_click() -> None:
    told = {"issues-enabled": ForgeFact(True, COMMITTED.date(), "beheerder")}

    assert check(MemorySnapshot(facts=told)).evidence == ()


def test_settings_in_the_tree_count_when_nothing_was_told() -> None:
    on, off = ({".github/settings.yml": f"repository:\n  has_issues: {value}\n"} for value in ("true", "false"))

    assert (check(MemorySnapshot(on)).outcome, check(MemorySnapshot(on)).reason) == (Outcome.MET, "set")
    assert check(MemorySnapshot(off)) == unknown(
        "set-off", Evidence(".github/settings.yml", 2), path=".github/settings.yml"
    )
    assert check(MemorySnapshot(off, facts=facts(issues_enabled=True))).reason == "open"


def test_without_a_fact_a_link_is_no_proof() -> None:
    assert check(MemorySnapshot()) == unknown("not-told")
    assert check(MemorySnapshot({"README.md": TRACKER})) == unknown("not-told", Evidence("README.md", 3))
