# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How to build, install or run the software is written down."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import guidance_on_building, guides, manifests, program_code, tree
from ospo.formats.guidance_on_building import How

_FEW = 10  # files of code; without anything that makes a package of them they are scripts


def check(repository: Snapshot) -> Verdict:
    """Met by a command, from the source before of a package, or by a section that explains it in words."""
    paths = tree.paths(repository.entries())
    places = guides.locate(paths)
    is_program = program_code.is_program(paths)
    best: tuple[How, Evidence] | None = None
    for guide in guides.read(repository, places):
        found = guidance_on_building.explains(guide)
        if found and (best is None or found.how < best[0]):
            best = found.how, Evidence(guide.path, found.line)
        if best and best[0] is How.FROM_SOURCE:
            return met("build", best[1], path=best[1].path or "")
    if not is_program:
        return not_applicable("no-program")
    if best and best[0] is How.PACKAGE:
        return met("install", best[1], path=best[1].path or "")
    if best:
        return met("section", best[1], path=best[1].path or "")
    if told := _in_help(repository, paths):
        return met("in-help", told, path=told.path or "")
    return _silent(repository, paths, places)


def _silent(repository: Snapshot, paths: tree.Paths, places: list[str]) -> Verdict:
    """No text here explains it: is there one elsewhere, or is there nothing to build?"""
    if away := guides.elsewhere(guides.read(repository, places[:5]), paths, repository.remotes):
        return unknown("elsewhere", Evidence(*away), path=away[0])
    for guide in guides.read(repository, places[:5]):
        if line := guidance_on_building.registry_line(guide):
            return unknown("elsewhere", Evidence(guide.path, line), path=guide.path)
    code = len(program_code.files(paths))
    if code < _FEW and not manifests.projects(paths):
        return not_applicable("only-scripts", count=code)
    return not_met("not-explained", *map(Evidence, places[:1]))


def _in_help(repository: Snapshot, paths: tree.Paths) -> Evidence | None:
    for path, content in repository.read_all(filter(guidance_on_building.has_help, paths)):
        if isinstance(content, Unreadable):
            continue
        if line := guidance_on_building.in_help(content.decode("utf-8", errors="replace")):
            return Evidence(path, line)
    return None
