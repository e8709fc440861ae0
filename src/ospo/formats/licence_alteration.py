# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a licence text in a repository was altered: how many words differ, headings that were left out apart."""

from dataclasses import dataclass

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import licence_library, licence_text
from ospo.formats.licence_difference import difference
from ospo.formats.licence_text import Found, Kind
from ospo.formats.licence_words import words
from ospo.formats.licences import LicenceFile, Licences

_HEADINGS = frozenset({"licence", "disclaimer", "disclaimers", "notice", "notes", "preamble", "terms", "conditions"})
_LEADING = 80  # words that may stand before a licence


@dataclass(frozen=True, slots=True)
class Alteration:
    """A licence of which words differ from the real text: its label, the file, its first line, and how many words."""

    label: str
    path: str
    line: int
    words: int


def find(repository: Snapshot, found: Licences) -> list[Alteration]:
    """The main licences that were altered; full texts only, for a notice is no text."""
    altered = []
    for file in found.main:
        for item in file.found:
            if item.kind is Kind.TEXT and item.differing and not _lacks_headings_only(repository, file, item):
                altered.append(Alteration(item.label, file.path, item.line, item.differing))
    return altered


def _lacks_headings_only(repository: Snapshot, file: LicenceFile, item: Found) -> bool:
    """True when nothing but headings is gone, and nothing was put in."""
    if item.differing > len(_HEADINGS):
        return False
    text = _text(repository, file.path)
    part = words("\n".join(text.split("\n")[item.line - 1 :]))
    for pattern in licence_library.patterns(item.id):
        match = difference(pattern, part, item.differing, range(min(_LEADING, len(part))))
        if match is not None and not match.added and _HEADINGS.issuperset(match.lost):
            return True
    return False


def _text(repository: Snapshot, path: str) -> str:
    for _, content in repository.read_all([path]):
        if not isinstance(content, Unreadable):
            return licence_text.decode(content) or ""
    return ""
