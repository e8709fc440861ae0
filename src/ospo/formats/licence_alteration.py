# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a licence text in a repository was altered: how many words differ and where; left-out headings apart."""

from dataclasses import dataclass

from ospo.formats.licence_text import Found, Kind
from ospo.formats.licences import Licences

_HEADINGS = frozenset({"licence", "disclaimer", "disclaimers", "notice", "notes", "preamble", "terms", "conditions"})


@dataclass(frozen=True, slots=True)
class Alteration:
    """A licence of which words differ from the real text.

    Its label, the file, the line of the first word that differs, and how many words do.
    """

    label: str
    path: str
    line: int
    words: int


def find(found: Licences) -> list[Alteration]:
    """The main licences that were altered; full texts only, for a notice is no text.

    A language of which we cannot vouch for our own copy is left out: the difference may be our mistake.
    """
    return [
        Alteration(item.label, file.path, item.changes[0].line if item.changes else item.line, item.differing)
        for file in found.main
        for item in file.found
        if item.kind is Kind.TEXT and item.differing and item.is_sure and not _lacks_headings_only(item)
    ]


def _lacks_headings_only(item: Found) -> bool:
    """True when nothing but headings is gone, and nothing was put in."""
    lost = {word for change in item.changes for word in change.lost}
    return not any(change.added for change in item.changes) and _HEADINGS.issuperset(lost)
