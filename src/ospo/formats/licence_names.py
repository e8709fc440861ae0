# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licences by the names people give them: ids, full names and abbreviations, told whether they may be the same one.

"GPLv3", "GPL-3.0" and "GNU General Public License v3 or later" can all be one licence; MIT and ISC cannot.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ospo.formats import spdx, spdx_expression

_LONGEST = 300  # characters of a text in which names are sought
_VERSION = re.compile(r"(?P<stem>.+?)-(?P<version>\d+(?:\.\d+)*)")
# Stem by what people write. A longer name stands before the shorter one that it holds.
_STEMS = (
    ("eupl", r"EUPL|European Union Public Licen[cs]e"),
    ("agpl", r"AGPL|(?:GNU )?Affero (?:General Public )?Licen[cs]e|GNU Affero General Public"),
    ("lgpl", r"LGPL|(?:GNU )?(?:Lesser|Library) (?:General Public )?Licen[cs]e|GNU (?:Lesser|Library) General Public"),
    ("gfdl", r"GFDL|GNU Free Documentation Licen[cs]e"),
    ("gpl", r"GPL|GNU (?:General )?Public Licen[cs]e|GNU General Public"),
    ("mpl", r"MPL|Mozilla Public Licen[cs]e"),
    ("epl", r"EPL|Eclipse Public Licen[cs]e"),
    ("cddl", r"CDDL|Common Development and Distribution Licen[cs]e"),
    ("apache", r"Apache(?: Software)?(?: Licen[cs]e)?|ASL"),
    ("bsd", r"(?:[23][- ]clause |simplified |new |revised |modified )?BSD"),
    ("mit", r"MIT|Expat"),
    ("isc", r"ISC"),
    ("unlicense", r"(?:The )?Unlicense"),
    ("cc0", r"CC0|Creative Commons Zero"),
    ("cc-by", r"CC[ -]BY(?P<more>(?:[ -](?:SA|NC|ND))*)|Creative Commons (?:Naamsvermelding|Attribution)"),
)
_NAME = re.compile(
    r"\b(?:" + "|".join(f"(?P<{stem.replace('-', '_')}>{names})" for stem, names in _STEMS) + r")"
    r"(?![\w]*[a-uw-z])(?P<dash>-(?=\d))?[ ,:(-]{0,3}(?:licen[cs]e[ ,:(-]{0,3})?"
    r"(?:v(?:ersion|ersie)?[. ]{0,2})?(?P<version>\d(?:\.\d){0,2}(?![\d]))?(?P<clause>-Clause)?"
    r"(?P<later>\+|-or-later\b|[ ,(]{1,2}or (?:any )?later\b|[ ,(]{1,2}of (?:later|nieuwer)\b)?"
    r"(?P<only>-only\b|[ ]only\b)?",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?P<count>[23])[- ]clause|(?P<two>simplified)|(?P<three>new|revised|modified)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A licence as far as a name tells it; an empty version or suffix is left open."""

    stem: str
    version: str = ""
    suffix: str = ""  # "only" or "later"

    def may_be(self, other: "Name") -> bool:
        """True unless the two names cannot be of one licence."""
        return self.stem == other.stem and all(
            not mine or not theirs or mine == theirs
            for mine, theirs in ((self.version, other.version), (self.suffix, other.suffix))
        )


def of_id(licence_id: str) -> Name:
    """The name that an SPDX id is; the withdrawn "GPL-3.0" leaves open whether later versions apply."""
    text = licence_id.lower()
    suffix = ""
    for ending, meaning in (("-or-later", "later"), ("-only", "only"), ("+", "later")):
        if text.endswith(ending):
            text, suffix = text.removesuffix(ending), meaning
            break
    if match := re.fullmatch(r"bsd-(?P<version>[23])-clause", text):
        return Name("bsd", match["version"])
    match = _VERSION.fullmatch(text)
    if match is None:
        return Name(text, "", suffix)
    return Name(match["stem"], _plain(match["version"]), suffix)


def of_expression(expression: str) -> frozenset[Name]:
    """The licences that an SPDX expression of known ids names, without exceptions; empty when it is none."""
    ids = spdx.keys(expression.strip()) or ()
    licences = [licence_id for licence_id in ids if licence_id.lower() not in spdx_expression.exceptions()]
    if not licences or not all(spdx.find(licence_id) for licence_id in licences):
        return frozenset()
    return frozenset(map(of_id, licences))


def in_text(text: str) -> frozenset[Name]:
    """Every licence that a stretch of text names, by id or in words."""
    return frozenset(name for name, _ in find(text))


def find(text: str) -> Iterable[tuple[Name, str]]:
    """The names in a text with the words that give them, in order."""
    for match in _NAME.finditer(text[:_LONGEST]):
        stem = next(stem for stem, _ in _STEMS if match[stem.replace("-", "_")])
        version = _plain(match["version"] or "")
        if stem == "cc-by":
            stem += (match["more"] or "").lower().replace(" ", "-")
        if stem == "bsd":
            version = _clauses(match[0]) or (version if match["clause"] else "")
        suffix = "later" if match["later"] else "only" if match["only"] else ""
        yield Name(stem, version, suffix), match[0].strip(" ,:(-")


def agree(some: Iterable[Name], others: Iterable[Name]) -> bool:
    """True when at least one licence may be in both."""
    rest = list(others)
    return any(name.may_be(other) for name in some for other in rest)


def _clauses(text: str) -> str:
    match = _CLAUSES.search(text)
    if match is None:
        return ""
    return match["count"] or ("2" if match["two"] else "3")


def _plain(version: str) -> str:
    """Version 3 and version 3.0 are one."""
    return version.removesuffix(".0").removesuffix(".0")
