# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Laying licences along the words of a text: which one it is, and every word in which it differs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ospo.formats import licence_library, licence_texts
from ospo.formats.licence_difference import Difference, difference
from ospo.formats.licence_found import Change, Found, Kind, Method, family
from ospo.formats.licence_pattern import Pattern

SHORTEST = 60  # words; a shorter part is not searched for a licence that was altered
_TOLERANCE = 0.02  # of the words may differ
_ALWAYS = 3  # words may differ in a licence that is not very short
_SHORT = 90  # words
_MOST = 60  # differing words, however long the text
_LEADING = 80  # words that may stand before a licence in the part where the library sees it
_ROUGH = 24  # licences that are looked at closer when the library sees nothing
_NEAR = 4  # and of these, tried word by word
_FULL_TEXT = 300  # words; of a licence this long a part of less than half is its notice
_CONTEXT = 4  # words shown before and after a change
# Words that, put in, turn a licence into another one: a text with such a change is not nearly the same.
_TURNING = (
    "not no non noncommercial commercial commercially noderivatives noderivs sharealike except unless prohibited "
    "forbidden niet geen behalve commercieel commerciële verboden"
)
_TURNS = frozenset(_TURNING.split())
_EUPL_NAMES = 5  # times that every text of the EUPL has its own name, at least
_SAME_WORDS = 0.8  # of the different words of a text in some language


@dataclass(frozen=True, slots=True)
class Match:
    """A licence along a part of a text, in words."""

    found: Found
    start: int
    end: int
    is_whole: bool = True  # the official text to the letter, and not a notice, a piece, or the library's idea of it


@dataclass(frozen=True, slots=True)
class _Candidate:
    id: str
    language: str = "en"
    is_sure: bool = True


def of_licence(licence_id: str, part: Sequence[str], lines: Sequence[int]) -> Match | None:
    """The part measured against this licence, which the library sees in it, or against a likelier one."""
    patterns = licence_library.patterns(licence_id)
    best = _best(patterns, part)
    is_official = best is not None
    if best is None:  # a text with parts that the list holds for part of it, and the library does not
        patterns = licence_library.lenient_patterns(licence_id)
        best = _best(patterns, part)
    if best is None:
        return None
    if best.count:
        other = nearest(part, lines, best.count) if len(part) >= SHORTEST else None
        if other is not None:
            return other
        if _TURNS.intersection(best.added):
            return None
    match = _match(_Candidate(licence_id, "en"), best, lines, part, patterns)
    return replace(match, is_whole=is_official and match.found.method is Method.EXACT)


def _best(patterns: Sequence[Pattern], part: Sequence[str]) -> Difference | None:
    """The way through one of the patterns with the fewest differing words."""
    best: tuple[Difference, Pattern] | None = None
    for pattern in patterns:
        if best is not None and pattern.size < best[1].least / 2:  # a notice, or a piece: the text itself is here
            break
        most = _MOST if best is None else best[0].count - 1
        at = difference(pattern, part, most, range(min(_LEADING, len(part)))) if most >= 0 else None
        best = (at, pattern) if at is not None else best
    return None if best is None else best[0]


def nearest(part: Sequence[str], lines: Sequence[int], fewer: int = _MOST + 1) -> Match | None:
    """The licence that stands in the part with a few words changed, of all that we know; None when there is none.

    Args:
        part: the words.
        lines: the line of each.
        fewer: fewer words than this must differ.
    """
    translations = tuple(_translations(part, _SAME_WORDS))
    best = _closest(part, _candidates(part, translations), fewer)
    if best is None or best[1].count:  # an exact one cannot be bettered, and to list the others takes long
        best = _closest(part, _candidates(part, (*translations, *_listed(part))), fewer)
    return None if best is None else _match(best[0], best[1], lines, part, ())


def _closest(
    part: Sequence[str], candidates: Iterable[tuple[_Candidate, Pattern]], fewer: int
) -> tuple[_Candidate, Difference] | None:
    """The candidate along which the fewest words differ, fewer than so many, and none that turns its meaning."""
    best: tuple[_Candidate, Difference] | None = None
    for candidate, pattern in candidates:
        most = min(_tolerated(pattern.size), fewer - 1)
        at = difference(pattern, part, most, range(len(part))) if most >= 0 else None
        if at is None or at.count > _tolerated(at.end - at.start):
            continue
        if not _is_turned(pattern, part[at.start : at.end]):
            best, fewer = (candidate, at), at.count
    return best


