# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workflows of GitHub Actions, and of Forgejo and Gitea that read the same format: events, jobs, steps, permissions.

Syntax: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Any

from ospo.domain.snapshot import Unreadable
from ospo.errors import ParseError
from ospo.formats import tree, yaml
from ospo.formats.expression import Expression

MAX_BYTES = 200_000

_WORKFLOW = Expression(r"\.(?:github|forgejo|gitea)/workflows/[^/]+\.ya?ml")
_GITHUB_WORKFLOW = Expression(r"\.github/workflows/[^/]+\.ya?ml")
_ACTION = Expression(r"(?:.+/)?action\.ya?ml")
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendor|third_party|tests?|fixtures|testdata|examples?|templates?|[^/]*\{\{[^/]*)/"
)
_SECRET = re.compile(r"\bsecrets\s*(?:\.(?!GITHUB_TOKEN\b)|\[)|toJSON\(\s*secrets\s*\)", re.IGNORECASE)
_COMMIT = re.compile(r"[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")
_DIGEST = re.compile(r"@sha256:[0-9a-fA-F]{64}$")


class Grant(Enum):
    """What a `permissions` key gives the token of a run."""

    UNDECLARED = "undeclared"
    LIMITED = "limited"
    WRITE = "write"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Uses:
    """One `uses:`: an action, a reusable workflow or a container image, at a line (from 1)."""

    target: str
    line: int

    @property
    def is_local(self) -> bool:
        """True when it points into the same repository."""
        return self.target.startswith(("./", "../"))

    @property
    def is_image(self) -> bool:
        """True for a container image."""
        return self.target.startswith("docker://")

    @property
    def owner(self) -> str:
        """The account the action belongs to, in lower case; empty for local ones and images."""
        if self.is_local or self.is_image:
            return ""
        name = self.target.partition("@")[0]
        if "://" in name:
            name = name.partition("://")[2].partition("/")[2]
        return name.partition("/")[0].lower()

    @property
    def is_pinned(self) -> bool:
        """True when it names a full commit, an image digest, or stays within the repository."""
        if self.is_local:
            return True
        if self.is_image:
            return _DIGEST.search(self.target) is not None
        return _COMMIT.fullmatch(self.target.partition("@")[2]) is not None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a job: what it is called, the commands it runs, or the action it uses.

    `inputs` is what it gives the action, as text; `condition` is its `if`.
    """

    name: str
    run: str
    uses: Uses | None
    line: int
    inputs: Mapping[str, str] = field(default_factory=dict)
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One job; `uses` is set when the job is a call of a reusable workflow.

    `condition` is its `if`; `has_environment`: it deploys to one, whose rules may ask for approval; `has_secrets`: it
    can reach a secret besides the token of the run.
    """

    id: str
    line: int
    grant: Grant
    steps: tuple[Step, ...]
    uses: Uses | None = None
    condition: str = ""
    has_environment: bool = False
    has_secrets: bool = False


@dataclass(frozen=True, slots=True)
class Workflow:
    """One workflow file; `line` is that of its `permissions`, or 1 when there are none.

    A push that is limited to tags is the event "push:tags". `on_branches`: the events that are limited to branches.
    """

    path: str
    events: tuple[str, ...]
    grant: Grant
    line: int
    jobs: tuple[Job, ...]
    on_branches: frozenset[str] = frozenset()

    @property
    def is_only_called(self) -> bool:
        """True when it starts in no other way than by a call from another workflow."""
        return self.events == ("workflow_call",)

    def uses(self) -> Iterator[Uses]:
        """Every `uses:` of jobs and steps, in the order of the file."""
        for job in self.jobs:
            if job.uses:
                yield job.uses
            yield from (step.uses for step in job.steps if step.uses)


@dataclass(frozen=True, slots=True)
class Workflows:
    """What a set of files held; `broken` are places that could not be read as a workflow."""

    workflows: tuple[Workflow, ...]
    broken: tuple[tuple[str, int | None], ...]


def locate(paths: Iterable[str], *, github_only: bool = False) -> list[str]:
    """The workflow files among the paths."""
    pattern = _GITHUB_WORKFLOW if github_only else _WORKFLOW
    return list(tree.of(paths).fitting(pattern))


def locate_actions(paths: Iterable[str]) -> list[str]:
    """The files in which the repository defines actions of its own."""
    return [p for p in tree.of(paths).fitting(_ACTION) if p.endswith((".yml", ".yaml")) and not _ASIDE.search(p)]


