# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where governance says how somebody is looked at before getting more rights: a sentence or a section (nl, en)."""

import re

from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind, Section, find, plain, sections

_ROLE = (
    r"(?:(?:co-?)?maintainers?|committers?|(?:technical )?steering (?:team|committee|group)(?: members?)?|"
    r"core (?:team )?(?:members?|developers?|contributors?)|collaborators?|owners?|administrators?|admins?|"
    r"(?:mede)?beheerders?|kernteam(?:leden|lid)?|stuurgroep(?:leden|lid)?|reviewers?|redacteur(?:en)?|beoordelaars?)"
)
_RIGHTS = (
    r"(?:(?:write|commit|push|merge|admin|maintainer|elevated|escalated)[- ]"
    r"(?:access|rights?|permissions?|privileges?)|"
    r"(?:schrijf|commit|beheer|merge)-?(?:rechten|toegang)|access rights|permissions)"
)
_GAP = r"(?:(?!(?:door|by|from|of|van|to|voor|for)\b)[\w'’/-]{1,30} ){0,4}"
# Somebody gets a role, or rights.
_RISES = Expression(
    r"\b(?:becom\w+|new|additional|nominat\w+|add(?:ing|ed)?|promot\w+|appoint\w*|elect\w*|invit\w+|join\w*|"
    r"candidates? (?:for|to)|word(?:en|t)?|nieuwe?|benoem\w*|voordr\w+|voorgedragen|toevoegen van|uitgenodigd) "
    rf"{_GAP}{_ROLE}\b|"
    rf"\b{_ROLE} (?:candidates?|nominations?|status|kandidaat|kandidaten)\b|"
    r"\b(?:grant\w*|giv\w+|get\w*|receiv\w+|request\w*|obtain\w*|krijg\w*|ontvang\w*|toekenn\w+|toegekend|verle\w+)\b"
    rf"[^.]{{0,60}}\b{_RIGHTS}\b|\b{_RIGHTS}\b[^.]{{0,60}}\b(?:grant\w*|given|krijg\w*|toegekend|verleend)\b",
    re.I,
)
# Somebody else looks at that first.
_LOOKED_AT = Expression(
    r"\b(?:vot(?:e|es|ed|ing)|approv\w+|consensus|review(?:s|ed|ing)?|accept(?:ed|s)?|elect\w*|decid\w+|agree\w*|confirm\w*|"
    r"veto|objections?|majority|background checks?|vetted|unanimous\w*|stem(?:men|t|ming)|goedkeur\w*|goedgekeurd|"
    r"beoordeel\w*|instem\w*|ingestemd|beslis\w*|besluit\w*|akkoord|bezwaar|meerderheid|unaniem)\b",
    re.I,
)
_SECTION = re.compile(
    rf"\b(?:becom\w+|how to become|new|adding|nominat\w+|word(?:en)?|nieuwe?|toevoegen)\b.{{0,40}}\b{_ROLE}\b|"
    rf"\b{_ROLE}\b.{{0,20}}\b(?:status|nominations?|selection|election|worden|verkiezing|benoeming)\b|"
    r"\baccess (?:review|policy|management)\b|\btoegangs?(?:beleid|rechten)\b|\brechten (?:krijgen|toekennen)\b",
    re.I,
)


def line(text: str, path: str = "") -> int | None:
    """The line of a paragraph, or of a section, that says who looks before somebody gets a role with rights."""
    if not _LOOKED_AT.may_be_said_in(text):
        return None
    outline = sections(text, path)
    for section in find(outline, _SECTION):
        if any(_LOOKED_AT.search(words) for _, words in _told(section)):
            return section.line
    for section in outline:
        for number, words in _told(section):
            if _RISES.search(words) and _LOOKED_AT.search(words):
                return number
    return None


def _told(section: Section) -> list[tuple[int, str]]:
    told = (block for block in section.blocks if block.kind is not BlockKind.CODE)
    return [(block.line, " ".join(plain(block.text).split())) for block in told]
