# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.workflows_are_not_dangerous import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

PATH = ".github/workflows/a.yml"
PASTED = "echo ${{ github.event.issue.title }}"
FETCH = """\
      - uses: actions/checkout@v4
        with: {ref: '${{ github.event.pull_request.head.sha }}'}
      - run: make
"""


def workflow(events: str, run: str = "make", job: str = "permissions: write-all") -> str:
    return f"on: {events}\njobs:\n  a:\n    {job}\n    steps:\n      - run: {run}\n"


def test_text_of_a_stranger_in_a_script_is_not_met() -> None:
    verdict = check(MemorySnapshot({PATH: workflow("issues", PASTED)}))

    assert verdict == not_met("runs-text-of-strangers", Evidence(PATH, 6), count=1)


def test_code_of_a_stranger_that_is_run_is_not_met() -> None:
    verdict = check(MemorySnapshot({PATH: workflow("pull_request_target") + FETCH}))

    assert verdict == not_met("runs-code-of-strangers", Evidence(PATH, 7), count=1, texts=0)


def test_both_are_told_together() -> None:
    files = {PATH: workflow("pull_request_target") + FETCH, ".forgejo/workflows/b.yml": workflow("issues", PASTED)}

    verdict = check(MemorySnapshot(files))

    assert verdict.values == {"count": 1, "texts": 1}
    assert verdict.evidence == (Evidence(PATH, 7), Evidence(".forgejo/workflows/b.yml", 6))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (".gitlab-ci.yml", '    - eval "$CI_COMMIT_MESSAGE"'),
        ("azure-pipelines.yml", "  - script: echo $(Build.SourceVersionMessage)"),
    ],
)
def test_other_systems_are_looked_at_too(path: str, line: str) -> None:
    text = f"a:\n  script:\n{line}\n"

    assert check(MemorySnapshot({path: text})) == not_met("runs-text-of-strangers", Evidence(path, 3), count=1)


def test_what_is_guarded_is_unknown() -> None:
    job = "if: github.actor == 'x'"

    assert check(MemorySnapshot({PATH: workflow("issues", PASTED, job)})) == unknown(
        "guarded", Evidence(PATH, 6), count=1
    )


def test_what_runs_without_rights_is_met_and_shown() -> None:
    verdict = check(MemorySnapshot({PATH: workflow("pull_request", "echo ${{ github.head_ref }}")}))

    assert verdict == met("only-without-rights", Evidence(PATH, 6), count=1)


def test_ordinary_pipelines_are_met() -> None:
    files = {PATH: workflow("pull_request_target"), ".gitlab-ci.yml": "a:\n  script: make\n"}

    assert check(MemorySnapshot(files)) == met("none-found", Evidence(PATH), Evidence(".gitlab-ci.yml"), count=2)


def test_an_own_action_is_looked_at_but_is_no_pipeline() -> None:
    action = "runs:\n  using: composite\n  steps:\n    - run: echo ${{ github.head_ref }}\n"
    files = {PATH: workflow("push"), ".github/actions/x/action.yml": action}

    assert check(MemorySnapshot(files)) == met(
        "only-without-rights", Evidence(".github/actions/x/action.yml", 4), count=1
    )


def test_one_that_cannot_be_read_is_unknown_unless_another_settles_it() -> None:
    broken = {".github/workflows/b.yml": "on: [\n"}

    assert check(MemorySnapshot({PATH: workflow("push"), **broken})) == unknown(
        "unreadable", Evidence(".github/workflows/b.yml", 1), path=".github/workflows/b.yml"
    )
    assert check(MemorySnapshot({PATH: workflow("issues", PASTED), **broken})).reason == "runs-text-of-strangers"


@pytest.mark.parametrize("path", ["README.md", "docs/.github/workflows/a.yml", ".github/workflows/a.txt", "action.yml"])
def test_without_pipelines_it_does_not_apply(path: str) -> None:
    assert check(MemorySnapshot({path: workflow("issues", PASTED)})) == not_applicable("no-workflows")


def test_a_symlink_is_no_workflow() -> None:
    snapshot = MemorySnapshot({PATH: "x"}, kinds={PATH: Kind.SYMLINK})

    assert check(snapshot) == not_applicable("no-workflows")
