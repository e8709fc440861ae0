# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Unreadable
from ospo.errors import ParseError
from ospo.formats import workflow
from ospo.formats.workflow import Grant, Uses

SHA = "0123456789abcdef0123456789abcdef01234567"


def test_jobs_steps_and_uses_carry_their_lines() -> None:
    text = f"""name: Build
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@{SHA} # v4
      - name: Test
        run: make test
  call:
    permissions: write-all
    uses: voorbeeld/shared/.github/workflows/release.yml@main
"""
    found = workflow.parse(text, "w.yml")

    assert (found.events, found.grant, found.line) == (("push", "pull_request"), Grant.LIMITED, 5)
    assert [(job.id, job.grant, job.line) for job in found.jobs] == [
        ("build", Grant.UNDECLARED, 8),
        ("call", Grant.EVERYTHING, 15),
    ]
    assert [(step.name, step.run, step.line) for step in found.jobs[0].steps] == [
        ("", "", 11),
        ("Test", "make test", 12),
    ]
    assert [(use.owner, use.line, use.is_pinned) for use in found.uses()] == [
        ("actions", 11, True),
        ("voorbeeld", 16, False),
    ]


@pytest.mark.parametrize(
    ("target", "pinned"),
    [
        (f"a/b@{SHA}", True),
        (f"a/b/sub@{SHA}{SHA[:24]}", True),
        ("a/b@v4", False),
        (f"a/b@{SHA[:10]}", False),
        ("a/b", False),
        ("./.github/actions/x", True),
        ("docker://alpine:3", False),
        (f"docker://alpine@sha256:{SHA}{SHA[:24]}", True),
    ],
)
def test_pinned_is_a_full_commit_or_digest(target: str, pinned: bool) -> None:
    assert Uses(target, 1).is_pinned is pinned


@pytest.mark.parametrize(
    ("target", "owner"),
    [
        ("Minvws/x@v1", "minvws"),
        ("https://code.voorbeeld.example/Actions/checkout@v4", "actions"),
        ("./x", ""),
        ("docker://a", ""),
    ],
)
def test_the_owner_of_an_action(target: str, owner: str) -> None:
    assert Uses(target, 1).owner == owner


@pytest.mark.parametrize(
    ("text", "grant"),
    [
        ("permissions: read-all", Grant.LIMITED),
        ("permissions: {}", Grant.LIMITED),
        ("permissions:\n  contents: read\n  id-token: none", Grant.LIMITED),
        ("permissions:\n  contents: read\n  packages: write", Grant.WRITE),
        ("permissions: write-all", Grant.EVERYTHING),
        ("name: x", Grant.UNDECLARED),
    ],
)
def test_what_permissions_give(text: str, grant: Grant) -> None:
    assert workflow.parse(f"{text}\njobs:\n  a: {{}}\n", "w.yml").grant is grant


@pytest.mark.parametrize(
    ("on", "events"),
    [("push", ("push",)), ("[push, schedule]", ("push", "schedule")), ("{push: null}", ("push",)), ("3", ())],
)
def test_events_in_their_three_forms(on: str, events: tuple[str, ...]) -> None:
    assert workflow.parse(f"on: {on}", "w.yml").events == events


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        "jobs: [a]",
        "jobs:\n  a: 1",
        "jobs:\n  a:\n    steps: 1",
        "jobs:\n  a:\n    steps: [1, {uses: 2, run: 3}]",
    ],
)
def test_another_shape_is_passed_over(text: str) -> None:
    assert list(workflow.parse(text, "w.yml").uses()) == []


def test_an_action_of_the_repository_counts_as_one_job() -> None:
    found = workflow.parse("runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n", "action.yml")

    assert [(use.target, use.line) for use in found.uses()] == [("a/b@v1", 4)]
    assert found.jobs[0].grant is Grant.LIMITED


def test_reading_reports_what_cannot_be_read() -> None:
    found = workflow.read(
        [
            ("a.yml", b"on: push\njobs:\n  a:\n    steps: []\n"),
            ("b.yml", b"on: push\njobs: ]\n"),
            ("c.yml", b"x" * (workflow.MAX_BYTES + 1)),
            ("d.yml", Unreadable("missing")),
            ("e.yml", b"# nothing\n"),
        ]
    )

    assert [file.path for file in found.workflows] == ["a.yml"]
    assert found.broken == (("b.yml", 2), ("c.yml", None), ("d.yml", None))
    with pytest.raises(ParseError):
        workflow.parse("jobs: [", "b.yml")


def test_where_workflows_and_actions_are() -> None:
    paths = [
        *(
            ".forgejo/workflows/a.yml",
            ".github/workflows/b.yaml",
            ".github/workflows/sub/c.yml",
            ".github/actions/x/action.yml",
        ),
        *("action.yaml", "tests/action.yml", "src/action.yml.j2"),
    ]

    assert workflow.locate(paths) == paths[:2]
    assert workflow.locate(paths, github_only=True) == paths[1:2]
    assert workflow.locate_actions(paths) == [".github/actions/x/action.yml", "action.yaml"]


@pytest.mark.parametrize(
    ("push", "event"),
    [
        ("{tags: ['v*']}", "push:tags"),
        ("{tags: [v1], branches: [main]}", "push"),
        ("{paths: [src]}", "push"),
        ("", "push"),
    ],
)
def test_a_push_of_tags_alone_is_an_event_of_its_own(push: str, event: str) -> None:
    assert workflow.parse(f"on:\n  push: {push}\n", "a.yml").events == (event,)


def test_a_workflow_can_be_there_for_others_alone() -> None:
    assert workflow.parse("on: workflow_call\n", "a.yml").is_only_called
    assert not workflow.parse("on: [workflow_call, push]\n", "a.yml").is_only_called


def test_inputs_conditions_environment_and_secrets_are_read() -> None:
    text = """
on: {pull_request: {branches: [main]}, push: {}}
jobs:
  a:
    if: github.actor == 'x'
    environment: production
    steps:
      - uses: actions/checkout@v4
        if: always()
        with: {ref: main, depth: 1}
  b:
    steps:
      - run: x
        env: {KEY: "${{ secrets.KEY }}", TOKEN: "${{ secrets.GITHUB_TOKEN }}"}
  c:
    steps: [{run: "echo ${{ secrets.GITHUB_TOKEN }}"}]
"""
    found = workflow.parse(text, "w.yml")
    first, second, third = found.jobs

    assert (first.condition, first.has_environment, first.has_secrets) == ("github.actor == 'x'", True, False)
    assert (first.steps[0].inputs, first.steps[0].condition) == ({"ref": "main"}, "always()")
    assert (second.has_secrets, third.has_secrets) == (True, False)
    assert found.on_branches == {"pull_request"}


def test_secrets_in_the_environment_of_the_whole_workflow_reach_every_job() -> None:
    found = workflow.parse("on: push\nenv: {K: '${{ secrets.K }}'}\njobs: {a: {steps: [{run: x}]}}\n", "w.yml")

    assert found.jobs[0].has_secrets
