# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.secret_scanning_is_on import check
from ospo.domain.finding import Evidence, met, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")
SEEN = COMMITTED.date().isoformat()
CI = ".github/workflows/ci.yml"
SCAN = "jobs:\n  a:\n    steps:\n      - uses: gitleaks/gitleaks-action@v2\n"
HOOKS = ".pre-commit-config.yaml"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"secret_scanning": True}, "on"),
        ({"secret_scanning": True, "push_protection": True}, "on-and-refusing"),
        ({"push_protection": True}, "on-and-refusing"),
        ({"secret_scanning": True, "push_protection": False}, "on-not-refusing"),
    ],
)
def test_a_forge_that_looks_is_met_for_a_year(told: dict[str, bool], reason: str) -> None:
    verdict = check(MemorySnapshot(facts=facts(**told)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == ("met", reason, (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=366)) == unknown("fact-is-old", SOURCE, seen=SEEN)


def test_a_forge_that_does_not_look_is_not_met() -> None:
    verdict = check(MemorySnapshot(facts=facts(secret_scanning=False)))

    assert (verdict.outcome, verdict.reason) == ("not-met", "off")
    assert verdict.at(COMMITTED + timedelta(days=366)).reason == "fact-is-old"


@pytest.mark.parametrize("told", [{}, {"secret_scanning": False}, {"push_protection": False}])
def test_a_scan_in_a_pipeline_will_do(told: dict[str, bool]) -> None:
    files = {CI: f"on: pull_request\n{SCAN}"}

    assert check(MemorySnapshot(files, facts=facts(**told))) == met("in-ci", Evidence(CI, 5), tool="Gitleaks", path=CI)


def test_a_scan_that_does_not_start_on_changes_is_unknown() -> None:
    assert check(MemorySnapshot({CI: f"on: workflow_dispatch\n{SCAN}"})) == unknown(
        "not-on-changes", Evidence(CI, 5), tool="Gitleaks", path=CI
    )


def test_a_hook_on_the_machine_of_whoever_installed_it_is_unknown() -> None:
    files = {HOOKS: "repos:\n  - repo: x\n    hooks:\n      - id: gitleaks\n"}

    assert check(MemorySnapshot(files)) == unknown("only-before-commit", Evidence(HOOKS, 4), path=HOOKS)


def test_the_same_hook_run_in_a_pipeline_is_met() -> None:
    files = {
        HOOKS: "repos:\n  - repo: x\n    hooks:\n      - id: gitleaks\n",
        CI: "on: push\njobs:\n  a:\n    steps:\n      - run: pre-commit run --all-files\n",
    }

    assert check(MemorySnapshot(files)) == met("in-ci", Evidence(HOOKS, 4), tool="Gitleaks", path=HOOKS)


@pytest.mark.parametrize("told", [{}, {"push_protection": False}])
def test_nothing_told_is_unknown(told: dict[str, bool]) -> None:
    assert check(MemorySnapshot({CI: "on: push\n"}, facts=facts(**told))) == unknown("not-told")


@pytest.mark.parametrize(
    ("settings", "outcome"), [({}, "met"), ({".mega-linter.yml": "DISABLE: [REPOSITORY]\n"}, "unknown")]
)
def test_mega_linter_counts_when_its_settings_leave_the_search_on(settings: dict[str, str], outcome: str) -> None:
    files = {CI: "on: push\njobs:\n  a:\n    steps:\n      - uses: oxsecurity/megalinter@v9\n", **settings}

    assert check(MemorySnapshot(files)).outcome == outcome
