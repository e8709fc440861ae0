# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes something is asked to bring tests: the rules for contributions say so."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import (
    ci,
    community_files,
    coverage_gate,
    guidance_on_tests,
    guides,
    program_code,
    request_templates,
    tree,
)
from ospo.formats.community_files import FileKind

_MOST_READ = 30


def check(repository: Snapshot) -> Verdict:
    """Met by a sentence in the rules for contributions; the owner of a repository may keep those elsewhere."""
    paths = tree.paths(repository.entries())
    places = guides.locate(paths)
    for guide in guides.read(repository, places, "test"):
        if line := guidance_on_tests.asked_with_changes(guide):
            return met("asked", Evidence(guide.path, line), path=guide.path)
    for entry in request_templates.change_templates(repository.entries()):
        if line := guidance_on_tests.asked_in_template(community_files.text(repository, entry)):
            return met("asked", Evidence(entry.path, line), path=entry.path)
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    if gate := _gate(repository, paths):
        return unknown("only-a-gate", gate, path=gate.path or "")
    if away := guides.elsewhere(guides.read(repository, places[:5]), paths, repository.remotes):
        return unknown("elsewhere", Evidence(*away), path=away[0])
    own = community_files.locate(repository.entries(), FileKind.CONTRIBUTING)
    if not own and community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING):
        return unknown("may-be-inherited", file="CONTRIBUTING.md")
    return not_met("not-asked", *(Evidence(entry.path) for entry in own[:1]))


def _gate(repository: Snapshot, paths: tree.Paths) -> Evidence | None:
    """Where a pipeline or a setting refuses a change that is not covered by tests."""
    files = [path for path in paths if coverage_gate.is_setting(path)]
    for path, content in repository.read_all([*files, *(p.path for p in ci.locate(paths))][:_MOST_READ]):
        if isinstance(content, Unreadable):
            continue
        if line := coverage_gate.line(path, content.decode("utf-8", errors="replace")):
            return Evidence(path, line)
    return None
