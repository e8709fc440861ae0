# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stretches of a text in which one of a few words stands: an expression need look at nothing else.

To find a word costs a small part of what an expression costs that ignores case or begins with a choice.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache


def with_words(text: str, words: Sequence[str], ends: str) -> Iterator[str]:
    """The stretches in order, each at most once.

    Args:
        text: the text as written.
        words: in lower case; they are found in any case.
        ends: the characters that end a stretch; none of them is in a word.
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter that becomes two: places in one are not those in the other
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    done = 0
    for place in sorted(place for word in words for place in places(lower, word)):
        if place >= done:
            begin = max(text.rfind(end, done, place) for end in ends) + 1
            end = _ending(ends).search(text, place)
            done, begin = end.start() if end else len(text), max(begin, done)
            yield text[begin:done]


def places(text: str, word: str) -> Iterator[int]:
    """Where the word stands in the text, as written; an empty word stands nowhere."""
    place = text.find(word) if word else -1
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


@cache
def _ending(ends: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(ends)}]")
