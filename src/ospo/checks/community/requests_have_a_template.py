# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever proposes a change first sees a template: what to write, and which rules a request must satisfy."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, forges, request_templates, retirement
from ospo.formats.community_files import FileKind


def check(repository: Snapshot) -> Verdict:
    """Met by a file with words; what the owner may supply, or the forge may keep as a setting, is not known here."""
    templates = request_templates.change_templates(repository.entries())
    for entry in templates:
        if community_files.has_words(community_files.text(repository, entry)):
            return met("found", Evidence(entry.path), path=entry.path)
    if templates:
        return not_met("empty", Evidence(templates[0].path), path=templates[0].path)
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    if community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING):  # templates are passed on with it
        return unknown("may-be-inherited", file=".github/PULL_REQUEST_TEMPLATE.md")
    if any(forges.forge_of(remote) in (forges.GITLAB, forges.OTHER) for remote in repository.remotes):
        return unknown("may-be-set")
    return not_met("missing")
