# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository explains how to report a defect: by a template for an issue, a section or a sentence."""

from collections.abc import Iterator, Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Entry, Snapshot
from ospo.formats import (
    community_files,
    contribution_rules,
    defect_reports,
    own_links,
    request_templates,
    retirement,
)
from ospo.formats.community_files import FileKind

_KINDS = (FileKind.SUPPORT, FileKind.CONTRIBUTING, FileKind.README)


def check(repository: Snapshot) -> Verdict:
    """Met by a template that asks what is wrong, else by a section, else by a sentence that says where to report."""
    templates = request_templates.issue_templates(repository.entries())
    for entry in templates:
        if defect_reports.is_about_defects(entry.path, community_files.text(repository, entry)):
            return met("template", Evidence(entry.path), path=entry.path)
    entries = [entry for kind in _KINDS for entry in community_files.locate(repository.entries(), kind)]
    texts = [(entry.path, community_files.text(repository, entry)) for entry in entries]
    return _in_prose(texts) or _absent(repository, templates, texts)


def _in_prose(texts: Sequence[tuple[str, str]]) -> Verdict | None:
    for path, text in texts:
        if line := defect_reports.section_line(text, path):
            return met("section", Evidence(path, line), path=path)
    for path, text in texts:
        if line := defect_reports.sentence_line(text, path):
            return met("sentence", Evidence(path, line), path=path)
    return None


def _absent(repository: Snapshot, templates: Sequence[Entry], texts: Sequence[tuple[str, str]]) -> Verdict:
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    if templates:  # the owner's templates are then not shown
        return unknown("other-template", Evidence(templates[0].path), path=templates[0].path)
    if community_files.may_be_inherited(repository.remotes, FileKind.SUPPORT):
        return unknown("may-be-inherited", file=".github/ISSUE_TEMPLATE/bug.yml")
    away = next(_away(repository, texts), None)
    return unknown("elsewhere", away, path=away.path or "") if away else not_met("missing")


def _away(repository: Snapshot, texts: Sequence[tuple[str, str]]) -> Iterator[Evidence]:
    """The links to a guide outside the tree; a README links to so much that there only one with our own name counts."""
    names = {part.lower() for remote in repository.remotes for part in remote.split("/")[3:]}
    readmes = {entry.path for entry in community_files.locate(repository.entries(), FileKind.README)}
    for path, text in texts:
        for link in contribution_rules.references(text, path):
            is_ours = path not in readmes or not names or any(name in link.target.lower() for name in names)
            if is_ours and own_links.path_of(link.target, path, repository.remotes) is None:
                yield Evidence(path, link.line)
