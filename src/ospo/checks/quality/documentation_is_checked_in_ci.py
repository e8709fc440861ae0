# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documentation is checked in continuous integration: links, spelling, mark-up, or that it builds without warnings."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci_documents, ci_reach, ci_style, ci_tools, guides, tree
from ospo.formats.ci_reach import Part, Reach
from ospo.formats.ci_tools import Use

_LARGEST = 200_000  # characters of the settings of hooks
_STOPS_AT_LINKS = frozenset({"Docusaurus", "VitePress"})  # unless they are told otherwise


def check(repository: Snapshot) -> Verdict:
    """Met by a tool for documents that starts on changes or a schedule; that pages are built is not enough to tell."""
    paths = tree.paths(repository.entries())
    if not guides.locate(paths):
        return not_applicable("no-documents")
    found = ci_reach.reach(repository)
    use = ci_tools.find(found.parts, ci_documents.DOCUMENT_CHECKS)
    if use and use.tool in _STOPS_AT_LINKS and ci_documents.is_lenient(repository):
        others = [tool for tool in ci_documents.DOCUMENT_CHECKS if tool.name not in _STOPS_AT_LINKS]
        use = ci_tools.find(found.parts, others)
    if use and use.part.on_changes:
        return met("runs", *_places(use), tool=use.tool, path=use.part.start[0])
    if named := ci_documents.named(found.parts):
        return met("named", Evidence(*named), path=named[0])
    if compared := ci_documents.compared(found.parts):
        return met("up-to-date", Evidence(*compared), path=compared[0])
    if strict := ci_documents.strict_line(repository):
        return met("strict", Evidence(*strict), path=strict[0])
    if use:
        return unknown("not-on-changes", *_places(use), tool=use.tool, path=use.part.start[0])
    return _not_seen(repository, found, paths)


def _not_seen(repository: Snapshot, found: Reach, paths: tree.Paths) -> Verdict:
    """No check was seen in what the pipelines run: what else may do it?"""
    if found.unread:
        raise found.unread[0]
    if found.elsewhere:
        path, line = found.elsewhere[0]
        return unknown("elsewhere", Evidence(path, line), path=path)
    if hooks := _hooks(repository, paths):
        return unknown("only-hooks", hooks, path=hooks.path or "")
    if broad := ci_tools.find(found.parts, ci_documents.BROAD_LINTERS):
        return unknown("broad-linter", *_places(broad), tool=broad.tool, path=broad.part.start[0])
    if build := ci_tools.find(found.parts, ci_documents.DOCUMENT_BUILDS):
        return unknown("only-built", *_places(build), tool=build.tool, path=build.part.start[0])
    if called := ci_documents.named_build(found.parts):
        return unknown("only-built", Evidence(*called), tool="own target", path=called[0])
    if not found.pipelines:
        return not_met("no-ci")
    return not_met("no-step", *map(Evidence, found.pipelines[:5]), count=len(found.pipelines))


def _hooks(repository: Snapshot, paths: tree.Paths) -> Evidence | None:
    """The hook that checks documents before a commit, where no pipeline runs the hooks."""
    path = ci_style.hooks_file(paths)
    if path is None:
        return None
    text = repository.read(path).decode("utf-8", errors="replace")[:_LARGEST]
    use = ci_tools.find([Part(path, 0, text, (path, None), on_changes=True)], ci_documents.DOCUMENT_CHECKS)
    return Evidence(path, use.line) if use else None


def _places(use: Use) -> tuple[Evidence, ...]:
    """Where the pipeline leads to the tool, and where the tool is run when that is in another file."""
    path, line = use.part.start
    here = Evidence(use.part.path, use.line)
    return (here,) if line is None else (Evidence(path, line), here)
