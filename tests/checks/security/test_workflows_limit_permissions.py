# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.workflows_limit_permissions import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

CI = ".github/workflows/ci.yml"


def flow(top: str = "", *jobs: str) -> str:
    return f"on: push\n{top}\njobs:\n" + "".join(
        f"  job{n}:\n    runs-on: x\n    {job}\n" for n, job in enumerate(jobs or ("",))
    )


@pytest.mark.parametrize("top", ["permissions: {}", "permissions: read-all", "permissions: {contents: read}"])
def test_limited_at_the_top_is_met(top: str) -> None:
    assert check(MemorySnapshot({CI: flow(top)})) == met("limited", Evidence(CI, 2), count=1)


def test_each_job_limited_is_met_whatever_the_top_says() -> None:
    jobs = ("permissions: {contents: write}", "permissions: {}")

    assert check(MemorySnapshot({CI: flow("", *jobs)})) == met("limited", Evidence(CI, 6), count=1)
    assert check(MemorySnapshot({CI: flow("permissions: write-all", *jobs)})).reason == "limited"


@pytest.mark.parametrize("top", ["permissions: write-all", "permissions: {contents: read, packages: write}"])
def test_writing_at_the_top_is_not_met(top: str) -> None:
    other = {".github/workflows/a.yml": flow()}

    assert check(MemorySnapshot({CI: flow(top, "", ""), **other})) == not_met(
        "broad-and-undeclared",
        Evidence(CI, 2),
        Evidence(".github/workflows/a.yml"),
        count=1,
        total=2,
        undeclared=1,
    )


def test_everything_at_a_job_is_not_met() -> None:
    text = flow("permissions: {}", "permissions: write-all")

    assert check(MemorySnapshot({CI: text})) == not_met("broad", Evidence(CI, 6), count=1, total=1)


def test_nothing_declared_is_not_met() -> None:
    assert check(MemorySnapshot({CI: flow("", "permissions: {}", "")})) == not_met(
        "undeclared", Evidence(CI), count=1, total=1
    )


def test_a_workflow_that_is_only_called_gets_what_its_caller_gives() -> None:
    jobs = "jobs:\n  a:\n    uses: b/c/.github/workflows/x.yml@v1\n"

    other = {".github/workflows/z.yml": flow("permissions: {}")}

    assert check(MemorySnapshot({CI: f"on: workflow_call\n{jobs}"})) == not_applicable(
        "called-only", Evidence(CI), count=1
    )
    assert check(MemorySnapshot({CI: f"on: workflow_call\n{jobs}", **other})) == met(
        "limited", Evidence(".github/workflows/z.yml", 2), count=1
    )
    assert check(MemorySnapshot({CI: f"on: workflow_call\npermissions: {{}}\n{jobs}"})).reason == "limited"
    assert check(MemorySnapshot({CI: f"on: [push, workflow_call]\n{jobs}"})).reason == "undeclared"
    assert check(MemorySnapshot({CI: f"on: workflow_call\npermissions: write-all\n{jobs}"})).reason == "broad"


def test_named_write_permissions_above_a_single_job_are_as_narrow_as_the_job() -> None:
    top = "permissions: {contents: write, pages: write}"

    assert check(MemorySnapshot({CI: flow(top)})).reason == "limited"
    assert check(MemorySnapshot({CI: flow(top, "", "")})).reason == "broad"


def test_write_permissions_that_a_single_job_gets_are_as_narrow_as_that_job() -> None:
    top, own = "permissions: {packages: write, pull-requests: write}", "permissions: {contents: read}"

    assert check(MemorySnapshot({CI: flow(top, own, "", own)})).reason == "limited"
    assert check(MemorySnapshot({CI: flow(top, own, "", "")})).reason == "broad"
    assert check(MemorySnapshot({CI: flow("permissions: write-all", own, "")})).reason == "broad"


def test_a_workflow_that_cannot_be_read_is_unknown_unless_another_shows_it() -> None:
    broken = {".github/workflows/z.yml": "on: push\njobs: ]\n"}

    assert check(MemorySnapshot({CI: flow("permissions: {}"), **broken})) == unknown(
        "unreadable", Evidence(".github/workflows/z.yml", 2), path=".github/workflows/z.yml"
    )
    assert check(MemorySnapshot({CI: flow(), **broken})).reason == "undeclared"


@pytest.mark.parametrize("path", [".forgejo/workflows/ci.yml", ".gitlab-ci.yml"])
def test_other_systems_are_not_applicable(path: str) -> None:
    assert check(MemorySnapshot({path: flow()})) == not_applicable("no-workflows")


def test_a_file_without_jobs_is_no_workflow() -> None:
    assert check(MemorySnapshot({CI: "# to do later\n"})) == not_applicable("no-workflows")
