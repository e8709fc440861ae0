# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How hard a text is to read: Flesch's formula for English, and Douma's version of it for Dutch.

English: 206.835 - 1.015 x words per sentence - 84.6 x syllables per word (R. Flesch, 1948). Dutch: 206.84 - 0.93 x
words per sentence - 77 x syllables per word (W.H. Douma, 1960). 100 is very easy, 60 plain, below 30 for specialists.
Syllables are estimated from groups of vowels. The figure says nothing of whether a text is right, or well made.

Sources: R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948); W.H. Douma, De leesbaarheid
van landbouwbladen, Landbouwhogeschool Wageningen (1960).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ospo.domain.language import Language
from ospo.formats.running_text import Sentence

_DUTCH = re.compile(
    r"aai|ooi|oei|eeuw?|ieuw?|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE
)
_ENGLISH = re.compile(r"[aeiouy]+", re.IGNORECASE)
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiouytd]ed|[^aeiouyscxzgh]es|[aeiouy]le)$", re.IGNORECASE)

PLAIN = 60  # from here on a text is plain to most adults; below it somebody should see whether it can be simpler


@dataclass(frozen=True, slots=True)
class Readability:
    """The figure of a text, and what it was made from; `longest` are its longest sentences."""

    score: float
    sentences: int
    words: int
    per_sentence: float
    longest: tuple[Sentence, ...]


def of(sentences: Sequence[Sentence], language: Language, *, longest: int = 3) -> Readability | None:
    """How hard these sentences are; None when there are no words."""
    found = [(sentence, sentence.words) for sentence in sentences]
    words = [word for _, ws in found for word in ws]
    if not words:
        return None
    length = len(words) / len(found)
    weight = sum(syllables(word, language) for word in words) / len(words)
    if language is Language.NL:
        score = 206.84 - 0.93 * length - 77 * weight
    else:
        score = 206.835 - 1.015 * length - 84.6 * weight
    order = sorted(found, key=lambda pair: (-len(pair[1]), pair[0].line))
    return Readability(score, len(found), len(words), length, tuple(sentence for sentence, _ in order[:longest]))


@lru_cache(maxsize=20_000)
def syllables(word: str, language: Language) -> int:
    """About how many syllables a word has; at least one."""
    if language is Language.NL:
        return max(1, len(_DUTCH.findall(word)))
    return max(1, len(_ENGLISH.findall(word)) - bool(_SILENT.search(word)))
