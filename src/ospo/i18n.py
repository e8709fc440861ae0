# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of the interface: English in the code, Dutch in locale/nl/*.po; the language is always an argument."""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache

from ospo.domain.language import Language
from ospo.settings import data_root

# An entry as every gettext tool writes it: perhaps flags, then the two texts, each one or more quoted lines.
_ENTRY = re.compile(
    r"^(?P<flags>#,.*\n)?msgid (?P<id>(?:\".*\"\s*\n)+)msgstr (?P<text>(?:\".*\"(?:\s*\n|\Z))+)", re.MULTILINE
)
_QUOTED = re.compile(r'^"(.*)"\s*$', re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


@cache
def translations(language: Language) -> dict[str, str]:
    """Every translated message of a language, from all its .po files."""
    if language is Language.EN:
        return {}
    found: dict[str, str] = {}
    for path in sorted((data_root() / "locale" / language).glob("*.po")):
        found |= read_po(path.read_text("utf-8"))
    return found


def read_po(text: str) -> dict[str, str]:
    """The messages of a .po file with their translation; without plurals and contexts, which we do not use.

    Ours because Babel's reader costs more time to import than the whole of `ospo --help` may take.
    """
    return dict(_messages(text))


def _messages(text: str) -> Iterator[tuple[str, str]]:
    for entry in _ENTRY.finditer(text):
        message, translation = _unquoted(entry["id"]), _unquoted(entry["text"])
        if message and translation and "fuzzy" not in (entry["flags"] or ""):
            yield message, translation


def _unquoted(lines: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), "".join(_QUOTED.findall(lines)))


def translator(language: Language) -> Callable[..., str]:
    """A function that says an English message in the language, with values for its braces."""
    known = translations(language)

    def say(message: str, /, **values: object) -> str:
        text = known.get(message, message)
        return text.format(**values) if values else text

    return say


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(moment: datetime.date, language: Language) -> str:
    """`23 november 2026`, `23 November 2026`."""
    say = translator(language)
    return f"{moment.day} {say(_MONTHS[moment.month - 1])} {moment.year}"
