# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The recogniser: which licences a text holds, in which language, and how many words differ from the real text.

A licence counts as recognised when at least 98 % of its words are there in their order. What is not a licence text
may still name one: by tag, by address or by id. That is told apart, since it gives nobody the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ospo.formats import licence_library, licence_match, licence_naming, licence_words
from ospo.formats.licence_found import Change, Found, Kind, Method, Reading, family

__all__ = ["MAX_CHARACTERS", "Change", "Found", "Kind", "Method", "Reading", "decode", "family", "likest", "read"]

MAX_CHARACTERS = 300_000  # of a file that is looked at; the longest licence has 45,000
_REMARK = 20  # words; fewer around a licence are a title or a notice
_FEW = 30  # words; so few are like nothing
_STANDARD = re.compile(r"how to apply|by electronic and paper mail|creative commons (?:corporation|is not a party)")


@dataclass(frozen=True, slots=True)
class _Part:
    """The words of a part of the text, each with its line."""

    words: list[str]
    lines: list[int]

    def cut(self, start: int, end: int | None = None) -> "_Part":
        return _Part(self.words[start:end], self.lines[start:end])


def decode(content: bytes) -> str | None:
    """The text of a licence file in UTF-8, UTF-16 or Windows-1252, or None when it is no text (a PDF, an image)."""
    content = content[: 4 * MAX_CHARACTERS]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    elif b"\0" in content[:2048] or content.startswith((b"%PDF", b"{\\rtf")):
        return None
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    return text[:MAX_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=32)
def read(text: str) -> Reading:
    """Recognise the licences in a text."""
    found: list[tuple[int, int, Found]] = []
    doubtful: list[tuple[int, int, Found]] = []
    named: list[tuple[int, str]] = []
    for region in licence_library.find(text):
        part = _part(text, region.start, region.end)
        if not part.words:  # nothing but a web address
            named.append((region.start, region.id))
        elif match := licence_match.of_licence(region.id, part.words, part.lines):
            placed = (region.start, region.end, match.found)
            (found if match.is_whole else doubtful).append(placed)
    found += _undoubted(text, found, doubtful)
    extra = 0
    for start, end in list(_gaps(text, found)):
        altered, rest = _altered(_part(text, start, end))
        found += ((start, end, item) for item, _ in altered)
        extra += sum(count for part in rest if (count := _remarks(part)) >= _REMARK)
    licences = [item for _, _, item in sorted(found, key=lambda item: item[0])]
    named += licence_naming.find(text)
    naming_line = text.count("\n", 0, min(place for place, _ in named)) + 1 if named else None
    ids = tuple(dict.fromkeys(licence_id for _, licence_id in named))
    return Reading(tuple(_settled(licences)), ids, len(licence_words.words(text)), extra, naming_line)


def _undoubted(
    text: str, found: list[tuple[int, int, Found]], doubtful: list[tuple[int, int, Found]]
) -> Iterator[tuple[int, int, Found]]:
    """The doubtful ones that are not a piece of a licence of which the library saw but that piece."""
    for start, end in _gaps(text, found):
        inside = [item for item in doubtful if start <= item[0] < end]
        if not inside:
            continue
        whole, _ = _altered(_part(text, start, end))
        for item in inside:
            if not any(one.line <= item[2].line <= last for one, last in whole):
                yield item


def likest(text: str) -> tuple[str, str, float] | None:
    """The licence that a text in which none is recognised looks most like, its language, and how much (0 to 1)."""
    part = licence_words.words(text)
    return licence_match.likest(part) if len(part) >= _FEW else None


def _part(text: str, start: int, end: int) -> _Part:
    first = text.count("\n", 0, start)
    inside = text[start:end]
    words, lines = licence_words.placed(inside)
    return _Part(words, [first + line for line in lines])


def _gaps(text: str, found: Iterable[tuple[int, int, Found]]) -> Iterator[tuple[int, int]]:
    """The parts of the text between the licences that were found."""
    place = 0
    for start, end, _ in sorted(found, key=lambda item: item[0]):
        yield place, start
        place = max(place, end)
    yield place, len(text)


def _altered(whole: _Part) -> tuple[list[tuple[Found, int]], list[list[str]]]:
    """The licences in a part where the library sees none (our own texts, and altered ones), and the words left over.

    With each licence comes its last line.
    """
    parts = [whole]
    found, rest = [], []
    while parts:
        part = parts.pop()
        enough = len(part.words) >= licence_match.SHORTEST
        match = licence_match.nearest(part.words, part.lines) if enough else None
        if match is None:
            rest.append(part.words)
            continue
        found.append((match.found, part.lines[match.end - 1]))
        parts += [part.cut(match.end), part.cut(0, match.start)]
    return found, rest


def _remarks(part: list[str]) -> int:
    """The number of words that somebody added, up to where the remarks that belong to the licence begin."""
    return len(_STANDARD.split(" ".join(part), maxsplit=1)[0].split())


def _settled(found: list[Found]) -> Iterator[Found]:
    """The licences without the notices that belong to the text above them, and with what a notice above settles.

    The GNU licences end with an example of the notice: it says nothing. A notice above the text does.
    """
    seen: dict[str, int] = {}
    settled: list[Found] = []
    for item in found:
        name = family(item.id)
        if name in seen and item.kind is Kind.NOTICE:
            continue
        if name in seen and settled[seen[name]].kind is Kind.NOTICE:
            settled[seen[name]] = replace(item, id=settled[seen[name]].id)
        else:
            seen.setdefault(name, len(settled))
            settled.append(item)
    return iter(settled)
