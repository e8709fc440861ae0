# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running text in our own Markdown: its words for a speller, and its sentences for who counts how hard they are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ospo.formats import references

_TARGET = re.compile(r"\]\([^)\s]*\)")
_NO_WORD = re.compile(r"[\d@_\\#$%&+=~<>{}]|://|\w\.\w|^[./~]|/$|www\.")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EDGE = '.,;:!?()[]{}"“”„«»*_…|‘'
_OPENS = '([{"“„‘«*_|'
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_OTHER = re.compile(r"^\s{0,3}(?:\||>|---)")
_END = re.compile(r"[.!?…]+[\"”’')\]*_]*\s+(?=[\"“‘'(\[*_]*[^\W\d_a-zà-ÿ])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:art|artt|bijv|blz|ca|dhr|dr|ed|etc|evt|fig|hfst|incl|jo|lid|mr|mw|nl|nr|nrs|p|prof|resp|St|vgl|vs"
    r"|Stb|Stcrt|e\.g|i\.e|o\.a|d\.w\.z|m\.a\.w|t/m|z\.o\.z|no|approx|[A-Z])\.$"
)
_MARKS = str.maketrans("", "", "*_`")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it reads, and the line within the text on which it begins, from 1."""

    line: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words; numbers and signs are none."""
        return _WORD.findall(self.text)


def words(body: str) -> Iterator[tuple[str, int]]:
    """Every word outside code, links' targets and references, with its line from 1; not file names, addresses, ids."""
    for number, line in enumerate(references.prose(body), 1):
        text = references.TOKEN.sub(lambda token: token["words"] or " ", _TARGET.sub("]", line))
        for piece in text.replace("—", " ").replace("–", " ").split():
            piece = piece.lstrip(_OPENS).rstrip(_EDGE)
            if _NO_WORD.search(piece):
                continue
            for word in _WORD.findall(piece):
                yield word.replace("’", "'"), number


def sentences(body: str, fill: Callable[[str, str], str] = lambda kind, name: "") -> Iterator[Sentence]:
    """The sentences of paragraphs and items; headings and tables hold none.

    Args:
        body: the Markdown.
        fill: what a reader sees for a fact or a term (its kind, `feit` or `begrip`, and its id).
    """

    def seen(token: re.Match[str]) -> str:
        return token["words"] or fill(token["kind"], token["id"])

    for first, lines in _passages(body):
        text, places = "", []
        for offset, line in enumerate(lines):
            places.append((len(text), first + offset))
            text += references.TOKEN.sub(seen, _TARGET.sub("]", line)).strip().translate(_MARKS) + " "
        yield from _cut(text, places)


def _cut(text: str, places: list[tuple[int, int]]) -> Iterator[Sentence]:
    begin = 0
    for end in [
        *(m.end() for m in _END.finditer(text) if not _SHORT.search(text[max(0, m.start() - 8) : m.start() + 1]))
    ]:
        yield from _sentence(text, begin, end, places)
        begin = end
    yield from _sentence(text, begin, len(text), places)


def _sentence(text: str, begin: int, end: int, places: list[tuple[int, int]]) -> Iterator[Sentence]:
    found = " ".join(text[begin:end].split()).replace("[", "").replace("]", "")
    if _WORD.search(found):
        yield Sentence(max((line for start, line in places if start <= begin), default=1), found)


def _passages(body: str) -> Iterator[tuple[int, list[str]]]:
    """Paragraphs and items: the number of the first line, and the lines."""
    first, lines = 0, list[str]()
    for number, line in enumerate(references.prose(body), 1):
        is_break = not line.strip() or bool(_HEADING.match(line) or _OTHER.match(line))
        is_item = _ITEM.match(line)
        if (is_break or is_item) and lines:
            yield first, lines
            lines = []
        if not is_break:
            first = first if lines else number
            lines.append(line[is_item.end() :] if is_item else line)
    if lines:
        yield first, lines