def read(files: Iterable[tuple[str, bytes | Unreadable]]) -> Workflows:
    """Read workflows and actions; one that cannot be read is reported and does not stop the others.

    An action that strings steps together counts as a workflow of one job with limited permissions, for it has none
    of its own.
    """
    good: list[Workflow] = []
    broken: list[tuple[str, int | None]] = []
    for path, content in files:
        if isinstance(content, Unreadable) or len(content) > MAX_BYTES:
            broken.append((path, None))
            continue
        try:
            workflow = parse(content.decode("utf-8", errors="replace"), path)
        except ParseError as error:
            broken.append((path, error.line))
            continue
        if workflow.jobs:
            good.append(workflow)
    return Workflows(tuple(good), tuple(broken))


@lru_cache(maxsize=128)  # several checks read the same files of one repository, one after the other
def parse(text: str, path: str) -> Workflow:
    """Read one file; whatever has another shape than the syntax asks for is passed over.

    Raises:
        ParseError: the text is not YAML.
    """
    document = yaml.load(text.removeprefix("\ufeff"), path)
    value = document.value if isinstance(document.value, dict) else {}
    line = document.line("permissions") or 1
    if isinstance(runs := value.get("runs"), dict):
        job = Job("runs", line, Grant.LIMITED, tuple(_steps(document, runs, ("runs",))))
        return Workflow(path, (), Grant.LIMITED, line, (job,))
    jobs = value.get("jobs")
    named = jobs.items() if isinstance(jobs, dict) else ()
    shared = any(_SECRET.search(text) for text in _texts(value.get("env")))
    found = tuple(_job(document, name, job, shared) for name, job in named if isinstance(job, dict))
    return Workflow(path, _events(value.get("on")), _grant(value), line, found, _on_branches(value.get("on")))


def _job(document: yaml.Document, name: str, value: dict[str, Any], has_secrets: bool) -> Job:
    here = ("jobs", name)
    line = document.line(*here, "permissions") or 1
    return Job(
        name,
        line,
        _grant(value),
        tuple(_steps(document, value, here)),
        _uses(document, value, here),
        _text(value.get("if")),
        has_environment="environment" in value,
        has_secrets=has_secrets
        or value.get("secrets") is not None
        or any(_SECRET.search(text) for text in _texts(value)),
    )


def _steps(document: yaml.Document, holder: dict[str, Any], here: tuple[str, ...]) -> Iterator[Step]:
    steps = holder.get("steps")
    for number, step in enumerate(steps if isinstance(steps, list) else ()):
        if isinstance(step, dict):
            place: tuple[str | int, ...] = (*here, "steps", number)
            name, run = step.get("name"), step.get("run")
            yield Step(
                name if isinstance(name, str) else "",
                run if isinstance(run, str) else "",
                _uses(document, step, place),
                document.line(*place) or 1,
                _inputs(step.get("with")),
                _text(step.get("if")),
            )


def _uses(document: yaml.Document, holder: dict[str, Any], here: tuple[str | int, ...]) -> Uses | None:
    target = holder.get("uses")
    return (
        Uses(target.strip(), document.line(*here, "uses") or 1) if isinstance(target, str) and target.strip() else None
    )


def _inputs(value: Any) -> dict[str, str]:
    return {key: text for key, given in value.items() if (text := _text(given))} if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _events(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, dict):
        return tuple("push:tags" if e == "push" and _is_of_tags(limits) else str(e) for e, limits in value.items())
    return tuple(str(event) for event in value) if isinstance(value, list) else ()


def _on_branches(value: Any) -> frozenset[str]:
    events = value.items() if isinstance(value, dict) else ()
    return frozenset(str(event) for event, limits in events if isinstance(limits, dict) and "branches" in limits)


def _is_of_tags(limits: Any) -> bool:
    """True when a push is limited to tags: without a limit on branches it then starts for tags alone."""
    if not isinstance(limits, dict):
        return False
    return not limits.keys().isdisjoint(("tags", "tags-ignore")) and limits.keys().isdisjoint(
        ("branches", "branches-ignore")
    )


def _grant(holder: dict[str, Any]) -> Grant:
    if "permissions" not in holder:
        return Grant.UNDECLARED
    value = holder["permissions"]
    if value == "write-all":
        return Grant.EVERYTHING
    if isinstance(value, dict) and "write" in value.values():
        return Grant.WRITE
    return Grant.LIMITED
