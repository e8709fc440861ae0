# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence texts we carry ourselves: those of the SPDX list, and the EUPL-1.2 in the official languages of the EU.

Both lie packed beside the code, with source and SHA-256 per text, and are opened on first use.
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ospo.formats.licence_pattern import Pattern, of_words
from ospo.formats.licence_words import words


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the SPDX list in the notation of `licence_pattern`.

    `is_exact` is False when the notation reads the sample of the list but for its copyright notices; the sample is
    then the second of the sources.
    """

    sources: tuple[str, ...]
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Translation:
    """The EUPL-1.2 in a language; `is_confirmed` when a second, independent source has the same words."""

    text: str
    source: str
    sha256: str
    is_confirmed: bool


def find(licence_id: str) -> Text | None:
    """The text by its SPDX id, without "-only" and "-or-later"; None when the library has it as it is."""
    return all_texts().get(licence_id)


@cache
def all_texts() -> Mapping[str, Text]:
    """Every text of the SPDX list that we carry, by id."""
    found = {}
    for licence_id, entry in _open("spdx_texts.json.gz")["texts"].items():
        sample = entry.get("sample")
        found[licence_id] = Text((entry["text"], *([sample] if sample else [])), sample is None)
    return found


@cache
def eupl() -> Mapping[str, Translation]:
    """The EUPL-1.2 by language (ISO 639-1), in all of them but English, which the SPDX list has."""
    dutch = (files(__package__) / "data" / "EUPL-1.2.nl.txt").read_text("utf-8")
    found = {"nl": Translation(dutch, "", "", is_confirmed=True)}  # source and hash stand beside that file
    for language, entry in _open("eupl_texts.json.gz")["texts"].items():
        found[language] = Translation(entry["text"], entry["source"], entry["sha256"], bool(entry["confirmed"]))
    return found


@lru_cache(maxsize=32)
def eupl_words(language: str) -> tuple[str, ...]:
    """The words of the EUPL-1.2 in a language, normalised."""
    return tuple(words(eupl()[language].text))


@lru_cache(maxsize=32)
def eupl_pattern(language: str) -> Pattern:
    """The same as a pattern."""
    return of_words(eupl_words(language))


def _open(name: str) -> Any:
    return json.loads(gzip.decompress((files(__package__) / "data" / name).read_bytes()))
