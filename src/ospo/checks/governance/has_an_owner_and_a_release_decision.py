# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The code has an owner in the organisation, and the decision to publish it is recorded."""

from ospo.domain.finding import Evidence, Verdict, met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, maintainers, publiccode, release_decision, tree
from ospo.formats.community_files import FileKind

_KINDS = (FileKind.GOVERNANCE, FileKind.README, FileKind.CONTRIBUTING)
_OWNER_KEYS = (("organisation",), ("legal", "repoOwner"), ("legal", "mainCopyrightOwner"))


def check(repository: Snapshot) -> Verdict:
    """Met when the repository shows both; a decision that is kept elsewhere, only a person knows."""
    decision = _decision(repository)
    if decision is None:
        return unknown("not-recorded")
    owner = _owner(repository)
    if owner is None:
        return unknown("no-owner", decision, path=decision.path or "")
    return met("recorded", decision, owner, path=decision.path or "", owner=owner.path or "")


def _decision(repository: Snapshot) -> Evidence | None:
    named = release_decision.files(tree.paths(repository.entries()))
    if named:
        return Evidence(named[0])
    for kind in _KINDS:
        for entry in community_files.locate(repository.entries(), kind):
            line = release_decision.line(community_files.text(repository, entry), entry.path)
            if line is not None:
                return Evidence(entry.path, line)
    return None


def _owner(repository: Snapshot) -> Evidence | None:
    """Where a team or organisation is named that the code belongs to."""
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    for keys in _OWNER_KEYS if found and document else ():
        value = document.value if document else None
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if value and found and document:
            return Evidence(found[0], document.line(*keys))
    for kind in (FileKind.MAINTAINERS, FileKind.GOVERNANCE, FileKind.README):
        for entry in community_files.locate(repository.entries(), kind):
            text = community_files.text(repository, entry)
            if kind is FileKind.MAINTAINERS and community_files.has_words(text):
                return Evidence(entry.path)
            line = maintainers.section_line(text, entry.path) or maintainers.sentence_line(text, entry.path)
            if line is not None:
                return Evidence(entry.path, line)
    return None
