# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workflows in which a stranger can have commands run: text of theirs in a script, or their code with our rights.

What strangers can fill in, and on which events a run has rights:
https://docs.github.com/en/actions/reference/security/secure-use and
https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows. On the event
`pull_request` a stranger brings the workflow along as well and a run of theirs has no rights, so text of theirs in it
adds nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ospo.formats.workflow import Grant, Job, Step, Workflow


class Way(Enum):
    """How a stranger gets in."""

    TEXT = "text"  # what they write is pasted into a script
    CODE = "code"  # what they hand in is fetched, and run


class Certainty(Enum):
    """How sure it is that a stranger gains something by it."""

    SURE = "sure"
    GUARDED = "guarded"  # a condition, an approval or the lack of rights may stop it
    HARMLESS = "harmless"  # it happens only in runs without rights


@dataclass(frozen=True, slots=True)
class Danger:
    """One place: the line (from 1) of the step."""

    way: Way
    certainty: Certainty
    line: int


_EXPRESSION = re.compile(r"\$\{\{(.{1,400}?)\}\}", re.DOTALL)
_HARMLESS_CALL = re.compile(r"\b(?:contains|startsWith|endsWith|hashFiles)\s*\([^()]*\)", re.IGNORECASE)
_COMPARES = re.compile(r"[=!<>]=|[<>]|!")
# What a stranger can fill in, and the events that carry it into a run with rights.
_PULL_REQUEST = r"event\.pull_request\.(?:title|body|head\.(?:ref|label|repo\.(?:default_branch|description|homepage)))"
_COMMITS = r"(?:message|author\.(?:name|email)|committer\.(?:name|email))"
_TEXTS = tuple(
    (re.compile(rf"^\s*(?:\w+\()?\s*github\.(?:{pattern})\s*\)?\s*$", re.IGNORECASE), frozenset(events.split()))
    for pattern, events in (
        (rf"{_PULL_REQUEST}|head_ref", "pull_request_target"),
        (r"event\.issue\.(?:title|body)", "issues issue_comment"),
        (r"event\.comment\.body", "issue_comment discussion_comment commit_comment"),
        (r"event\.discussion\.(?:title|body)", "discussion discussion_comment"),
        (rf"event\.(?:head_commit|commits(?:\[\d+\]|\.\*))\.{_COMMITS}", "push"),
        (rf"event\.workflow_run\.(?:head_branch|display_title|head_commit\.{_COMMITS})", "workflow_run"),
        (r"event\.pages(?:\[\d+\]|\.\*)\.page_name", "gollum"),
        (r"event\.review\.body", ""),
    )
)
# Events by which a stranger starts a run with rights, in which their code is then fetched by hand.
_OF_STRANGERS = frozenset({"pull_request_target", "issue_comment", "workflow_run"})
_THEIR_CODE = re.compile(
    r"github\.event\.pull_request\.(?:head\.(?:sha|ref)|merge_commit_sha)|github\.head_ref|refs/pull/|\bpull/\S{1,80}/(?:head|merge)"
    r"|github\.event\.workflow_run\.(?:head_(?:sha|branch|repository)|head_commit\.id)|gh\s+pr\s+checkout",
    re.IGNORECASE,
)
_MAY_BE_THEIRS = re.compile(r"outputs\.\w*(?:ref|sha|branch|head)", re.IGNORECASE)
_RUNS_CODE = re.compile(
    r"(?:^|[\s;&|(])(?:(?:npm|pnpm|yarn|bun|npx|make|just|mvnw?|gradlew?|sbt|cargo|composer|bundle|rake|tox|nox|pytest"
    r"|poetry|hatch|pipenv|node|deno|ruby|php|perl|python3?|bash|sh|pwsh|terraform|tofu|cmake|ctest|mix|jekyll|mkdocs"
    r"|sphinx-build|pre-commit|docker-compose)(?:\s|$)|\./\S|go\s+(?:build|test|run|generate|install)\b"
    r"|dotnet\s+(?:build|test|run|publish|restore)\b|uv\s+(?:run|sync)\b|docker\s+(?:buildx\s+)?(?:build|compose)\b"
    r"|pip3?\s+install\s+(?:-e\s*)?[.\"'])",
    re.MULTILINE,
)
_RUNS_BY_ACTION = ("./", "docker/build-push-action")
_GUARD = re.compile(
    r"head\.repo\.|head_repository|author_association|github\.actor|triggering_actor|event\.sender|pull_request\.user"
    r"|event\.label|labels|permission|workflow_run\.event|github\.event_name|repository_owner|\.merged\b",
    re.IGNORECASE,
)


