# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every workflow that starts by itself says which permissions its token gets, and gives write to single jobs only."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import tree, workflow
from ospo.formats.workflow import Grant, Workflow


def check(repository: Snapshot) -> Verdict:
    """Met when all workflows declare limited permissions, at the top or at each of their jobs.

    One that is only called gets what its caller gives: when it declares nothing, it is not judged.
    """
    paths = workflow.locate(tree.paths(repository.entries()), github_only=True)
    if not paths:
        return not_applicable("no-workflows")
    found = workflow.read(repository.read_all(paths))
    judged = [file for file in found.workflows if not _is_up_to_caller(file)]
    lines = {file.path: (_line(file), _grant(file)) for file in judged}
    broad = [Evidence(p, line) for p, (line, grant) in lines.items() if grant in (Grant.WRITE, Grant.EVERYTHING)]
    undeclared = [Evidence(p) for p, (_, grant) in lines.items() if grant is Grant.UNDECLARED]
    if broad and undeclared:
        places = [*broad[:3], *undeclared[:3]]
        return not_met("broad-and-undeclared", *places, count=len(broad), total=len(lines), undeclared=len(undeclared))
    if broad:
        return not_met("broad", *broad[:5], count=len(broad), total=len(lines))
    if undeclared:
        return not_met("undeclared", *undeclared[:5], count=len(undeclared), total=len(lines))
    if found.broken:
        path, line = found.broken[0]
        return unknown("unreadable", Evidence(path, line), path=path)
    if found.workflows and not judged:
        return not_applicable("called-only", *(Evidence(f.path) for f in found.workflows[:5]), count=len(paths))
    if not lines:
        return not_applicable("no-workflows")
    return met("limited", *(Evidence(p, line) for p, (line, _) in list(lines.items())[:5]), count=len(lines))


def _grant(file: Workflow) -> Grant:
    """What the workflow as a whole gives: its jobs overrule the top when each of them declares permissions."""
    jobs = [job.grant for job in file.jobs]
    if Grant.EVERYTHING in jobs:
        return Grant.EVERYTHING
    if Grant.UNDECLARED not in jobs:
        return Grant.LIMITED
    # When one job gets what stands at the top, that is as narrow as the job.
    return Grant.LIMITED if file.grant is Grant.WRITE and jobs.count(Grant.UNDECLARED) == 1 else file.grant


def _is_up_to_caller(file: Workflow) -> bool:
    return file.is_only_called and _grant(file) is Grant.UNDECLARED


def _line(file: Workflow) -> int:
    """The line of the permissions that decide."""
    wide = [job.line for job in file.jobs if job.grant is Grant.EVERYTHING]
    declared = [job.line for job in file.jobs if job.grant is not Grant.UNDECLARED]
    if wide:
        return wide[0]
    return declared[0] if len(declared) == len(file.jobs) else file.line
