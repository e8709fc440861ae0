# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asked: what a question looks for, with how much each term of it counts."""

from collections.abc import Iterator
from dataclasses import dataclass

MOST = 20  # terms that are looked for
# How much a term counts, in eighths: the word that was typed, a part of it when it is a compound, and another word for
# what was typed.
WHOLE, PART, BESIDES = 8, 5, 3


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of each word, itself first and then its parts; and those that their synonyms stand for.

    `bare` says that there were no other words than those, as in the name of a thing.
    """

    words: tuple[tuple[str, ...], ...]
    besides: tuple[str, ...]
    bare: bool

    @property
    def own(self) -> tuple[str, ...]:
        """The terms of the words themselves."""
        return tuple(dict.fromkeys(term for word in self.words for term in word))

    @property
    def weights(self) -> dict[str, int]:
        """How much each term counts, not more terms than the work is worth."""
        found: dict[str, int] = {}
        for word in self.words:
            for term, weight in _weighed(word):
                found[term] = max(found.get(term, 0), weight)
        for term in self.besides:
            found.setdefault(term, BESIDES)
        return dict(list(found.items())[:MOST])

    def weighed(self) -> list[dict[str, int]]:
        """The same for each word apart, without what its synonyms stand for."""
        return [dict(reversed(list(_weighed(word)))) for word in dict.fromkeys(self.words)]


def _weighed(word: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for place, term in enumerate(word):
        yield term, PART if place else WHOLE
