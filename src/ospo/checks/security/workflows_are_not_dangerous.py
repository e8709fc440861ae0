# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""No workflow lets a stranger have commands run with the rights of the repository."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci_reach, shell_danger, tree, workflow, workflow_danger
from ospo.formats.workflow_danger import Certainty, Way

PRIVATE = True  # where such a thing is, is told to who scans; it is not for a public site


def check(repository: Snapshot) -> Verdict:
    """Not met where a stranger's text stands in a script, or a stranger's code is run, in a run that has rights."""
    paths = tree.paths(repository.entries())
    places = workflow.locate(paths)
    found = workflow.read(repository.read_all(places + workflow.locate_actions(paths)))
    others = [part for part in ci_reach.reach(repository).parts if shell_danger.is_looked_at(part.path)]
    if not places and not others:
        return not_applicable("no-workflows")
    dangers = [(file.path, danger) for file in found.workflows for danger in workflow_danger.find(file)]
    texts = [Evidence(p, d.line) for p, d in dangers if (d.way, d.certainty) == (Way.TEXT, Certainty.SURE)]
    texts += [Evidence(part.path, line) for part in others if (line := shell_danger.find(part.text))]
    codes = [Evidence(p, d.line) for p, d in dangers if (d.way, d.certainty) == (Way.CODE, Certainty.SURE)]
    if codes:
        return not_met("runs-code-of-strangers", *codes[:5], *texts[:3], count=len(codes), texts=len(texts))
    if texts:
        return not_met("runs-text-of-strangers", *texts[:5], count=len(texts))
    if found.broken:
        path, line = found.broken[0]
        return unknown("unreadable", Evidence(path, line), path=path)
    guarded = [Evidence(p, d.line) for p, d in dangers if d.certainty is Certainty.GUARDED]
    if guarded:
        return unknown("guarded", *guarded[:5], count=len(guarded))
    looked = [file.path for file in found.workflows if file.events] + [part.path for part in others]
    harmless = [Evidence(p, d.line) for p, d in dangers if d.certainty is Certainty.HARMLESS]
    if harmless:
        return met("only-without-rights", *harmless[:5], count=len(harmless))
    return met("none-found", *map(Evidence, looked[:5]), count=len(looked))
