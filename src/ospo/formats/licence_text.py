# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The recogniser: which licences a text holds, in which language, and how many words differ from the real text.

A licence counts as recognised when at least 98 % of its words are there in their order. What is not a licence text
may still name one: by tag, by address or by id. That is told apart, since it gives nobody the text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import msgspec

from ospo.domain.keeping import FORGETFUL, Keeper
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
_REMARK = 20  # words; fewer around a licence are a title or a notice
_STANDARD = re.compile(r"how to apply|by electronic and paper mail|creative commons (?:corporation|is not a party)")
_TAG = re.compile("SPDX-" + r"License-Identifier:\s*([^\n*]+)")
_ID = re.compile(r"(?<![\w./-])[A-Za-z][A-Za-z0-9-]*-\d+(?:\.\d+)*(?:-[A-Za-z-]+)?(?![\w.]*\w)")
_EUPL = re.compile(r"\bEUPL\b[^\w\n]{0,4}(?:v|versie|version)?[.\s]{0,2}1[.]?([012])\b", re.IGNORECASE)
# The EUPL by the address of its text; one address that gives two versions names none.
_EUPL_ADDRESS = re.compile(r"eu(?:ropa\.eu|pl\.eu)/(?:[^\s)>\]]{0,200}?eupl-?v?|)1[.-]?([012])(?![\d-])", re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(r"creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/(\d\.\d)")
_GNU = re.compile(r"(A?GPL|LGPL|GFDL)-\d\.\d")
# Words that, put in, turn a licence into another one: a text with such a change is not nearly the same.
_TURNING = (
    "not no non noncommercial commercial commercially noderivatives noderivs sharealike except unless prohibited "
    "forbidden niet geen behalve commercieel commerciële verboden"
)
_TURNS = frozenset(_TURNING.split())


_KIND = "licence-text"
_keeper: list[Keeper] = [FORGETFUL]


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
    """What a text holds: licences in order, ids it only names, how many words, and how many belong to no licence.

    `naming_line` is the line (from 1) of the first id that is named.
    """

    found: tuple[Found, ...] = ()
    named: tuple[str, ...] = ()
    words: int = 0
    extra: int = 0
    naming_line: int | None = None


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
    key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    content = _keeper[0].get(_KIND, key)
    if content is not None:
        with suppress(msgspec.MsgspecError):
            return msgspec.msgpack.decode(content, type=Reading)
    reading = _read(text)
    _keeper[0].put(_KIND, key, msgspec.msgpack.encode(reading))
    return reading


def keep_in(keeper: Keeper) -> None:
    """Keep what is recognised between runs: the library takes long to load, and most texts are well known."""
    _keeper[:] = [keeper]


def _read(text: str) -> Reading:
    found: list[tuple[int, int, Found]] = []
    named: list[tuple[int, str]] = []
    for region in licence_library.find(text):
        part = words(text[region.start : region.end])
        if not part:  # nothing but a web address
            named.append((region.start, region.id))
        elif match := _best(region.id, part):
            licence, at = match
            line = _line(text, region.start, region.end, part[at.start : at.start + 3])
            found.append((region.start, region.end, replace(licence, line=line)))
    extra = 0
    for start, end in list(_gaps(text, found)):
        altered, rest = _altered(text, start, end)
        found += ((start, end, item) for item in altered)
        extra += sum(count for part in rest if (count := _remarks(part)) >= _REMARK)
    licences = [item for _, _, item in sorted(found, key=lambda item: item[0])]
    named += _named(text)
    naming_line = text.count("\n", 0, min(place for place, _ in named)) + 1 if named else None
    ids = tuple(dict.fromkeys(licence_id for _, licence_id in named))
    return Reading(tuple(_settled(licences)), ids, len(words(text)), extra, naming_line)


def family(licence_id: str) -> str:
    """The id without "-only" and "-or-later"."""
    return licence_id.removesuffix("-only").removesuffix("-or-later")


def _is_open(licence_id: str) -> bool:
    return _GNU.fullmatch(licence_id) is not None


def _best(licence_id: str, part: list[str]) -> tuple[Found, Difference] | None:
    """The licence, measured against that of its patterns from which the fewest words differ."""
    patterns = licence_library.patterns(licence_id)
    best: Difference | None = None
    kind = Kind.TEXT
    for pattern in patterns:
        most = _MOST if best is None else best.count - 1
        match = difference(pattern, part, most, range(min(_LEADING, len(part)))) if most >= 0 else None
        if match is not None:
            best = match
            is_notice = _is_notice(match.end - match.start, patterns) or family(licence_id) != licence_id
            kind = Kind.NOTICE if is_notice else Kind.TEXT
    return None if best is None else (Found(licence_id, kind, differing=best.count), best)


def _is_notice(length: int, patterns: Sequence[Pattern]) -> bool:
    """True for so many words of a licence whose text, its longest pattern, is long and has more than twice as many."""
    return patterns[0].size >= _FULL_TEXT and length < patterns[0].size / 2


def _gaps(text: str, found: Iterable[tuple[int, int, Found]]) -> Iterator[tuple[int, int]]:
    """The parts of the text between the licences that were found."""
    place = 0
    for start, end, _ in sorted(found, key=lambda item: item[0]):
        yield place, start
        place = max(place, end)
    yield place, len(text)


def _altered(text: str, start: int, end: int) -> tuple[list[Found], list[list[str]]]:
    """The licences in a part where the library sees none (our own texts, and altered ones), and the words left over."""
    parts = [words(text[start:end])]
    found, rest = [], []
    while parts:
        part = parts.pop()
        match = _nearest(part) if len(part) >= _SHORTEST else None
        if match is None:
            rest.append(part)
            continue
        licence, at = match
        found.append(replace(licence, line=_line(text, start, end, part[at.start : at.start + 3])))
        parts += [part[at.end :], part[: at.start]]
    return found, rest


def _remarks(part: list[str]) -> int:
    """The number of words that somebody added, up to where the remarks that belong to the licence begin."""
    return len(_STANDARD.split(" ".join(part), maxsplit=1)[0].split())


def _nearest(part: list[str]) -> tuple[Found, Difference] | None:
    best: tuple[Found, Difference] | None = None
    for licence_id, language, pattern in _candidates(part):
        most = min(_MOST, int(pattern.size * _TOLERANCE)) if best is None else best[1].count - 1
        match = difference(pattern, part, most, range(len(part))) if most >= 0 else None
        if match is None or match.count > (match.end - match.start) * _TOLERANCE:
            continue
        if not _is_turned(pattern, part[match.start : match.end]):
            best = (Found(licence_id, Kind.TEXT, language, match.count), match)
    return best


def _is_turned(pattern: Pattern, part: list[str]) -> bool:
    """True when words that turn the meaning stand in the text more often than the licence has them."""
    allowed = Counter(pattern.word)
    return any(count > allowed[word] for word, count in Counter(part).items() if word in _TURNS)


def _candidates(part: list[str]) -> Iterator[tuple[str, str, Pattern]]:
    """The full texts worth laying along the part: nearly all their pairs of neighbouring words must be in it."""
    known = [("EUPL-1.2", "nl", _eupl_nl())]
    for licence_id in licence_library.nearest(" ".join(part), _NEAR):
        patterns = licence_library.patterns(licence_id)
        known += [(licence_id, "en", pattern) for pattern in patterns if not _is_notice(pattern.size, patterns)]
    for licence_id, language, pattern in known:
        if sum(pair in pattern.pairs for pair in pairwise(part)) >= 0.9 * pattern.least:
            yield licence_id, language, pattern


@cache
def _eupl_nl() -> Pattern:
    return of_words(words((files(__package__) / "data" / "EUPL-1.2.nl.txt").read_text("utf-8")))


def _line(text: str, start: int, end: int, opening: list[str]) -> int:
    """The line (from 1) in this part of the text on which these words open; else the first with any word."""
    first = text.count("\n", 0, start) + 1
    lines = text[start:end].split("\n")
    with_words = [(first + number, found) for number, line in enumerate(lines) if (found := words(line))]
    at = (number for number, found in with_words if found[:3] == opening[: len(found)])
    return next(at, with_words[0][0] if with_words else first)


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


def _named(text: str) -> Iterator[tuple[int, str]]:
    """The ids that a text names without being the licence, and where."""
    for match in _TAG.finditer(text):
        yield from ((match.start(), licence_id) for licence_id in spdx.keys(match[1].strip()) or ())
    for match in (*_EUPL.finditer(text), *_EUPL_ADDRESS.finditer(text)):
        yield match.start(), f"EUPL-1.{match[1]}"
    for match in _CREATIVE_COMMONS.finditer(text):
        yield match.start(), f"CC0-{match[3]}" if match[2] else f"CC-{match[1].upper()}-{match[3]}"
    for match in _ID.finditer(text):
        licence = spdx.find(match[0])
        if licence is not None and licence.id == match[0]:
            yield match.start(), licence.id
