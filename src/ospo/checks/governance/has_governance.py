# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says who decides, and how: in a governance document, or in a section on it."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, outline
from ospo.formats.community_files import FileKind

_SECTION = re.compile(
    r"\bgovernance\b|\bbestuur\b|\bbesluitvorming\b|\bdecision[- ]making\b|\bhow (?:we decide|decisions are made)\b|"
    r"\bbeheer en (?:doorontwikkeling|bestuur|besluitvorming)\b|\bbeheermodel\b|\bwie (?:beslist|besluit)\b|"
    r"\b(?:besluiten|beslissingen) (?:nemen|neemt|genomen)\b|"
    r"\b(?:neemt|nemen) (?:we |wij )?(?:de )?(?:besluiten|beslissingen)\b|"
    r"\bsamenwerking en (?:besluiten|beslissen)\b|\bhoe (?:we|wij) (?:beslissen|besluiten)\b|"
    r"\b(?:make|making|take) decisions\b",
    re.I,
)


def check(repository: Snapshot) -> Verdict:
    """Met by a file with text, else by a section in the README, CONTRIBUTING or MAINTAINERS."""
    entries = community_files.locate(repository.entries(), FileKind.GOVERNANCE)
    for entry in entries:
        if community_files.has_words(community_files.text(repository, entry)):
            return met("found", Evidence(entry.path), path=entry.path)
    for kind in (FileKind.CONTRIBUTING, FileKind.README, FileKind.MAINTAINERS):
        for entry in community_files.locate(repository.entries(), kind):
            sections = outline.sections(community_files.text(repository, entry), entry.path)
            for section in outline.find(sections, _SECTION):
                if section.text.strip():
                    return met("section", Evidence(entry.path, section.line), path=entry.path)
    if entries:
        return not_met("empty", Evidence(entries[0].path), path=entries[0].path)
    if community_files.may_be_inherited(repository.remotes, FileKind.GOVERNANCE):
        return unknown("may-be-inherited", file="GOVERNANCE.md")
    return not_met("missing")
