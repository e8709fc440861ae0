# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices at the top of a README that the repository is archived, retired or no longer maintained (nl and en)."""

import re
from functools import lru_cache

from ospo.formats import text_lines
from ospo.formats.expression import Expression

LINES = 30
_WIDTH = 1000  # characters of a line; a notice is not at the end of a longer one
_SUBJECT = (
    r"(?:repo(?:sitory|sitories|sitorium)?|project|package|librar(?:y|ies)|plugin|module|tool|software|code(?:base)?"
    r"|pakket|applicati(?:e|on)|app)"
)
_STATE = (
    r"(?:archived|deprecated|discontinued|retired|obsolete|unmaintained|abandoned"
    r"|gearchiveerd|verouderd|uitgefaseerd)"
)
_SINCE = r"(?: (?:since|as of|sinds|vanaf|per) [^.;:]{1,40}?)?"
_IS = rf"(?:is|are|was|were|has been|have been|wordt|worden|zijn){_SINCE}"
_WORK = r"(?:maintained|supported|developed|onderhouden|ondersteund|ontwikkeld|doorontwikkeld|bijgewerkt)"
_ENDED = rf"(?:no longer|not|niet meer|niet langer|niet)(?: \w+)? {_WORK}"
_HAS_NOT = r"(?:has|have)(?:n[’']t| not) been(?: \w+)?"
_CARE = r"(?:maintained|developed|under (?:active )?development|onderhouden|doorontwikkeld)"
# Statements about the repository itself.
_NOTICES = tuple(
    Expression(pattern, re.I)
    for pattern in (
        # "This repository is archived", "Dit project wordt niet meer onderhouden"
        rf"\b(?:this|the|deze|dit|de|het)\b(?: [\w-]+)? {_SUBJECT}\b(?: \w+)? {_IS}(?: \w+)? (?:{_STATE}|{_ENDED})\b",
        # "This project has not been maintained since 2021"
        rf"\b(?:this|the)\b(?: [\w-]+)? {_SUBJECT} {_HAS_NOT} {_WORK} since\b",
        # a heading or label: "## Repository archived", "# [ARCHIVED] name", "**Deprecated**", "Archived: use x"
        rf"^\W*(?:{_SUBJECT} )?{_STATE}\W*$",
        rf"^#+ .*[\[(]{_STATE}[\])]|^\W*[\[(]{_STATE}[\])]|^\W*{_STATE}\W*[:!—–-] ",
        # a badge that says so
        r"repostatus\.org/badges/[^)\s]*/(?:abandoned|inactive|unsupported|moved)|unmaintained\.tech|no-maintenance-intended",
    )
)
# Statements that name something else than "this repository", unless it is a version or a part of it.
_LOOSE = Expression(
    rf"\b(?:(?:is|are|be|wordt|worden){_SINCE}(?: \w+)? (?:no longer|niet meer|niet langer)(?: \w+)? {_CARE}"
    rf"|(?:is|are|be) not(?: being)? actively {_CARE}"
    rf"|(?:is|are|be) not(?: \w+)? {_CARE} any ?more"
    rf"|{_HAS_NOT} {_CARE} since)\b",
    re.I,
)
_PART = re.compile(r"\b(?:versions?|versies?|v?\d+\.[\dx]|branch|releases?|python|php|java|node)\b", re.I)
_MARKUP = re.compile(r"[*_`]+|</?\w+>")


@lru_cache(maxsize=16)  # many checks ask it of the same README
def find(text: str) -> int | None:
    """The line (from 1) of the first notice in the first thirty lines, or None."""
    for number, whole in enumerate(text_lines.of(text)[:LINES], start=1):
        line = whole[:_WIDTH]
        plain = _MARKUP.sub("", line)
        forms = (line,) if plain == line else (line, plain)
        if any(notice.search(form) for form in forms for notice in _NOTICES):
            return number
        if _LOOSE.search(plain) and not _PART.search(plain):
            return number
    return None


_HINT = Expression(
    r"archiv|gearchiveerd|deprecat|discontinu|obsolete|supersed|retired|replaced by|successor|end[- ]of[- ]life|\beol\b"
    r"|no longer|not maintained|unmaintained|moved to|has moved|niet meer|niet langer|verouderd|uitgefaseerd|opvolger"
    r"|vervangen door|verhuisd|verplaatst",
    re.I,
)
_HINT_LINES = 400


def perhaps(text: str) -> int | None:
    """The line (from 1) of the first words that may say it in some other way, or of something else; None without."""
    if not _HINT.may_be_in(text):
        return None
    for number, line in enumerate(text_lines.of(text)[:_HINT_LINES], start=1):
        if _HINT.search(line[:_WIDTH]):
            return number
    return None
