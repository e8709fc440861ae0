# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from ospo.checks.security.dependencies_are_checked_in_ci import check
from ospo.domain.finding import Evidence, Outcome, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot, facts

CI = ".github/workflows/ci.yml"
PROJECT = {"src/a.js": "x\n", "package.json": '{"dependencies": {"a": "1"}}'}


def workflow(run: str, events: str = "pull_request", name: str = "a") -> str:
    return f"on: {events}\njobs:\n  {name}:\n    steps:\n      - run: {run}\n"


def test_a_step_that_checks_dependencies_is_met() -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("npm audit")}))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "runs", (Evidence(CI, 5),))
    assert verdict.values == {"tool": "npm audit", "path": CI}


def test_a_nightly_check_is_met() -> None:
    assert check(MemorySnapshot({**PROJECT, CI: workflow("osv-scanner .", "schedule")})).reason == "runs"


def test_a_script_that_a_pipeline_calls_is_met_with_both_places() -> None:
    files = {**PROJECT, CI: workflow("scripts/check.sh"), "scripts/check.sh": "set -e\ntrivy fs .\n"}

    assert check(MemorySnapshot(files)).evidence == (Evidence(CI, 5), Evidence("scripts/check.sh", 2))


def test_pipelines_without_a_step_are_not_met() -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("npm test")}))

    assert verdict == not_met("no-step", Evidence("package.json"), Evidence(CI), count=1)


def test_settings_of_dependabot_are_no_check_in_ci() -> None:
    files = {**PROJECT, CI: workflow("npm test"), ".github/dependabot.yml": "version: 2\nupdates: []\n"}

    assert check(MemorySnapshot(files)).reason == "no-step"


def test_no_ci_at_all_is_not_met() -> None:
    assert check(MemorySnapshot(PROJECT)) == not_met("no-ci", Evidence("package.json"), path="package.json")


@pytest.mark.parametrize("events", ["workflow_dispatch", "release"])
def test_a_step_on_other_events_is_unknown(events: str) -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("npm audit", events)}))

    assert verdict == unknown("not-on-changes", Evidence(CI, 5), tool="npm audit", path=CI)


@pytest.mark.parametrize("name", ["vulnerabilities", "sca", "dependency-check", "security_scan", "check-cves"])
def test_a_name_that_speaks_of_it_is_unknown(name: str) -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("./own-tool", name=name)}))

    assert verdict == unknown("only-a-name", Evidence(CI, 3), path=CI)


def test_work_for_another_repository_is_unknown() -> None:
    text = "on: push\njobs:\n  a:\n    uses: voorbeeld/ci/.github/workflows/all.yml@v1\n"

    assert check(MemorySnapshot({**PROJECT, CI: text})) == unknown("elsewhere", Evidence(CI, 4), path=CI)


def test_a_required_status_check_is_met_for_a_year() -> None:
    given = facts(required_status_checks=("build", "dependency-review"))

    verdict = check(MemorySnapshot(PROJECT, facts=given))

    assert (verdict.outcome, verdict.reason, verdict.values["name"]) == (Outcome.MET, "required", "dependency-review")
    assert verdict.at(datetime(2028, 1, 1, tzinfo=UTC)).reason == "fact-is-old"


def test_other_required_checks_settle_nothing() -> None:
    assert check(MemorySnapshot(PROJECT, facts=facts(required_status_checks=("build",)))).reason == "no-ci"


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "x"},
        {"src/a.js": "x\n", "package.json": "{}"},
        {"Chart.yaml": "name: x\ndependencies: [{name: a, repository: https://voorbeeld.example}]\n", "x.sh": "x\n"},
    ],
)
def test_without_dependencies_there_is_nothing_to_check(files: dict[str, str]) -> None:
    assert check(MemorySnapshot({**files, CI: workflow("true")})) == not_applicable("no-dependencies")


def test_a_pipeline_that_cannot_be_had_is_passed_on() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**PROJECT, CI: Unreadable("missing")}))
