# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The descriptions in a publiccode.yml, language by language."""

from dataclasses import dataclass
from typing import Any

from ospo.formats import publiccode_values, yaml

LONGEST_SHORT = 150  # characters, as the standard says
SHORTEST_LONG = 150
LONGEST_LONG = 10_000
_A_SENTENCE = 6  # words; a name alone is the same in every language


@dataclass(frozen=True, slots=True)
class Description:
    """What is said in one language; both texts are "" when they are not there."""

    tag: str
    line: int | None
    short: str
    long: str

    @property
    def misfit(self) -> str | None:
        """The key whose text is not there, or not as long as the standard wants it; None when all fits."""
        if not self.short or publiccode_values.length(self.short) > LONGEST_SHORT:
            return "shortDescription"
        fits = not self.long or SHORTEST_LONG <= publiccode_values.length(self.long) <= LONGEST_LONG
        return None if fits else "longDescription"

    def is_same_as(self, other: "Description") -> bool:
        """True when one was copied into the other: the longest text of both, of a sentence or more, is equal."""
        mine, theirs = (" ".join((d.long or d.short).split()).casefold() for d in (self, other))
        return mine == theirs and len(mine.split()) >= _A_SENTENCE


def of_language(document: yaml.Document, language: str) -> Description | None:
    """The description in a language ("nl"), whatever the region (nl-NL, nl_BE); None when there is none."""
    described = document.value.get("description")
    if not isinstance(described, dict):
        return None
    for tag, texts in described.items():
        if isinstance(tag, str) and isinstance(texts, dict) and tag.lower().replace("_", "-").split("-")[0] == language:
            line = document.line("description", tag)
            return Description(tag, line, _text(texts.get("shortDescription")), _text(texts.get("longDescription")))
    return None


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
