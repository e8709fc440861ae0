# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository has continuous integration: a pipeline that starts when something changes."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci, program_code, workflow

# Below this number of files, and without anything to build, there is nothing to integrate.
_FEW_FILES = 25


def check(repository: Snapshot) -> Verdict:
    """Met when a file of a known system is there; not when all of them start only by hand or when called."""
    paths = [entry.path for entry in repository.entries() if entry.is_file]
    pipelines = ci.locate(paths)
    if not pipelines:
        if len(paths) < _FEW_FILES and not program_code.has_anything_to_build(paths):
            return not_applicable("nothing-to-build", count=len(paths))
        return not_met("missing")
    files = workflow.locate(paths)
    if len(files) == len(pipelines):
        found = workflow.read(repository.read_all(files))
        starts = [file for file in found.workflows if ci.runs_on_changes(file.events)]
        if found.workflows and not starts and not found.broken:
            idle = [Evidence(file.path) for file in found.workflows[:5]]
            return not_met("not-on-changes", *idle, count=len(found.workflows))
        first = {file.path for file in starts}
        pipelines.sort(key=lambda pipeline: pipeline.path not in first)
    evidence = [Evidence(pipeline.path) for pipeline in pipelines[:5]]
    return met("found", *evidence, system=pipelines[0].system, path=pipelines[0].path, count=len(pipelines))
