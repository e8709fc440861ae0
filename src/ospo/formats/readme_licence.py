# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence that a README says the project has: in a badge, or in a sentence below a heading about the licence.

What it says of the work of others (icons, fonts, data it builds on) is no claim about the project.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ospo.formats import licence_names, outline
from ospo.formats.licence_names import Name

_BADGE = re.compile(r"img\.shields\.io/badge/licen[cs](?:e|ie)-(?P<value>(?:[^-\s/?)\"'<>]|--){1,80})-", re.IGNORECASE)
_ALT = re.compile(r"!\[\s?licen(?:[cs]e|tie)\s?:\s?(?P<value>[^\]\n]{1,60})\]", re.IGNORECASE)
_HEADING = re.compile(r"\blicen(?:[cs](?:es?|ing|ed)|ties?)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"third|3rd|depend|derden|afhankelijk|icon|font|lettertype|logo|image|afbeelding|\bdata(?:set)?s?\b|gegevens"
    r"|based on|gebaseerd|\bfrom\b|afkomstig|\buses?\b|\busing\b|gebruikt|contribut|bijdrag|document|content|credit"
    r"|acknowledg|\bdocs?\b|not\b|niet\b|except|behalve|compatib|check|scan|model|example|voorbeeld|plugin"
    r"|include[sd]?\b|embed|bundl",
    re.IGNORECASE,
)
_OF_THIS = re.compile(
    r"\b(?:licen[cs]ed|released|distributed|available|published|provided|covered|falls) (?:under|by|as)\b"
    r"|\b(?:under|onder) (?:the|a|an|de|een) .{0,80}licen|\bonder (?:de )?(?:EUPL|MIT|GPL|Apache)"
    r"|\b(?:this|the|our|deze|dit|de|het|onze) (?:[\w-]+ ){0,2}(?:project|repositor\w+|repo|software|code|source"
    r"|package|librar\w+|tool|applicati\w+|app|work|broncode|licen[cs]e|licentie)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_FEW = 8  # words; a text this short below the heading is the name of the licence
_BLOCKS = 6  # below one heading
_MAX_BADGES = 20


@dataclass(frozen=True, slots=True)
class Said:
    """The licences that a README claims at a line (from 1), and the words it uses for the first."""

    names: frozenset[Name]
    shown: str
    line: int


def find(text: str, path: str) -> Said | None:
    """What the README claims in its text, else in a badge."""
    return _in_text(text, path) or _in_badges(text)


def _in_text(text: str, path: str) -> Said | None:
    found: list[tuple[Name, str, int]] = []
    for section in outline.sections(text, path):
        if _HEADING.search(section.title) and not _OF_OTHERS.search(section.title):
            for block in section.blocks[:_BLOCKS]:
                found += [(name, shown, block.line) for name, shown in _claims(outline.plain(block.text))]
    return _said(found)


def _claims(prose: str) -> Iterator[tuple[Name, str]]:
    for sentence in _SENTENCE.split(" ".join(prose.split())):
        names = list(licence_names.find(sentence))
        is_short = len(sentence.split()) <= _FEW
        if names and not _OF_OTHERS.search(sentence) and (is_short or _OF_THIS.search(sentence)):
            yield from names


def _in_badges(text: str) -> Said | None:
    found: list[tuple[Name, str, int]] = []
    for pattern in (_BADGE, _ALT):
        for number, match in enumerate(pattern.finditer(text)):
            if number == _MAX_BADGES:
                break
            value = unquote(match["value"]).replace("--", "-").replace("_", " ")
            line = text.count("\n", 0, match.start()) + 1
            found += [(name, shown, line) for name, shown in licence_names.find(value)]
    return _said(found)


def _said(found: list[tuple[Name, str, int]]) -> Said | None:
    if not found:
        return None
    return Said(frozenset(name for name, _, _ in found), found[0][1], found[0][2])
