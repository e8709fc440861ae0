# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Snippets: the place in a text where a question meets it, in pieces of which some are to be marked."""

import re
from collections.abc import Iterable
from itertools import pairwise

from ospo.domain.site import Document, Kind

LEAD = 600  # letters of a text in which a place is looked for
WIDTH = 180  # letters of a snippet
_RUNNING = frozenset({Kind.PRACTICE, Kind.PAGE, Kind.CHECK, Kind.EVENT})  # other kinds have lists, not sentences
_SHORTEST = 3  # letters of a word that is marked
_MOST = 30  # words that are looked for
_ITEM = re.compile(r"^[ \t]*[-+][ \t]", re.MULTILINE)
Pieces = tuple[tuple[str, bool], ...]


def beginnings(terms: Iterable[str]) -> tuple[str, ...]:
    """How the words begin that are to be marked: a lemma without its ending, so that its other forms are marked too."""
    found = (term[: max(_SHORTEST + 1, len(term) - 2)] for term in terms if len(term) >= _SHORTEST)
    return tuple(dict.fromkeys(found))[:_MOST]


def pattern(terms: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the words to mark; None when there are none."""
    found = beginnings(terms)
    if not found:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, found))})[^\W_]*", re.IGNORECASE)


def marked(text: str, wanted: re.Pattern[str] | None) -> Pieces:
    """The text in pieces, with whether each is to be marked."""
    if wanted is None:
        return ((text, False),)
    places = [0, *(place for found in wanted.finditer(text) for place in found.span()), len(text)]
    pieces = [(text[start:end], number % 2 == 1) for number, (start, end) in enumerate(pairwise(places))]
    return tuple(piece for piece in pieces if piece[0])


def source(document: Document) -> str:
    """The beginning of the running text of a page, in which a snippet is looked for.

    White space counts once, and the dash before an item of a list is none of its words.
    """
    text = _ITEM.sub("", document.text[: 2 * LEAD]) if document.route.kind in _RUNNING else ""
    return " ".join(text.split())[:LEAD]


def snippet(lead: str, wanted: re.Pattern[str] | None) -> Pieces:
    """The part of what `source` gives with the most of the words, whole words; nothing when it has none."""
    places = [found.start() for found in wanted.finditer(lead)] if wanted else []
    if not places:
        return ()
    best = max(places, key=lambda start: (sum(start <= place < start + WIDTH for place in places), -start))
    start = lead.rfind(" ", 0, max(best - 30, 0)) + 1
    end = lead.find(" ", start + WIDTH)
    end = len(lead) if end < 0 else end
    pieces = marked(lead[start:end], wanted)
    return ((("… ", False),) if start else ()) + pieces + (((" …", False),) if end < len(lead) else ())
