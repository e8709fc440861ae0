# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The recogniser: which licences a text holds, in which language, and how many words differ from the real text.

A licence counts as recognised when at least 98 % of its words are there in their order. What is not a licence text
may still name one: by tag, by address or by id. That is told apart, since it gives nobody the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from ospo.formats import licence_library, spdx
from ospo.formats.licence_difference import Difference, difference
from ospo.formats.licence_pattern import Pattern, of_words
from ospo.formats.licence_words import words

MAX_CHARACTERS = 300_000  # of a file that is looked at; the longest licence has 45,000
_TOLERANCE = 0.02  # of the words may differ
_MOST = 60  # differing words, however long the text
_LEADING = 80  # words that may stand before a licence in the part where the library sees it
_NEAR = 4  # licences that are tried on a part in which the library sees nothing
_SHORTEST = 60  # words; a shorter part is not searched for a licence that was altered
_FULL_TEXT = 300  # words; of a licence this long a part of less than half is its notice
_CONTENT_LINE = re.compile(r"[^\W_]")
_TAG = re.compile("SPDX-" + r"License-Identifier:\s*([^\n*]+)")
_ID = re.compile(r"(?<![\w./-])[A-Za-z][\w-]*(?:-|(?<=[a-zA-Z])/)\d+(?:\.\d+)*(?:-[\w-]+)?\b|\bMIT\b")
_EUPL = re.compile(r"\bEUPL\b[^\w\n]{0,4}(?:v|versie|version)?[.\s]{0,2}1[.]([012])\b", re.IGNORECASE)
_GNU = re.compile(r"(A?GPL|LGPL|GFDL)-\d\.\d")
# Words that, put in, turn a licence into another one: a text with such a change is not nearly the same.
_TURNING = frozenset(
    "not no non noncommercial commercial commercially noderivatives noderivs sharealike except unless prohibited "
    "forbidden niet geen behalve commercieel commerciële verboden".split()
)


class Kind(StrEnum):
    """What was recognised: the full text of a licence, or the standard notice that says it applies."""

    TEXT = "text"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Found:
    """A licence in a text. `id` is an SPDX id, or the bare one ("GPL-3.0") when the text cannot tell which of two."""

    id: str
    kind: Kind = Kind.TEXT
    language: str = "en"
    differing: int = 0
    line: int = 1

    @property
    def label(self) -> str:
        """The id for people: both ids when the text leaves it open."""
        listed = spdx.find(self.id)
        return f"{self.id}-only / {self.id}-or-later" if listed and listed.deprecated and _is_open(self.id) else self.id


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds: licences in order, ids it only names, and its number of words."""

    found: tuple[Found, ...] = ()
    named: tuple[str, ...] = ()
    words: int = 0


def decode(content: bytes) -> str | None:
    """The text of a licence file in UTF-8, UTF-16 or Windows-1252, or None when it is no text (a PDF, an image)."""
    content = content[: 4 * MAX_CHARACTERS]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")[:MAX_CHARACTERS]
    if b"\0" in content[:2048] or content.startswith((b"%PDF", b"{\\rtf")):
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text[:MAX_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=32)
def read(text: str) -> Reading:
    """Recognise the licences in a text."""
    found: list[tuple[int, int, Found]] = []
    named: list[str] = []
    for region in licence_library.find(text):
        part = words(text[region.start : region.end])
        if not part:  # nothing but a web address
            named.append(region.id)
        elif match := _best(region.id, part):
            line = _line(text, region.start)
            found.append((region.start, region.end, replace(match, line=line)))
    for start, end in _gaps(text, found):
        found += _altered(text, start, end)
    licences = [item for _, _, item in sorted(found, key=lambda item: item[0])]
    return Reading(tuple(_settled(licences)), tuple(dict.fromkeys([*named, *_named(text)])), len(words(text)))


def family(licence_id: str) -> str:
    """The id without "-only" and "-or-later"."""
    return licence_id.removesuffix("-only").removesuffix("-or-later")


def _is_open(licence_id: str) -> bool:
    return _GNU.fullmatch(licence_id) is not None


def _best(licence_id: str, part: list[str]) -> Found | None:
    """The licence, measured against that of its patterns from which the fewest words differ."""
    patterns = licence_library.patterns(licence_id)
    best: Difference | None = None
    kind = Kind.TEXT
    for pattern in patterns:
        most = _MOST if best is None else best.count - 1
        match = difference(pattern, part, most, range(min(_LEADING, len(part)))) if most >= 0 else None
        if match is not None:
            best = match
            size = patterns[0].size
            is_notice = size >= _FULL_TEXT and match.end - match.start < size / 2
            kind = Kind.NOTICE if is_notice or family(licence_id) != licence_id else Kind.TEXT
    return None if best is None else Found(licence_id, kind, differing=best.count)


def _gaps(text: str, found: Iterable[tuple[int, int, Found]]) -> Iterator[tuple[int, int]]:
    """The parts of the text between the licences that were found."""
    place = 0
    for start, end, _ in sorted(found, key=lambda item: item[0]):
        yield place, start
        place = max(place, end)
    yield place, len(text)


def _altered(text: str, start: int, end: int) -> Iterator[tuple[int, int, Found]]:
    """The licences in a part where the library sees none: our own texts, and texts in which a few words differ."""
    part = words(text[start:end])
    while len(part) >= _SHORTEST:
        best: tuple[int, Difference, str, str] | None = None
        for licence_id, language, pattern in _candidates(text[start:end], part):
            match = difference(pattern, part, min(_MOST, int(pattern.size * _TOLERANCE)), range(len(part)))
            if match is None or not _is_whole(pattern, match) or _TURNING & {*match.added}:
                continue
            if best is None or match.count < best[0]:
                best = (match.count, match, licence_id, language)
        if best is None:
            return
        count, match, licence_id, language = best
        yield start, end, Found(licence_id, Kind.TEXT, language, count, _line(text, start))
        part = part[match.end :] if match.end * 2 < len(part) + match.start else part[: match.start]
