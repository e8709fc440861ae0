# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says how to contribute: in a file of its own, or in a section of the README."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, outline
from ospo.formats.community_files import FileKind

_SECTION = re.compile(
    r"\b(?:contribut(?:e|ing|ions?|ies?)|bijdragen?|bijdrage|bij te dragen|meedoen|meewerken|mee ?helpen|"
    r"pull requests?)\b",
    re.I,
)


def check(repository: Snapshot) -> Verdict:
    """Met by a file with text, else by a section; the owner of a repository may also supply the file."""
    entries = community_files.locate(repository.entries(), FileKind.CONTRIBUTING)
    for entry in entries:
        if community_files.text(repository, entry).strip():
            return met("found", Evidence(entry.path), path=entry.path)
    for entry in community_files.locate(repository.entries(), FileKind.README):
        sections = outline.sections(community_files.text(repository, entry), entry.path)
        for section in outline.find(sections, _SECTION):
            if section.text.strip():
                return met("section", Evidence(entry.path, section.line), path=entry.path)
    if entries:
        return not_met("empty", Evidence(entries[0].path), path=entries[0].path)
    if community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING):
        return unknown("may-be-inherited")
    return not_met("missing")
