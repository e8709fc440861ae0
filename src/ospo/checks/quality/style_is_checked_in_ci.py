# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The style of the code is checked in continuous integration, or by a service that does so on every change."""

from itertools import islice

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci_reach, ci_style, ci_tools, manifests, program_code, tree
from ospo.formats.ci_reach import Reach
from ospo.formats.ci_tools import Use

_FEW = 10  # files of code; without anything that makes a package of them they are scripts
_NEWEST = 500  # commits that are looked at for traces of pre-commit.ci


def check(repository: Snapshot) -> Verdict:
    """Met by a tool for style that starts on changes; what a service or hooks do outside the files is unknown."""
    found = ci_reach.reach(repository)
    use = ci_tools.find(found.parts, ci_style.STYLE_CHECKS)
    if use and use.part.on_changes:
        return met("runs", *_places(use), tool=use.tool, path=use.part.start[0])
    paths = tree.paths(repository.entries())
    hooks = ci_style.hooks_file(paths)
    if hooks and any(map(ci_style.is_by_service, islice(repository.commits(), _NEWEST))):
        return met("service", Evidence(hooks), path=hooks)
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    if use:
        return unknown("not-on-changes", *_places(use), tool=use.tool, path=use.part.start[0])
    return _not_seen(found, paths, hooks)


def _not_seen(found: Reach, paths: tree.Paths, hooks: str | None) -> Verdict:
    """No tool was seen in what the pipelines run: what else may do it, and what is only set?"""
    if found.unread:
        raise found.unread[0]
    if found.elsewhere:
        path, line = found.elsewhere[0]
        return unknown("elsewhere", Evidence(path, line), path=path)
    if service := ci_style.service_file(paths):
        return unknown("only-service", Evidence(service), path=service)
    if use := ci_tools.find(found.parts, ci_style.SERVICES):
        return unknown("only-service", *_places(use), path=use.part.start[0])
    if hooks:
        return unknown("only-hooks", Evidence(hooks), path=hooks)
    build = ci_tools.find(found.parts, ci_style.BUILDS)
    if build and ci_style.checks_scripts(paths):
        return unknown("by-build", *_places(build), path=build.part.start[0])
    settings = ci_style.settings_file(paths)
    code = len(program_code.files(paths))
    if not found.pipelines and code < _FEW and not manifests.projects(paths):
        return not_applicable("only-scripts", count=code)
    if not found.pipelines:
        return not_met("no-ci", *([Evidence(settings)] if settings else []))
    if settings:
        return not_met("only-settings", Evidence(settings), *map(Evidence, found.pipelines[:3]), path=settings)
    return not_met("no-step", *map(Evidence, found.pipelines[:5]), count=len(found.pipelines))


def _places(use: Use) -> tuple[Evidence, ...]:
    """Where the pipeline leads to the tool, and where the tool is run when that is in another file."""
    path, line = use.part.start
    here = Evidence(use.part.path, use.line)
    return (here,) if line is None else (Evidence(path, line), here)
