# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

from ospo.checks.quality.changes_are_reviewed import check
from ospo.domain.finding import Evidence, Outcome, met, unknown
from ospo.domain.snapshot import Commit
from snapshots import COMMITTED, MemorySnapshot, commit, facts

SEEN = Evidence(url="https://forge.example/api")


def line(*messages: str) -> list[Commit]:
    """A main line, newest first, with a commit a day."""
    ids = [f"{day:040x}" for day in range(len(messages) + 1)]
    return [commit(days_before=day, message=text, parents=(ids[day + 1],)) for day, text in enumerate(messages)]


def test_a_fact_with_approvals_is_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(facts=facts(required_approvals=1)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "required", (SEEN,))
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SEEN, seen="2026-11-01")


def test_a_fact_without_approvals_is_not_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(facts=facts(required_approvals=0), history=line(*["Merge pull request #1"] * 30)))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "not-required")
    assert verdict.at(COMMITTED + timedelta(days=367)).reason == "fact-is-old"


def test_settings_in_the_tree_are_met() -> None:
    ruleset = '{"rules": [{"type": "pull_request", "parameters": {"required_approving_review_count": 2}}]}'
    path = ".github/rulesets/main.json"

    assert check(MemorySnapshot({path: ruleset})) == met("set", Evidence(path), path=path, n=2)
    assert check(MemorySnapshot({path: ruleset.replace("2", "0")})).reason == "not-told"


def test_requests_in_the_history_prove_no_review_but_are_told() -> None:
    history = line(*["Merge pull request #7 from x/y"] * 15, *["Change something"] * 5)

    assert check(MemorySnapshot(history=history)) == unknown("by-request", n=20, share=75)


def test_reviewers_named_in_the_history_are_told() -> None:
    history = line(*["Fix\n\nReviewed-by: Dev Two <dev-two@voorbeeld.example>"] * 10, *["Fix"] * 10)

    assert check(MemorySnapshot(history=history)) == unknown("names-reviewers", n=20, share=50)


def test_too_little_history_tells_nothing() -> None:
    full = line(*["Merge pull request #7 from x/y"] * 30)

    assert check(MemorySnapshot(history=full[:5])) == unknown("not-told")
    assert check(MemorySnapshot(history=full, is_shallow=True)) == unknown("not-told")
    assert check(MemorySnapshot(history=full, committed=datetime(1970, 1, 1, tzinfo=UTC))) == unknown("not-told")
