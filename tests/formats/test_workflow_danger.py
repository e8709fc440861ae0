# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import textwrap

import pytest

from ospo.formats.workflow import Grant, Job, Step, Workflow, parse
from ospo.formats.workflow_danger import Certainty, Danger, Way, find

SURE, GUARDED, HARMLESS = Certainty.SURE, Certainty.GUARDED, Certainty.HARMLESS


def dangers(text: str) -> list[Danger]:
    return list(find(parse(textwrap.dedent(text), "w.yml")))


def of_run(events: str, run: str, *, job: str = "", step: str = "") -> list[Danger]:
    return dangers(
        f"""
        on: {events}
        jobs:
          a:
            runs-on: x
            {job or "name: a"}
            steps:
              - run: {run}
                {step or "name: b"}
        """
    )


@pytest.mark.parametrize(
    ("events", "pasted"),
    [
        ("pull_request_target", "github.event.pull_request.title"),
        ("pull_request_target", "github.event.pull_request.body"),
        ("pull_request_target", "github.head_ref"),
        ("[push, pull_request_target]", "github.event.pull_request.head.ref"),
        ("issues", "github.event.issue.title"),
        ("issue_comment", "github.event.issue.body"),
        ("issue_comment", "github.event.comment.body"),
        ("discussion_comment", "github.event.comment.body"),
        ("discussion", "github.event.discussion.title"),
        ("push", "github.event.head_commit.message"),
        ("push", "github.event.commits[0].author.name"),
        ("workflow_run", "github.event.workflow_run.head_branch"),
        ("gollum", "github.event.pages[0].page_name"),
        ("issues", "toJSON(github.event.issue.title)"),
        ("pull_request_target", "github.head_ref || github.ref_name"),
        ("pull_request_target", "github.event_name == 'push' && 'x' || github.head_ref"),
    ],
)
def test_text_of_a_stranger_in_a_script_is_a_danger(events: str, pasted: str) -> None:
    assert of_run(events, f'echo "${{{{ {pasted} }}}}"') == [Danger(Way.TEXT, SURE, 8)]


@pytest.mark.parametrize(
    ("events", "run"),
    [
        ("pull_request_target", "echo ${{ github.event.pull_request.number }}"),
        ("pull_request_target", "echo ${{ github.event.pull_request.head.sha }}"),
        ("pull_request_target", "echo ${{ contains(github.event.pull_request.title, 'x') }}"),
        ("pull_request_target", "echo ${{ startsWith(github.head_ref, 'feature/') }}"),
        ("pull_request_target", "echo ${{ github.head_ref == 'main' }}"),
        ("pull_request_target", "echo ${{ github.head_ref && 'yes' || 'no' }}"),
        ("pull_request_target", 'echo "$TITLE"'),
        ("issues", "echo ${{ github.event.issue.number }}"),
        ("issues", "echo ${{ inputs.title }}"),
        ("issues", "echo github.event.issue.title"),
        ("issues", "echo ${{"),
    ],
)
def test_what_a_stranger_cannot_fill_in_or_is_only_compared_is_none(events: str, run: str) -> None:
    assert of_run(events, run.replace(": ", ":")) == []


@pytest.mark.parametrize("events", ["pull_request", "workflow_call", "[pull_request, push]", "workflow_dispatch"])
def test_on_events_without_rights_it_adds_nothing(events: str) -> None:
    assert of_run(events, "echo ${{ github.head_ref }}") == [Danger(Way.TEXT, HARMLESS, 8)]


def test_a_script_of_an_action_counts_as_well() -> None:
    found = dangers(
        """
        on: issue_comment
        jobs:
          a:
            steps:
              - uses: actions/github-script@v7
                with:
                  script: console.log("${{ github.event.comment.body }}")
              - uses: some/action@v1
                with:
                  text: ${{ github.event.comment.body }}
        """
    )

    assert found == [Danger(Way.TEXT, SURE, 6)]


@pytest.mark.parametrize(
    "condition",
    [
        "if: github.event.pull_request.head.repo.full_name == github.repository",
        "if: github.actor == 'renovate[bot]'",
        "if: contains(fromJSON('[\"OWNER\"]'), github.event.comment.author_association)",
        "if: github.event.pull_request.merged == true",
        "environment: production",
    ],
)
def test_a_condition_or_an_approval_may_stop_it(condition: str) -> None:
    assert of_run("pull_request_target", "echo ${{ github.head_ref }}", job=condition)[0].certainty is GUARDED