def likest(part: Sequence[str]) -> tuple[str, str, float] | None:
    """The licence that looks most like the part, its language, and how much: of the pairs of words, how many agree."""
    own = Counter(pairwise(part))
    scored = []
    for candidate, pattern in (*_translations(part, 0.5), *_listed(part)):
        hits = sum(count for pair, count in own.items() if pair in pattern.pairs)
        size = min(max(len(part), pattern.least), pattern.size)
        scored.append((2 * hits / (len(part) + size), candidate.id, candidate.language))
    if not scored:
        return None
    likeness, licence_id, language = max(scored, key=lambda item: (item[0], -len(item[1])))
    return licence_id, language, min(likeness, 1.0)


def _tolerated(size: int) -> int:
    """How many words of so many may differ."""
    return min(_MOST, max(int(size * _TOLERANCE), _ALWAYS if size >= _SHORT else 1))


def _match(
    candidate: _Candidate, at: Difference, lines: Sequence[int], part: Sequence[str], patterns: Sequence[Pattern]
) -> Match:
    length = at.end - at.start
    is_piece = licence_texts.find(candidate.id) is not None and bool(patterns) and length < patterns[0].least / 2
    is_notice = is_piece or _is_notice(length, patterns) or family(candidate.id) != candidate.id
    kind = Kind.NOTICE if is_notice else Kind.TEXT
    found = Found(
        id=candidate.id,
        kind=kind,
        language=candidate.language,
        differing=at.count,
        line=lines[min(at.start, len(lines) - 1)] if lines else 1,
        likeness=max(0.0, 1 - at.count / max(length, 1)),
        changes=tuple(_changes(at, lines, part)),
        is_sure=candidate.is_sure,
    )
    return Match(found, at.start, at.end)


def _changes(at: Difference, lines: Sequence[int], part: Sequence[str]) -> Iterator[Change]:
    """The edits, those on neighbouring words taken together."""
    row: list[tuple[int, str, str]] = []
    for edit in at.edits:
        if row and edit.at > row[-1][0] + bool(row[-1][2]):
            yield _change(row, lines, part)
            row = []
        row.append((edit.at, edit.lost, edit.added))
    if row:
        yield _change(row, lines, part)


def _change(row: Sequence[tuple[int, str, str]], lines: Sequence[int], part: Sequence[str]) -> Change:
    start, end = row[0][0], row[-1][0] + bool(row[-1][2])
    return Change(
        line=lines[min(start, len(lines) - 1)] if lines else 1,
        lost=tuple(lost for _, lost, _ in row if lost),
        added=tuple(added for _, _, added in row if added),
        before=tuple(part[max(0, start - _CONTEXT) : start]),
        after=tuple(part[end : end + _CONTEXT]),
    )


def _is_notice(length: int, patterns: Sequence[Pattern]) -> bool:
    """True for so many words of a licence whose text, its longest pattern, is long and has at least twice as many."""
    return bool(patterns) and patterns[0].size >= _FULL_TEXT and length < patterns[0].least / 2


def _is_turned(pattern: Pattern, part: Sequence[str]) -> bool:
    """True when words that turn the meaning stand in the text more often than the licence has them."""
    allowed = Counter(pattern.word)
    return any(count > allowed[word] for word, count in Counter(part).items() if word in _TURNS)


def _candidates(
    part: Sequence[str], texts: Iterable[tuple[_Candidate, Pattern]]
) -> Iterator[tuple[_Candidate, Pattern]]:
    """The full texts worth laying along the part, the likest first: nearly all their pairs of words must be in it."""
    pairs = list(pairwise(part))
    scored: list[tuple[float, int, int, _Candidate, Pattern]] = []
    for candidate, pattern in texts:
        hits = sum(pair in pattern.pairs for pair in pairs)
        if hits >= 0.9 * pattern.least - 2 * _ALWAYS:
            likeness = hits / (len(pairs) + pattern.least)
            scored.append((-likeness, len(candidate.id), len(scored), candidate, pattern))
    return ((candidate, pattern) for *_, candidate, pattern in sorted(scored, key=lambda item: item[:3])[:_NEAR])


def _listed(part: Sequence[str]) -> Iterator[tuple[_Candidate, Pattern]]:
    for licence_id in licence_library.nearest(" ".join(part), _ROUGH):
        patterns = licence_library.patterns(licence_id)
        for pattern in patterns:
            if not _is_notice(pattern.size, patterns) and family(licence_id) == licence_id:
                yield _Candidate(licence_id), pattern


def _translations(part: Sequence[str], share: float) -> Iterator[tuple[_Candidate, Pattern]]:
    """The EUPL-1.2 in the languages of which the part has most of the words."""
    own = set(part)
    if sum("eupl" in word for word in part) < _EUPL_NAMES:
        return
    for language, translation in licence_texts.eupl().items():
        known = set(licence_texts.eupl_words(language))
        if len(known & own) >= share * len(known):
            candidate = _Candidate("EUPL-1.2", language, translation.is_confirmed)
            yield candidate, licence_texts.eupl_pattern(language)
