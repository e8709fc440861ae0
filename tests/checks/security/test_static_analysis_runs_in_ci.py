# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from ospo.checks.security.static_analysis_runs_in_ci import check
from ospo.domain.finding import Evidence, Outcome, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot, facts

CI = ".github/workflows/ci.yml"
GITHUB = ("https://github.com/voorbeeld/app",)
GITLAB = ("https://gitlab.example/voorbeeld/app",)
PROGRAM = {"src/a.py": "x\n", "src/b.py": "y\n"}


def workflow(run: str, events: str = "pull_request") -> str:
    return f"on: {events}\njobs:\n  a:\n    steps:\n      - run: {run}\n"


def test_an_analyser_in_a_pipeline_is_met() -> None:
    verdict = check(MemorySnapshot({**PROGRAM, CI: workflow("semgrep ci")}))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "runs", (Evidence(CI, 5),))
    assert verdict.values == {"tool": "Semgrep", "path": CI}


def test_an_analyser_that_a_pipeline_calls_is_met_with_both_places() -> None:
    files = {**PROGRAM, CI: workflow("make scan"), "Makefile": "scan:\n\tbandit -r src\n"}

    assert check(MemorySnapshot(files)).evidence == (Evidence(CI, 5), Evidence("Makefile", 2))


def test_a_linter_with_security_rules_is_met() -> None:
    files = {**PROGRAM, CI: workflow("ruff check"), "pyproject.toml": '[tool.ruff.lint]\nselect = ["S"]\n'}

    verdict = check(MemorySnapshot(files))

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "rules")
    assert verdict.evidence == (Evidence(CI, 5), Evidence("pyproject.toml"))


def test_security_rules_that_no_pipeline_runs_do_not_count() -> None:
    files = {**PROGRAM, CI: workflow("make"), "pyproject.toml": '[tool.ruff.lint]\nselect = ["S"]\n'}

    assert check(MemorySnapshot(files, remotes=GITLAB)).reason == "no-step"


def test_a_linter_alone_is_unknown() -> None:
    verdict = check(MemorySnapshot({**PROGRAM, CI: workflow("npx eslint .")}, remotes=GITLAB))

    assert verdict == unknown("only-linter", Evidence(CI, 5), tool="ESLint", path=CI)


def test_on_github_its_absence_is_unknown() -> None:
    for remotes in (GITHUB, ()):
        verdict = check(MemorySnapshot({**PROGRAM, CI: workflow("make")}, remotes=remotes))
        assert verdict == unknown("may-be-a-setting", Evidence(CI))


def test_on_another_forge_its_absence_is_not_met() -> None:
    verdict = check(MemorySnapshot({**PROGRAM, ".gitlab-ci.yml": "a: {script: make}\n"}, remotes=GITLAB))

    assert verdict == not_met("no-step", Evidence(".gitlab-ci.yml"), count=1)


def test_on_another_forge_without_ci_is_not_met() -> None:
    assert check(MemorySnapshot(PROGRAM, remotes=GITLAB)) == not_met("no-ci")


def test_the_forge_may_do_it_itself_for_a_year() -> None:
    verdict = check(MemorySnapshot(PROGRAM, remotes=GITHUB, facts=facts(code_scanning=True)))

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "forge")
    assert verdict.evidence == (Evidence(url="https://forge.example/api"),)
    assert verdict.at(datetime(2028, 1, 1, tzinfo=UTC)).reason == "fact-is-old"


def test_the_forge_may_say_that_it_does_not() -> None:
    verdict = check(MemorySnapshot(PROGRAM, remotes=GITHUB, facts=facts(code_scanning=False)))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "nowhere")
    assert verdict.at(datetime(2028, 1, 1, tzinfo=UTC)).outcome is Outcome.UNKNOWN


def test_an_analyser_among_the_required_checks_is_met() -> None:
    given = facts(required_status_checks=("build", "CodeQL"), code_scanning=False)

    verdict = check(MemorySnapshot(PROGRAM, remotes=GITHUB, facts=given))

    assert (verdict.reason, verdict.values["name"]) == ("required", "CodeQL")


def test_required_checks_without_one_settle_nothing() -> None:
    given = facts(required_status_checks=("build",))

    assert check(MemorySnapshot(PROGRAM, remotes=GITHUB, facts=given)).reason == "may-be-a-setting"


def test_a_pipeline_on_other_events_is_unknown() -> None:
    verdict = check(MemorySnapshot({**PROGRAM, CI: workflow("semgrep ci", "workflow_dispatch")}, remotes=GITLAB))

    assert verdict == unknown("not-on-changes", Evidence(CI, 5), tool="Semgrep", path=CI)


def test_settings_of_a_service_without_a_step_are_unknown() -> None:
    files = {**PROGRAM, "sonar-project.properties": "sonar.projectKey=x\n"}

    assert check(MemorySnapshot(files, remotes=GITLAB)) == unknown(
        "only-settings", Evidence("sonar-project.properties"), path="sonar-project.properties"
    )


def test_work_for_another_repository_is_unknown() -> None:
    text = "on: push\njobs:\n  a:\n    uses: voorbeeld/ci/.github/workflows/all.yml@v1\n"

    assert check(MemorySnapshot({**PROGRAM, CI: text}, remotes=GITLAB)).reason == "elsewhere"


def test_a_repository_without_a_program_has_nothing_to_analyse() -> None:
    assert check(MemorySnapshot({"README.md": "x"}, remotes=GITLAB)) == not_applicable("no-program")


def test_a_pipeline_that_cannot_be_had_is_passed_on() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**PROGRAM, ".gitlab-ci.yml": Unreadable("missing")}, remotes=GITLAB))