def test_a_condition_of_the_step_counts_and_one_on_the_name_of_the_repository_does_not() -> None:
    run = "echo ${{ github.head_ref }}"

    assert of_run("pull_request_target", run, step="if: github.actor == 'x'")[0].certainty is GUARDED
    assert of_run("pull_request_target", run, step="if: github.repository == 'a/b'")[0].certainty is SURE


def fetched(
    events: str = "pull_request_target",
    ref: str = "${{ github.event.pull_request.head.sha }}",
    then: str = "run: npm ci",
    job: str = "permissions: write-all",
) -> list[Danger]:
    return dangers(
        f"""
        on: {events}
        jobs:
          a:
            {job}
            steps:
              - uses: actions/checkout@v4
                with:
                  ref: {ref}
              - {then}
        """
    )


@pytest.mark.parametrize(
    ("events", "ref"),
    [
        ("pull_request_target", "${{ github.event.pull_request.head.sha }}"),
        ("pull_request_target", "${{ github.head_ref }}"),
        ("pull_request_target", "refs/pull/${{ github.event.number }}/merge"),
        ("issue_comment", "refs/pull/${{ github.event.issue.number }}/head"),
        ("workflow_run", "${{ github.event.workflow_run.head_sha }}"),
    ],
)
def test_code_of_a_stranger_that_is_run_with_rights_is_a_danger(events: str, ref: str) -> None:
    assert fetched(events, ref) == [Danger(Way.CODE, SURE, 7)]


@pytest.mark.parametrize(
    "then",
    [
        "run: make test",
        "run: ./build.sh",
        "run: python setup.py build",
        "run: pip install -e .",
        "run: cd x && go test ./...",
        "uses: ./.github/actions/build",
        "uses: docker/build-push-action@v6",
    ],
)
def test_many_steps_run_what_was_fetched(then: str) -> None:
    assert fetched(then=then)[0].certainty is SURE


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("then", "run: git diff --stat"),
        ("then", "uses: actions/labeler@v5"),
        ("job", "permissions: {contents: read}"),
        ("job", "if: github.event.pull_request.head.repo.fork == false"),
        ("job", "environment: review"),
        ("ref", "${{ steps.pr.outputs.head_sha }}"),
        ("events", "{workflow_run: {workflows: [CI], branches: [main]}}"),
    ],
)
def test_whether_it_is_run_with_rights_may_be_unsure(change: str, value: str) -> None:
    extra = {"ref": "${{ github.event.workflow_run.head_sha }}"} if change == "events" else {}

    assert [danger.certainty for danger in fetched(**{change: value, **extra})] == [GUARDED]


def test_secrets_are_rights_whatever_the_permissions() -> None:
    job = "permissions: {contents: read}\n            env: {KEY: '${{ secrets.KEY }}'}"

    assert fetched(job=job)[0].certainty is SURE


@pytest.mark.parametrize(
    ("events", "ref"),
    [
        ("pull_request", "${{ github.event.pull_request.head.sha }}"),
        ("pull_request_target", "main"),
        ("pull_request_target", "${{ github.event.pull_request.base.sha }}"),
        ("push", "${{ github.head_ref }}"),
    ],
)
def test_own_code_and_runs_without_rights_are_no_danger(events: str, ref: str) -> None:
    assert fetched(events, ref) == []


def test_fetching_by_hand_counts() -> None:
    run = "gh pr checkout ${{ github.event.number }} && make"

    assert [danger.way for danger in of_run("issue_comment", run)] == [Way.CODE]


def test_a_checkout_without_a_reference_is_the_own_code() -> None:
    found = dangers(
        """
        on: pull_request_target
        jobs:
          a:
            steps:
              - uses: actions/checkout@v4
              - run: make
        """
    )

    assert found == []


def test_an_action_of_the_repository_itself_runs_without_events() -> None:
    text = "runs:\n  using: composite\n  steps:\n    - run: echo ${{ github.head_ref }}\n"

    assert [danger.certainty for danger in find(parse(text, "action.yml"))] == [HARMLESS]


def test_a_very_long_expression_is_read_to_its_end() -> None:
    assert of_run("issues", "echo ${{ " + "a && " * 20_000 + " }}") == []


@pytest.mark.parametrize("unit", ["${{", "pull/", "git fetch pull/", "secrets ", "contains("])
def test_a_script_full_of_one_thing_is_read_to_its_end(unit: str) -> None:
    step = Step("", (unit * 60_000)[:190_000], None, 1)
    file = Workflow("w.yml", ("issue_comment",), Grant.WRITE, 1, (Job("a", 1, Grant.WRITE, (step,)),))

    assert list(find(file)) == []
