# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a sign-off (DCO) or an agreement (CLA) is looked at on every change, and whether a change can do without.

That a check runs can be read from the tree; that it must pass is a setting, which now and then stands in the tree too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ospo.domain.snapshot import Snapshot
from ospo.errors import ParseError
from ospo.formats import ci, tree, workflow, yaml
from ospo.formats.expression import Expression
from ospo.formats.workflow import Workflow

_NAME = re.compile(
    r"(?<![a-z])(?:i?cla|dco|cla-?(?:assistant|bot)|dco-?(?:check|bot))(?![a-z])|sign(?:ed)?[-_ ]?off"
    r"|developer certificate|contributor (?:licen[cs]e )?agreement|contributor-assistant|easycla",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"signed-off-by|dco-check|\bdco\b|conform enforce|--signoff-required|commit-check\b[^\n]{0,200}sign-?off",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"git (?:commit|rebase|am|cherry-pick|merge|revert)\b[^\n]{0,200}(?:-s\b|--signoff)|signoff: *true", re.IGNORECASE
)
_ROBOTS = (".github/dco.yml", ".github/dco.yaml", ".clabot", ".conform.yaml", ".github/cla.yml")
_SETTINGS = {
    ".github/settings.yml": ("branches",),
    ".github/settings.yaml": ("branches",),
    ".asf.yaml": ("github", "protected_branches"),
}
_GITLAB = Expression(r"\.gitlab-ci\.ya?ml")
_MAX_DEPTH = 8  # of settings that are searched
_CONTEXTS = frozenset({"contexts", "checks", "required_status_checks", "context"})


@dataclass(frozen=True, slots=True)
class Check:
    """A check of sign-offs or agreements: the file and line (from 1) that set it up, and names it may report by."""

    path: str
    line: int | None
    names: tuple[str, ...] = ()


def is_name(text: str) -> bool:
    """True for the name of a status check that is about sign-offs or agreements."""
    return _NAME.search(text) is not None


def set_as_code(repository: Snapshot) -> Check | None:
    """The settings in the tree, for a robot that applies them, by which such a check must pass.

    Raises:
        Unreadable: such a file cannot be had.
    """
    files = tree.paths(repository.entries()).each
    for path, keys in _SETTINGS.items():
        if path not in files:
            continue
        try:
            document = yaml.load(repository.read(path).decode("utf-8", errors="replace"), path)
        except ParseError:
            continue
        value: Any = document.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if any(map(is_name, _contexts(value))):
            return Check(path, document.line(*keys))
    return None


def find(repository: Snapshot) -> Check | None:
    """A check that runs on changes: a workflow, a step of GitLab, or the settings of a robot.

    Raises:
        Unreadable: the settings of GitLab CI cannot be had.
    """
    files = tree.paths(repository.entries())
    for flow in workflow.read(repository.read_all(workflow.locate(files))).workflows:
        on_changes = ci.runs_on_changes(event for event in flow.events if event != "schedule")
        if on_changes and (found := _in_workflow(flow)) is not None:
            return found
    pipelines = files.fitting(_GITLAB)
    for path in sorted({*pipelines, *files.each.intersection(_ROBOTS)}):
        if path in _ROBOTS:
            return Check(path, None, ("dco", "cla", "license/cla", "conform"))
        if path in pipelines and (line := _line(repository.read(path).decode("utf-8", errors="replace"))):
            return Check(path, line)
    return None


def _in_workflow(flow: Workflow) -> Check | None:
    for job in flow.jobs:
        names = (job.id, *(step.name for step in job.steps if step.name))
        if job.uses is not None and is_name(job.uses.target):
            return Check(flow.path, job.uses.line, names)
        for step in job.steps:
            by_action = step.uses is not None and is_name(step.uses.target.partition("@")[0])
            if by_action or (_RUNS.search(step.run) and not _MAKES.search(step.run)):
                return Check(flow.path, step.line, (job.id, step.name) if step.name else (job.id,))
    return None


def _line(text: str) -> int | None:
    """The first line of a script that looks at sign-offs; making one is another thing, and so is a remark."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _RUNS.search(line) and not _MAKES.search(line) and not line.lstrip().startswith("#"):
            return number
    return None


def _contexts(value: Any, depth: int = 0, *, inside: bool = False) -> Iterator[str]:
    """The names of required checks in settings, however they are nested."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, str) and inside:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _contexts(item, depth + 1, inside=inside)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _contexts(item, depth + 1, inside=inside or key in _CONTEXTS)


def is_required(check: Check | None, required: Sequence[str]) -> bool:
    """True when a required check is about sign-offs by its name, or is the given one by a name it may report by."""
    names = check.names if check is not None else ()
    return any(map(is_name, required)) or any(_is_same(name, one) for name in names for one in required)


def _is_same(name: str, required: str) -> bool:
    mine, theirs = name.lower().strip(), required.lower().strip()
    return bool(mine) and (mine == theirs or theirs.endswith(f"/ {mine}") or theirs.startswith(f"{mine} ("))