def find(workflow: Workflow) -> Iterator[Danger]:
    """The dangers in a workflow, or in an action of the repository itself."""
    events = frozenset(workflow.events)
    for job in workflow.jobs:
        for step in job.steps:
            yield from _texts(step, job, events)
        if events & _OF_STRANGERS:
            yield from _codes(job, workflow, events)


def _texts(step: Step, job: Job, events: frozenset[str]) -> Iterator[Danger]:
    script = step.inputs.get("script", "") if step.uses and "github-script" in step.uses.target else ""
    for expression in _EXPRESSION.findall(step.run + script):
        for pasted in _pasted(expression):
            carriers = next((carriers for pattern, carriers in _TEXTS if pattern.match(pasted)), None)
            if carriers is None:
                continue
            if not events & carriers:
                yield Danger(Way.TEXT, Certainty.HARMLESS, step.line)
            elif _is_guarded(step, job):
                yield Danger(Way.TEXT, Certainty.GUARDED, step.line)
            else:
                yield Danger(Way.TEXT, Certainty.SURE, step.line)
            return


def _pasted(expression: str) -> Iterator[str]:
    """The parts of an expression whose text comes out of it: not what it compares, or only asks about."""
    for alternative in _HARMLESS_CALL.sub(" 0 ", expression).split("||"):
        last = alternative.rpartition("&&")[2]
        if not _COMPARES.search(last):
            yield last


def _codes(job: Job, workflow: Workflow, events: frozenset[str]) -> Iterator[Danger]:
    """The first step that fetches the code of a stranger, and how sure it is that it is run with rights."""
    for number, step in enumerate(job.steps):
        theirs = _fetches(step)
        if theirs is None:
            continue
        doubts = (
            theirs is Certainty.GUARDED,
            _is_guarded(step, job),
            not _has_rights(job, workflow),
            not any(map(_runs_code, job.steps[number + 1 :])) and not _runs_code(step),
            events & _OF_STRANGERS == {"workflow_run"} and "workflow_run" in workflow.on_branches,
        )
        yield Danger(Way.CODE, Certainty.GUARDED if any(doubts) else Certainty.SURE, step.line)
        return


def _fetches(step: Step) -> Certainty | None:
    """Whether the step fetches the code of a stranger; guarded when it may, by what an earlier step gave."""
    if step.uses and step.uses.target.partition("@")[0].endswith("/checkout"):
        what = f"{step.inputs.get('ref', '')} {step.inputs.get('repository', '')}"
    elif "git fetch" in step.run or "git checkout" in step.run or "gh pr checkout" in step.run:
        what = step.run
    else:
        return None
    if _THEIR_CODE.search(what):
        return Certainty.SURE
    return Certainty.GUARDED if _MAY_BE_THEIRS.search(what) and step.uses else None


def _runs_code(step: Step) -> bool:
    if step.uses and step.uses.target.startswith(_RUNS_BY_ACTION):
        return True
    return _RUNS_CODE.search(step.run) is not None


def _has_rights(job: Job, workflow: Workflow) -> bool:
    grant = workflow.grant if job.grant is Grant.UNDECLARED else job.grant
    return job.has_secrets or grant is not Grant.LIMITED


def _is_guarded(step: Step, job: Job) -> bool:
    return job.has_environment or _GUARD.search(f"{job.condition} {step.condition}") is not None
