# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.style_is_checked_in_ci import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot, commit

CI = ".github/workflows/ci.yml"
CODE = {"src/a.py": "", "src/b.py": "", "pyproject.toml": ""}


def steps(*lines: str, on: str = "push") -> str:
    return f"on: {on}\njobs:\n  x:\n    steps:\n" + "".join(f"      - {line}\n" for line in lines)


def test_a_step_is_met_at_its_line() -> None:
    snapshot = MemorySnapshot({**CODE, CI: steps("run: pip install ruff", "run: ruff check .")})

    assert check(snapshot) == met("runs", Evidence(CI, 6), tool="Ruff", path=CI)


def test_a_tool_in_what_the_pipeline_calls_is_met() -> None:
    snapshot = MemorySnapshot({**CODE, CI: steps("run: make ci"), "Makefile": "ci:\n\tblack --check .\n"})

    assert check(snapshot) == met("runs", Evidence(CI, 5), Evidence("Makefile", 2), tool="Black", path=CI)


def test_a_script_that_npm_runs_before_another_is_met() -> None:
    scripts = '{"scripts": {\n"pretest": "eslint .",\n"test": "mocha"}}'
    snapshot = MemorySnapshot({"src/a.ts": "", "src/b.ts": "", "package.json": scripts, CI: steps("run: npm test")})

    assert check(snapshot) == met("runs", Evidence(CI, 5), Evidence("package.json", 2), tool="ESLint", path=CI)


def test_documents_whose_style_is_checked_are_met_as_well() -> None:
    assert check(MemorySnapshot({"a.md": "", CI: steps("run: npx markdownlint-cli2 .")})).reason == "runs"


def test_documents_without_such_a_step_are_left_alone() -> None:
    assert check(MemorySnapshot({"a.md": "", CI: steps("run: make html")})) == not_applicable("no-program")


def test_installing_a_tool_does_not_run_it() -> None:
    snapshot = MemorySnapshot({**CODE, CI: steps("run: pip install flake8", "name: Run pylint")})

    assert check(snapshot) == not_met("no-step", Evidence(CI), count=1)


def test_a_step_that_starts_by_hand_is_unknown() -> None:
    snapshot = MemorySnapshot({**CODE, CI: steps("run: ruff check .", on="workflow_dispatch")})

    assert check(snapshot) == unknown("not-on-changes", Evidence(CI, 5), tool="Ruff", path=CI)


def test_a_pipeline_elsewhere_may_do_it() -> None:
    text = "on: push\njobs:\n  x:\n    uses: voorbeeld/workflows/.github/workflows/quality.yml@main\n"

    assert check(MemorySnapshot({**CODE, CI: text})) == unknown("elsewhere", Evidence(CI, 4), path=CI)


@pytest.mark.parametrize("path", ["sonar-project.properties", ".styleci.yml", ".codacy.yml"])
def test_a_service_is_set_outside_the_repository(path: str) -> None:
    assert check(MemorySnapshot({**CODE, path: ""})) == unknown("only-service", Evidence(path), path=path)


def test_a_service_in_a_step_is_unknown() -> None:
    snapshot = MemorySnapshot({**CODE, CI: steps("uses: SonarSource/sonarqube-scan-action@v5")})

    assert check(snapshot) == unknown("only-service", Evidence(CI, 5), path=CI)


def test_hooks_alone_are_unknown_and_met_when_a_service_ran_them() -> None:
    files = {**CODE, ".pre-commit-config.yaml": "repos: []\n", CI: steps("run: pytest")}
    quiet = MemorySnapshot(files, history=[commit()])
    served = MemorySnapshot(files, history=[commit(), commit(who="pre-commit-ci[bot]", days_before=9)])

    assert check(quiet).reason == "only-hooks"
    assert check(served) == met("service", Evidence(".pre-commit-config.yaml"), path=".pre-commit-config.yaml")


def test_a_build_with_eslint_set_may_check_it() -> None:
    files = {
        "src/a.ts": "",
        "src/b.ts": "",
        "package.json": "{}",
        ".eslintrc.json": "{}",
        CI: steps("run: npm run build"),
    }

    assert check(MemorySnapshot(files)) == unknown("by-build", Evidence(CI, 5), path=CI)
    del files[".eslintrc.json"]
    assert check(MemorySnapshot(files)).reason == "no-step"


def test_settings_without_a_step_are_not_met() -> None:
    snapshot = MemorySnapshot({**CODE, ".editorconfig": "", ".flake8": "", CI: steps("run: pytest")})

    assert check(snapshot) == not_met("only-settings", Evidence(".flake8"), Evidence(CI), path=".flake8")


def test_a_program_without_ci_is_not_met() -> None:
    assert check(MemorySnapshot(CODE)) == not_met("no-ci")
    assert check(MemorySnapshot({**CODE, ".flake8": ""})) == not_met("no-ci", Evidence(".flake8"))


def test_loose_scripts_without_ci_are_left_alone() -> None:
    assert check(MemorySnapshot({"a.py": "", "b.py": ""})) == not_applicable("only-scripts", count=2)


def test_a_pipeline_that_cannot_be_read_is_not_taken_for_silent() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**CODE, CI: Unreadable("missing")}))
