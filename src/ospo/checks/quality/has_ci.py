# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository has continuous integration: a pipeline that starts when something changes."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import address, ci, program_code, tree, workflow
from ospo.formats.ci import Pipeline
from ospo.formats.workflow import Workflow


def check(repository: Snapshot) -> Verdict:
    """Met when a file of a known system is there; not when all of them start only by hand, on a tag, or when called."""
    paths = tree.paths(repository.entries())
    pipelines = ci.locate(paths)
    if not pipelines:
        if not program_code.has_anything_to_build(paths):
            return not_applicable("nothing-to-build", count=len(paths))
        return not_met("missing")
    files = workflow.locate(paths)
    found = workflow.read(repository.read_all(files))
    starts = {file.path for file in found.workflows if ci.runs_on_changes(file.events)}
    if found.workflows and not starts and not found.broken:
        hosts = [address.host(remote) for remote in repository.remotes]
        others = [pipeline for pipeline in pipelines if pipeline.path not in files]
        if all(ci.is_of_another_forge(pipeline.system, hosts) for pipeline in others):
            return _idle(found.workflows, others)
    pipelines.sort(key=lambda pipeline: pipeline.path in files and pipeline.path not in starts)
    evidence = [Evidence(pipeline.path) for pipeline in pipelines[:5]]
    return met("found", *evidence, system=pipelines[0].system, path=pipelines[0].path, count=len(pipelines))


def _idle(workflows: tuple[Workflow, ...], others: list[Pipeline]) -> Verdict:
    """Workflows that do not start on a change; another forge than we know of may run the other pipelines."""
    if others:
        return unknown("other-forge", Evidence(others[0].path), path=others[0].path, system=others[0].system)
    idle = [Evidence(file.path) for file in workflows[:5]]
    if all(file.is_only_called for file in workflows):
        return not_met("only-called", *idle, count=len(workflows))
    return not_met("not-on-changes", *idle, count=len(workflows))
