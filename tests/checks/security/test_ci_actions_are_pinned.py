# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.ci_actions_are_pinned import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

SHA = "0123456789abcdef0123456789abcdef01234567"
CI = ".github/workflows/ci.yml"
OURS = ("https://github.com/minvws/voorbeeld",)


def uses(*targets: str) -> str:
    return "on: push\njobs:\n  x:\n    steps:\n" + "".join(f"      - uses: {target}\n" for target in targets)


def test_full_commits_and_digests_are_met() -> None:
    text = uses(f"actions/checkout@{SHA} # v4", f"docker://alpine@sha256:{SHA}{SHA[:24]}")

    assert check(MemorySnapshot({CI: text}, remotes=OURS)) == met("pinned", Evidence(CI, 5), Evidence(CI, 6), count=2)


@pytest.mark.parametrize(
    "target", ["actions/checkout@v4", f"a/b@{SHA[:8]}", "docker://alpine:3", "a/b/.github/workflows/x.yml@main"]
)
def test_a_tag_branch_or_short_commit_is_not_met(target: str) -> None:
    text = uses(f"actions/cache@{SHA}", target)

    assert check(MemorySnapshot({CI: text}, remotes=OURS)) == not_met("not-pinned", Evidence(CI, 6), count=1, total=2)


def test_the_first_five_places_are_shown_and_all_are_counted() -> None:
    verdict = check(MemorySnapshot({CI: uses(*["actions/checkout@v4"] * 7)}, remotes=OURS))

    assert verdict == not_met("not-pinned", *(Evidence(CI, line) for line in range(5, 10)), count=7, total=7)


def test_own_and_local_actions_may_use_a_tag() -> None:
    text = uses("MinVWS/gedeeld@v1", "minvws/ci/.github/workflows/x.yml@main", "./.github/actions/x")

    assert check(MemorySnapshot({CI: text}, remotes=OURS)) == met("nothing-of-others", Evidence(CI))


def test_actions_in_the_repository_count_as_well() -> None:
    action = "runs:\n  steps:\n    - uses: actions/setup-go@v5\n"
    verdict = check(
        MemorySnapshot({CI: uses("./.github/actions/x"), ".github/actions/x/action.yml": action}, remotes=OURS)
    )

    assert verdict == not_met("not-pinned", Evidence(".github/actions/x/action.yml", 3), count=1, total=1)


def test_forgejo_workflows_count_too() -> None:
    path = ".forgejo/workflows/ci.yml"
    remotes = ("https://codeberg.org/voorbeeld/x",)

    assert (
        check(
            MemorySnapshot({path: uses("https://code.voorbeeld.example/actions/checkout@v4")}, remotes=remotes)
        ).reason
        == "not-pinned"
    )


def test_without_a_remote_one_owner_may_be_the_own_one() -> None:
    assert check(MemorySnapshot({CI: uses("minvws/x@v1")})) == unknown("owner-unknown", Evidence(CI, 5), count=1)
    assert check(MemorySnapshot({CI: uses("minvws/x@v1", "a/b@v1")})).reason == "not-pinned"
    assert check(MemorySnapshot({CI: uses("actions/checkout@v4")})).reason == "not-pinned"
    assert check(MemorySnapshot({CI: uses("docker://alpine")})).reason == "not-pinned"


def test_a_workflow_that_cannot_be_read_is_unknown_unless_another_shows_it() -> None:
    broken = {".github/workflows/b.yml": "on: push\njobs: ]\n"}

    assert check(MemorySnapshot({CI: uses(f"a/b@{SHA}"), **broken}, remotes=OURS)) == unknown(
        "unreadable", Evidence(".github/workflows/b.yml", 2), path=".github/workflows/b.yml"
    )
    assert check(MemorySnapshot({CI: uses("a/b@v1"), **broken}, remotes=OURS)).reason == "not-pinned"


def test_no_workflows_is_not_applicable() -> None:
    assert check(MemorySnapshot({".gitlab-ci.yml": "", "action.yml": ""})) == not_applicable("no-workflows")
