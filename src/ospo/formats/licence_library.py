# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence library we lean on, behind an interface of our own: where licences stand in a text, and their patterns.

Finding uses the public call of `licenseclassifier`. Its patterns have no public call; they are read from the data
file of the pinned version, because the library passes over small changes in silence and we want to count them.
Where the SPDX list is stricter or knows more, `licence_texts` gives the text, and the library only its notices.
"""

import gzip
import json
import re
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import licenseclassifier
import msgspec

from ospo.formats import kept, licence_texts
from ospo.formats.licence_pattern import Pattern, parse

_DATA = ("_engine", "licenses.json.gz")
_KIND, _KEY = "licence-library", "vocabularies"
_ROUGH_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a text, in characters, in which the library sees a licence."""

    id: str
    start: int
    end: int


def find(text: str) -> list[Region]:
    """Every place in the text where a licence, its standard notice or its web address stands, in order."""
    found = licenseclassifier.identify_license(text, coverage_threshold=0.0)
    return [Region(match.id, match.start, match.end) for match in found]


def sources(licence_id: str) -> tuple[str, ...]:
    """The patterns of a licence as the library writes them."""
    return _sources().get(licence_id, ())


@lru_cache(maxsize=256)
def patterns(licence_id: str) -> tuple[Pattern, ...]:
    """The text of a licence and its notices, the longest first; none for an id that nobody knows.

    Of a text that the SPDX list gives to the letter, the more lenient ones of the library do not count.
    """
    listed = licence_texts.find(licence_id)
    official = [pattern for source in listed.sources for pattern in parse(source)] if listed else []
    found = lenient_patterns(licence_id)
    if listed and listed.is_exact:
        longest = max(pattern.least for pattern in official)
        found = tuple(pattern for pattern in found if pattern.size < longest / 2)
    return tuple(sorted((*official, *found), key=lambda pattern: pattern.size, reverse=True))


@lru_cache(maxsize=256)
def lenient_patterns(licence_id: str) -> tuple[Pattern, ...]:
    """The patterns of the library alone, the longest first."""
    found = [pattern for source in sources(licence_id) for pattern in parse(source)]
    return tuple(sorted(found, key=lambda pattern: pattern.size, reverse=True))


def nearest(text: str, count: int) -> list[str]:
    """The licences whose words are most like those of the text, the likest first: a rough choice, order is not used."""
    numbers, vocabularies = _vocabularies()
    own = _rough(text)
    bits = _bits(numbers[word] for word in own if word in numbers)
    likeness = {
        licence_id: max(_likeness(len(own), bits, known) for known in several)
        for licence_id, several in vocabularies.items()
    }
    return sorted(likeness, key=lambda licence_id: -likeness[licence_id])[:count]


def _likeness(size: int, bits: int, known: int) -> float:
    """The words that two vocabularies share, of all they have; the first has so many words, known or not."""
    shared = (bits & known).bit_count()
    return shared / (size + known.bit_count() - shared)


def _rough(text: str) -> Set[str]:
    return frozenset(_ROUGH_WORD.findall(text.lower())) or frozenset({""})


@cache
def _sources() -> dict[str, tuple[str, ...]]:
    packed = files(licenseclassifier).joinpath(*_DATA).read_bytes()
    by_id: dict[str, tuple[str, ...]] = {}
    for entry in json.loads(gzip.decompress(packed)):
        if entry["lre"]:
            by_id[entry["id"]] = (*by_id.get(entry["id"], ()), entry["lre"])
    return by_id


class _Vocabularies(msgspec.Struct, frozen=True, array_like=True):
    """The number of each rough word, and the vocabulary of each licence text with a bit for each word in it."""

    numbers: dict[str, int]
    texts: dict[str, tuple[bytes, ...]]  # the bits as bytes, the first word lowest


@cache
def _vocabularies() -> tuple[Mapping[str, int], Mapping[str, tuple[int, ...]]]:
    """The number of each rough word, and the vocabularies of each licence as bits; kept, for they take long to make."""
    made = _kept_vocabularies()
    if made is None:
        made = _made_vocabularies()
        kept.put(_KIND, _KEY, msgspec.msgpack.encode(made))
    bits = {name: tuple(int.from_bytes(row, "little") for row in rows) for name, rows in made.texts.items()}
    return made.numbers, bits


def _kept_vocabularies() -> _Vocabularies | None:
    content = kept.get(_KIND, _KEY)
    with suppress(msgspec.MsgspecError):
        return None if content is None else msgspec.msgpack.decode(content, type=_Vocabularies)
    return None


def _made_vocabularies() -> _Vocabularies:
    listed = {licence_id: text.sources for licence_id, text in licence_texts.all_texts().items()}
    numbers: dict[str, int] = {}
    found = {}
    for licence_id, texts in (_sources() | listed).items():
        vocabularies = map(_rough, texts)
        found[licence_id] = tuple(_row(numbers.setdefault(w, len(numbers)) for w in words) for words in vocabularies)
    return _Vocabularies(numbers, found)


def _bits(numbers: Iterable[int]) -> int:
    return int.from_bytes(_row(numbers), "little")


def _row(numbers: Iterable[int]) -> bytes:
    """A row of bits, of which those with these numbers are set."""
    places = list(numbers)
    row = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        row[place >> 3] |= 1 << (place & 7)
    return bytes(row)
