# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.licence.reuse_is_checked_in_ci import check
from ospo.domain.finding import Evidence, Outcome, met, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

CI = ".github/workflows/ci.yml"
HOOKS = "repos:\n  - repo: https://github.com/fsfe/reuse-tool\n    rev: v5\n    hooks:\n      - id: reuse\n"
REMOTES = ("https://github.com/voorbeeld/kaart",)
BADGE = "# Kaart\n![](https://api.reuse.software/badge/github.com/voorbeeld/kaart)\n"


def steps(*lines: str, on: str = "push") -> str:
    return f"on: {on}\njobs:\n  x:\n    steps:\n" + "".join(f"      - {line}\n" for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "run: reuse lint",
        "run: pipx run reuse lint",
        'run: "$RUNNER_TEMP/reuse/bin/reuse" lint',
        "run: uvx reuse --root . lint",
        "run: python -m reuse lint --quiet",
        "run: poetry run reuse lint-file src/a.py",
        "run: docker run --rm --volume $(pwd):/data fsfe/reuse:5 lint",
        "run: docker run --rm --volume $(pwd):/data docker.io/fsfe/reuse lint",
        "uses: fsfe/reuse-action@v6",
        "uses: fsfe/reuse-action@676e2d560c9a403aa252096d99fcab3e1132b0f5 # v6.0.0",
    ],
)
def test_a_step_that_runs_the_linter_is_met_at_its_line(line: str) -> None:
    assert check(MemorySnapshot({CI: steps(line)})) == met("runs", Evidence(CI, 5), path=CI)


@pytest.mark.parametrize(
    "line",
    [
        "run: pip install reuse",
        "run: reuse spdx -o bom.spdx",
        "run: reuse annotate --license EUPL-1.2 src/a.py",
        "run: echo reuse lint",
        "# - run: reuse lint",
        "name: We reuse lint settings of others",
        "run: pre-reuse lint",
        "run: wlc push fsfe/reuse-tool",
    ],
)
def test_what_does_not_run_the_linter_is_not_met(line: str) -> None:
    verdict = check(MemorySnapshot({CI: steps("run: make test", line)}))

    assert verdict.outcome is not Outcome.MET
    if "name" not in line:
        assert verdict == not_met("no-step", Evidence(CI), count=1)


def test_the_linter_in_what_the_pipeline_calls_is_met_at_both_places() -> None:
    snapshot = MemorySnapshot({CI: steps("run: make licences"), "Makefile": "licences:\n\treuse lint\n"})

    assert check(snapshot) == met("runs", Evidence(CI, 5), Evidence("Makefile", 2), path=CI)


def test_hooks_that_the_pipeline_runs_are_met() -> None:
    files = {CI: steps("run: pre-commit run --all-files"), ".pre-commit-config.yaml": HOOKS}

    assert check(MemorySnapshot(files)) == met("runs", Evidence(CI, 5), Evidence(".pre-commit-config.yaml", 2), path=CI)


def test_gitlab_with_the_image_is_met() -> None:
    text = 'reuse:\n  image:\n    name: fsfe/reuse:latest\n    entrypoint: [""]\n  script:\n    - reuse lint\n'

    assert check(MemorySnapshot({".gitlab-ci.yml": text})) == met(
        "runs", Evidence(".gitlab-ci.yml", 6), path=".gitlab-ci.yml"
    )


def test_a_step_that_starts_by_hand_is_unknown() -> None:
    snapshot = MemorySnapshot({CI: steps("run: reuse lint", on="workflow_dispatch")})

    assert check(snapshot) == unknown("not-on-changes", Evidence(CI, 5), path=CI)


def test_a_job_that_only_says_so_is_unknown() -> None:
    snapshot = MemorySnapshot({CI: "on: push\njobs:\n  reuse-check:\n    steps:\n      - run: python own.py\n"})

    assert check(snapshot) == unknown("only-named", Evidence(CI, 3), path=CI)


@pytest.mark.parametrize("command", ["make reuse", "npm run reuse", "poe check-reuse", "just -q reuse", "nox -s reuse"])
def test_a_target_whose_content_is_out_of_sight_is_unknown(command: str) -> None:
    assert check(MemorySnapshot({CI: steps(f"run: {command}")})) == unknown("only-named", Evidence(CI, 5), path=CI)


@pytest.mark.parametrize("command", ["make reusable", "npm run build-reuse-cache", "make test REUSE=1"])
def test_a_target_that_only_sounds_like_it_is_none(command: str) -> None:
    assert check(MemorySnapshot({CI: steps(f"run: {command}")})) == not_met("no-step", Evidence(CI), count=1)


def test_a_task_of_poe_in_a_file_of_its_own_is_read() -> None:
    files = {CI: steps("run: poe reuse"), "poe_tasks.toml": "[tool.poe.tasks.reuse]\ncmd = 'reuse lint'\n"}

    assert check(MemorySnapshot(files)) == met("runs", Evidence(CI, 5), Evidence("poe_tasks.toml", 2), path=CI)


def test_a_pipeline_elsewhere_may_do_it() -> None:
    text = "on: push\njobs:\n  x:\n    uses: voorbeeld/workflows/.github/workflows/quality.yml@main\n"

    assert check(MemorySnapshot({CI: text})) == unknown("elsewhere", Evidence(CI, 4), path=CI)


def test_hooks_without_a_pipeline_that_runs_them_are_unknown() -> None:
    place = Evidence(".pre-commit-config.yaml", 2)

    assert check(MemorySnapshot({".pre-commit-config.yaml": HOOKS})) == unknown("only-hooks", place, path=place.path)
    assert check(MemorySnapshot({CI: steps("run: make"), ".pre-commit-config.yaml": HOOKS})).reason == "only-hooks"


def test_the_badge_of_the_service_is_unknown() -> None:
    snapshot = MemorySnapshot({CI: steps("run: make test"), "README.md": BADGE}, remotes=REMOTES)

    assert check(snapshot) == unknown("only-service", Evidence("README.md", 2), path="README.md")


def test_without_ci_it_is_not_met() -> None:
    assert check(MemorySnapshot({"README.md": "# Kaart", "LICENSES/MIT.txt": ""})) == not_met("no-ci")


def test_a_pipeline_that_cannot_be_read_is_not_judged() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({CI: Unreadable("missing", CI)}))
