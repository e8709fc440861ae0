# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Continuous integration holds every change against REUSE: it runs `reuse lint`."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci_reach, ci_reuse, ci_style, ci_tools, community_files, reuse_status, tree
from ospo.formats.ci_reach import Part, Reach
from ospo.formats.ci_tools import Use
from ospo.formats.community_files import FileKind
from ospo.formats.reuse_status import Shown

_TOOLS = (ci_reuse.REUSE_LINT,)
_LARGEST = 200_000  # characters of the settings of hooks


def check(repository: Snapshot) -> Verdict:
    """Met by a run of the linter that starts on changes or a schedule; what others run for us is unknown."""
    found = ci_reach.reach(repository)
    use = ci_tools.find(found.parts, _TOOLS)
    if use and use.part.on_changes:
        return met("runs", *_places(use), path=use.part.start[0])
    if use:
        return unknown("not-on-changes", *_places(use), path=use.part.start[0])
    return _not_seen(repository, found)


def _not_seen(repository: Snapshot, found: Reach) -> Verdict:
    """No run was seen in what the pipelines reach: who else may do it?"""
    if found.unread:
        raise found.unread[0]
    if named := ci_tools.speaking_of(found.parts, ci_reuse.NAMED):
        return unknown("only-named", Evidence(*named), path=named[0])
    if target := ci_tools.find(found.parts, (ci_reuse.REUSE_TARGET,)):
        return unknown("only-named", *_places(target), path=target.part.start[0])
    if found.elsewhere:
        path, line = found.elsewhere[0]
        return unknown("elsewhere", Evidence(path, line), path=path)
    if hook := _hook(repository):
        return unknown("only-hooks", hook, path=hook.path or "")
    if service := _service(repository):
        return unknown("only-service", service, path=service.path or "")
    if not found.pipelines:
        return not_met("no-ci")
    return not_met("no-step", *map(Evidence, found.pipelines[:5]), count=len(found.pipelines))


def _hook(repository: Snapshot) -> Evidence | None:
    """The hook that runs the linter before a commit, where no pipeline runs the hooks."""
    path = ci_style.hooks_file(tree.paths(repository.entries()))
    if path is None:
        return None
    text = repository.read(path).decode("utf-8", errors="replace")[:_LARGEST]
    use = ci_tools.find([Part(path, 0, text, (path, None), on_changes=True)], _TOOLS)
    return Evidence(path, use.line) if use else None


def _service(repository: Snapshot) -> Evidence | None:
    """The badge of a service that runs the linter on what is registered there."""
    for entry in community_files.locate(repository.entries(), FileKind.README):
        found = reuse_status.badge(community_files.text(repository, entry), repository.remotes)
        if found and found.shown is Shown.OWN:
            return Evidence(entry.path, found.line)
    return None


def _places(use: Use) -> tuple[Evidence, ...]:
    """Where the pipeline leads to the linter, and where it is run when that is in another file."""
    path, line = use.part.start
    here = Evidence(use.part.path, use.line)
    return (here,) if line is None else (Evidence(path, line), here)
