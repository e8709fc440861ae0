# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.ci_runs_tests import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

CI = ".github/workflows/ci.yml"
CODE = {"src/a.py": "", "src/b.py": ""}


def steps(*lines: str) -> str:
    return "on: push\njobs:\n  x:\n    steps:\n" + "".join(f"      - {line}\n" for line in lines)


def test_a_test_step_is_met_at_the_surest_line() -> None:
    other = steps("name: Run tests", "run: make test")
    verdict = check(MemorySnapshot({**CODE, CI: steps("run: pytest"), ".github/workflows/a.yml": other}))

    assert verdict == met("runs", Evidence(CI, 5), path=CI)


def test_documents_with_tests_are_met_as_well() -> None:
    assert check(MemorySnapshot({"a.md": "", CI: steps("run: npm test")})).reason == "runs"


@pytest.mark.parametrize(
    ("line", "path", "content", "at"),
    [
        ("run: make ci", "Makefile", "ci: lint\n\techo\n\tpytest\n", 3),
        ("run: npm run verify", "package.json", '{"scripts": {\n"verify": "vitest run"}}', 2),
        (
            "run: npx concurrently 'npm:*'",
            "package.json",
            '{"scripts": {\n"lint": "eslint .",\n"spec": "vitest run"}}',
            3,
        ),
        ("run: npx turbo run verify", "packages/web/package.json", '{"scripts": {\n"verify": "vitest run"}}', 2),
        ("run: ./script/ci.sh", "script/ci.sh", "set -e\ngo test ./...\n", 2),
        (
            "uses: ./.github/actions/unit",
            ".github/actions/unit/action.yml",
            "runs:\n  steps:\n    - run: cargo test\n",
            3,
        ),
        ("run: docker build .", "Dockerfile", "FROM x\nRUN npm test\n", 2),
    ],
)
def test_tests_in_what_the_pipeline_calls_are_met(line: str, path: str, content: str, at: int) -> None:
    verdict = check(MemorySnapshot({**CODE, CI: steps(line), path: content}))

    assert verdict == met("called", Evidence(CI, 5), Evidence(path, at), path=CI)


def test_calls_are_followed_two_steps_deep_and_not_in_circles() -> None:
    two = {CI: steps("run: make ci"), "Makefile": "ci: all\n\t./a.sh\n", "a.sh": "pytest\n"}
    three = {CI: steps("run: make ci"), "Makefile": "ci:\n\t./a.sh\n", "a.sh": "./b.sh\n", "b.sh": "pytest\n"}
    circle = {CI: steps("run: make ci"), "Makefile": "ci: ci\n\tmake ci\n"}

    assert check(MemorySnapshot({**CODE, **two})).reason == "called"
    assert check(MemorySnapshot({**CODE, **three})).reason == "no-test-step"
    assert check(MemorySnapshot({**CODE, **circle})).reason == "no-test-step"


def test_a_step_by_name_is_met_when_no_command_is_known() -> None:
    assert check(MemorySnapshot({**CODE, CI: steps("name: Run unit tests")})) == met("named", Evidence(CI, 5), path=CI)


def test_travis_tests_without_a_script() -> None:
    assert check(MemorySnapshot({**CODE, ".travis.yml": "language: python\n"})) == met(
        "runs", Evidence(".travis.yml", 1), path=".travis.yml"
    )
    assert check(MemorySnapshot({**CODE, ".travis.yml": "script: make\n"})).reason == "no-test-step"


def test_ci_without_a_test_step_is_not_met() -> None:
    verdict = check(MemorySnapshot({**CODE, CI: steps("run: pip install pytest", "run: ruff check src tests")}))

    assert verdict == not_met("no-test-step", Evidence(CI), count=1)


def test_code_without_ci_is_not_met() -> None:
    assert check(MemorySnapshot({**CODE, "pyproject.toml": ""})) == not_met("no-ci")
    assert check(MemorySnapshot({f"src/{n}.py": "" for n in range(10)})) == not_met("no-ci")


def test_a_few_loose_scripts_without_ci_need_no_tests() -> None:
    scripts = {f"voorbeeld{n}.py": "" for n in range(6)}

    assert check(MemorySnapshot({**scripts, "README.md": ""})) == not_applicable("only-scripts", count=6)


def test_workflows_for_others_to_call_test_nothing_here() -> None:
    called = "on: workflow_call\njobs:\n  a:\n    steps:\n      - run: npx markdownlint .\n"

    assert check(MemorySnapshot({**CODE, CI: called})) == not_met("no-ci")
    assert check(MemorySnapshot({**CODE, CI: called, ".gitlab-ci.yml": "a:\n  script: ls\n"})).reason == "no-test-step"


def test_the_stage_of_an_image_that_tests_is_pointed_at() -> None:
    image = "FROM x AS deps\nFROM deps AS test\nRUN pytest\n"
    build = "uses: docker/build-push-action@v6\n        with:\n          target: "
    text = steps(f"{build}deps", f"{build}test")
    verdict = check(MemorySnapshot({**CODE, CI: text, "Dockerfile": image}))

    line = text[: text.index("target: test")].count("\n") + 1
    assert verdict == met("called", Evidence(CI, line), Evidence("Dockerfile", 3), path=CI)


def test_no_program_is_not_applicable() -> None:
    assert check(MemorySnapshot({"a.md": "", CI: steps("run: mkdocs build")})) == not_applicable("no-program")


def test_a_pipeline_elsewhere_is_unknown() -> None:
    text = "on: push\njobs:\n  x:\n    uses: voorbeeld/ci/.github/workflows/build.yml@v1\n"

    assert check(MemorySnapshot({**CODE, CI: text})) == unknown("elsewhere", Evidence(CI, 4), path=CI)


def test_the_name_of_a_job_alone_is_unknown() -> None:
    text = "on: push\njobs:\n  test:\n    steps:\n      - run: npm install\n"

    assert check(MemorySnapshot({**CODE, CI: text})) == unknown("only-a-name", Evidence(CI, 3), path=CI)


def test_what_cannot_be_read_passes_through() -> None:
    with pytest.raises(Unreadable, match="missing"):
        check(MemorySnapshot({**CODE, CI: Unreadable("missing")}))
    with pytest.raises(Unreadable, match="too-large"):
        check(MemorySnapshot({**CODE, CI: "x" * 200_001}))
