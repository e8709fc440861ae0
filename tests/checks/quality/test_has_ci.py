# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.has_ci import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Kind, Unreadable
from snapshots import MemorySnapshot

ON_PUSH = "on: push\njobs:\n  a: {}\n"
BY_HAND = "on: workflow_dispatch\njobs:\n  a: {}\n"
CALLED = "on: workflow_call\njobs:\n  a: {}\n"


@pytest.mark.parametrize(
    ("path", "system"),
    [
        (".gitlab-ci.yml", "GitLab CI"),
        ("Jenkinsfile", "Jenkins"),
        (".travis.yml", "Travis CI"),
        ("azure-pipelines.yml", "Azure Pipelines"),
    ],
)
def test_a_file_of_a_known_system_is_met(path: str, system: str) -> None:
    assert check(MemorySnapshot({path: ""})) == met("found", Evidence(path), system=system, path=path, count=1)


def test_a_workflow_on_changes_is_met_and_named_first() -> None:
    verdict = check(MemorySnapshot({".github/workflows/a.yml": BY_HAND, ".github/workflows/b.yml": ON_PUSH}))

    assert verdict == met(
        "found",
        Evidence(".github/workflows/b.yml"),
        Evidence(".github/workflows/a.yml"),
        system="GitHub Actions",
        path=".github/workflows/b.yml",
        count=2,
    )


def test_workflows_that_never_start_on_a_change_are_not_met() -> None:
    verdict = check(MemorySnapshot({".github/workflows/a.yml": BY_HAND, ".github/workflows/b.yml": CALLED}))

    assert verdict == not_met(
        "not-on-changes", Evidence(".github/workflows/a.yml"), Evidence(".github/workflows/b.yml"), count=2
    )


@pytest.mark.parametrize("content", ["on: [", Unreadable("missing"), "# only a comment\n"])
def test_a_workflow_that_cannot_be_read_is_no_reason_to_say_no(content: str | Unreadable) -> None:
    assert check(MemorySnapshot({".github/workflows/a.yml": content})).reason == "found"


def test_a_workflow_by_hand_beside_another_system_is_met() -> None:
    assert check(MemorySnapshot({".github/workflows/a.yml": BY_HAND, ".gitlab-ci.yml": ""})).reason == "found"


def test_no_ci_at_all_is_not_met() -> None:
    assert check(MemorySnapshot({"main.go": "", "README.md": ""})) == not_met("missing")
    assert check(MemorySnapshot({".travis.yml": "", "a.py": ""}, kinds={".travis.yml": Kind.SYMLINK})) == not_met(
        "missing"
    )


@pytest.mark.parametrize("count", [2, 300])
def test_documents_need_none_however_many(count: int) -> None:
    documents = {f"doc/{n}.{ending}": "" for n in range(count // 2) for ending in ("md", "trig")}

    assert check(MemorySnapshot(documents)) == not_applicable("nothing-to-build", count=count)


@pytest.mark.parametrize(
    "on", ["{push: {tags: ['v*']}}", "{release: {types: [created]}}", "[create, workflow_dispatch]"]
)
def test_a_tag_or_release_is_too_late_for_a_change(on: str) -> None:
    assert (
        check(MemorySnapshot({".github/workflows/a.yml": f"on: {on}\njobs:\n  a: {{}}\n"})).reason == "not-on-changes"
    )


def test_workflows_for_others_alone_are_told_apart() -> None:
    path = ".github/workflows/a.yml"

    assert check(MemorySnapshot({path: CALLED})) == not_met("only-called", Evidence(path), count=1)


def test_a_pipeline_for_another_forge_beside_idle_workflows_is_unknown() -> None:
    files = {".github/workflows/a.yml": BY_HAND, "bitbucket-pipelines.yml": ""}

    assert check(MemorySnapshot(files, remotes=("https://github.com/voorbeeld/x",))) == unknown(
        "other-forge",
        Evidence("bitbucket-pipelines.yml"),
        path="bitbucket-pipelines.yml",
        system="Bitbucket Pipelines",
    )
    assert check(MemorySnapshot(files, remotes=("https://bitbucket.org/voorbeeld/x",))).reason == "found"
    assert check(MemorySnapshot(files)).reason == "found"
    assert check(MemorySnapshot(files | {"Jenkinsfile": ""}, remotes=("https://github.com/v/x",))).reason == "found"
