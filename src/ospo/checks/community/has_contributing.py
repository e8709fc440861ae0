# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says how to contribute: in a file of its own, or in a section of the README."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, outline
from ospo.formats.community_files import FileKind
from ospo.formats.outline import BlockKind

_SECTION = re.compile(
    r"\b(?:contribut(?:e|ing|ions?|ies?)|bijdragen?|bijdrage|bij te dragen|meedoen|meewerken|mee ?helpen|"
    r"pull requests?)\b|\b(?:wijziging|verbetering)(?:en)? (?:voorstellen|aandragen|insturen)\b",
    re.I,
)
# Such a section tells how a change goes live, not how somebody else proposes one.
_GOES_LIVE = re.compile(r"\b(?:deploy\w*|releas\w*|uitrol\w*)\b", re.I)
_INVITED = re.compile(
    r"\b(?:wil(?:t| je| jij| u)?|want to)\b[^.?!]{0,40}"
    r"\b(?:bijdragen|meedoen|meewerken|mee ?helpen|help us|contribute)\b",
    re.I,
)
_HOW = re.compile(r"\bissues?\b|\bpull requests?\b|\bmerge requests?\b|\bfork\b|\bbranch\b|\bmail\b|\bcontact\b", re.I)


def check(repository: Snapshot) -> Verdict:
    """Met by a file with text, else by a section; the owner of a repository may also supply the file."""
    entries = community_files.locate(repository.entries(), FileKind.CONTRIBUTING)
    for entry in entries:
        if community_files.has_words(community_files.text(repository, entry)):
            return met("found", Evidence(entry.path), path=entry.path)
    for entry in community_files.locate(repository.entries(), FileKind.README):
        sections = outline.sections(community_files.text(repository, entry), entry.path)
        for section in outline.find(sections, _SECTION):
            if section.text.strip() and not _GOES_LIVE.search(section.title):
                return met("section", Evidence(entry.path, section.line), path=entry.path)
        for block in (block for section in sections for block in section.blocks):
            if block.kind is not BlockKind.CODE and _INVITED.search(block.text) and _HOW.search(block.text):
                return met("sentence", Evidence(entry.path, block.line), path=entry.path)
    if entries:
        return not_met("empty", Evidence(entries[0].path), path=entries[0].path)
    if community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING):
        return unknown("may-be-inherited", file="CONTRIBUTING.md")
    return not_met("missing")
