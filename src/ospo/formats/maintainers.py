# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where prose says who maintains a project, or that nobody does: a section, or a sentence. Names are never kept."""

import re

from ospo.formats import contacts, status_notice
from ospo.formats.outline import BlockKind, Section, find, sections

_SECTION = re.compile(
    r"\b(?:maintainers?|beheerders?|committers|code ?owners|kernteam|stuurgroep|beheerteam|(?:project)?teamleden|"
    r"core[- ](?:development[- ])?team|steering[- ](?:team|group|committee)|product[- ]owners?|team members|"
    r"project[- ](?:leads?|leaders?|teams?|owners?)|who maintains|ownership|eigenaars?(?:chap)?|beheer door)\b",
    re.I,
)
_OTHER_SECTION = re.compile(
    r"\b(?:former|emeritus|voormalige?)\b|\b(?:for|voor) (?:the )?(?:maintainers|beheerders)\b|how to become|becoming|"
    r"maintainers? (?:permissions?|status|guid\w*|notes?|tasks?|documentation|only)|word(?:en)? beheerder",
    re.I,
)
_OBJECT = (
    r"(?:project|software|package|pakket|repo\w*|(?:bron)?code\w*|stand\w+|component|applicatie|application|tool\w*|"
    r"bibliotheek|library|handleiding|documentatie|plug-?in|module)"
)
# Titles that also stand above other things: they count when the text below names a team or an organisation.
_LOOSE_SECTION = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:(?:het |ons |the |our )?team|maintenance|onderhoud(?: en beheer)?|"
    r"(?:technisch |functioneel )?beheer(?: (?:en|&) (?:onderhoud|(?:door)?ontwikkeling))?)\W*",
    re.I,
)
_SOMEBODY = re.compile(
    r"\bteam\b|\w+team\b|\bafdeling\b|\bgemeente|\bministerie|\bprovincie|\bwaterschap|\bstichting\b|\bwerkgroep\b|"
    r"\bgebruikersgroep\b|\bleverancier|\borganisati(?:e|on)|\bfoundation\b|\bdepartment\b|\bmunicipality\b|"
    r"\bmaintainers?\b|\bbeheerders?\b",
    re.I,
)
_SENTENCE = re.compile(
    r"\b(?:maintained|managed|stewarded|onderhouden|beheerd) (?:by|door)\b|"
    r"\bmaintenance (?:and|en|&) [^.:]{0,60}\b(?:by|door)\b|\bmaintains? (?:and|en|&) develops?\b|"
    rf"\b(?:maintains?|onderhoudt|onderhouden|beheert|beheren) (?:the|het|de) {_OBJECT}\b|"
    r"\b(?:point of contact|contact ?person|contactpersoon|aanspreekpunt|beheerders?|maintainers?|product ?owner)"
    r"(?: (?:for|of|van|voor) (?:this|the|dit|deze|het|de)\b[^.\n:]{0,60})?(?: (?:is|zijn|are)\b|\s?:)",
    re.I,
)
# Sentences that need no other words to be about this project.
_PLAIN_SENTENCE = re.compile(
    rf"\b(?:maintains?|onderhoudt|onderhouden|beheert|beheren) (?:this|dit|deze) {_OBJECT}\b|"
    r"\bmaintenance (?:(?:and|&) [^.:]{0,40} )?(?:is|will be|has been) [^.:]{0,30}\bby\b|"
    r"\b(?:beheer|onderhoud)(?: en (?:het )?(?:beheer|onderhoud|(?:door)?ontwikkeling))?"
    rf"(?: van (?:dit|deze|het|de) {_OBJECT})?"
    r" (?:ligt|berust|gebeurt|verloopt|is (?:belegd|ondergebracht)|wordt (?:gedaan|verzorgd|uitgevoerd)) "
    r"[^.:]{0,30}?(?:bij|door|in samenwerking met)\b",
    re.I,
)
_ROLE = re.compile(
    r"\W{0,4}(?:contact ?person|contactpersoon|beheerders?|maintainers?|product ?owner|eigenaar|"
    r"(?:verantwoordelijke?|responsible) (?:team|afdeling|department|organisati(?:e|on)))\b"
    r"(?:\W{0,4}[:|]|\s{3})",
    re.I,
)
# What stands before such words in a sentence about this project, and in one that denies it.
_OURS = re.compile(
    r"(?:^|\W)(?:this|the|dit|deze|het|de|it|which|die|dat|has been|since|sinds|[\w.-]{1,40} (?:is|wordt))\b"
    r"(?:[^.]|\.\S){0,200}$|^\W*$",
    re.I,
)
# Whom to turn to, without a word on who maintains this; reports in confidence go to others.
_CONTACT = re.compile(r"\b(?:contact|vragen|questions|who do i talk to)\b", re.I)
_IN_CONFIDENCE = re.compile(r"secur|beveiliging|vulnerab|kwetsba|conduct|gedrag", re.I)
# Who looks at what others hand in, or gives support, may well maintain it.
_REVIEWER = re.compile(
    r"\bteams? (?:is|are) responsible for (?:reviewing|merging|handling|the review)\b|"
    r"\bteams? (?:reviews?|merges?|beoordeel(?:t|en)) (?:all|every|each|your|alle|elke?|jouw|je)\b|"
    r"\bsupport is provided by\b|\b(?:ondersteuning|support) wordt (?:geboden|geleverd|verzorgd) door\b",
    re.I,
)
# The settings of ReSpec, by which a specification is published: the editors may maintain it still.
_SPECIFICATION = re.compile(r"\bspecStatus\b")
_EDITORS = re.compile(r"\beditors[\"']?\s*:\s*\[\s*\{[^}]{0,500}?\bname[\"']?\s*:\s*[\"'][^\"'\s]")
_DENIED = re.compile(r"\b(?:not|no longer|never|niet|geen)\b", re.I)
_DISOWNED = re.compile(
    rf"\b(?:onderhoudt|onderhouden|beheert|beheren) (?:de|deze|het|dit) {_OBJECT} (?:zelf )?niet\b", re.I
)


def section_line(text: str, path: str = "") -> int | None:
    """The line of a section that says who the maintainers are, and holds something."""
    outline = sections(text, path)
    for section in find(outline, _SECTION):
        if not _OTHER_SECTION.search(section.title) and any(block.text.strip() for block in section.blocks):
            return section.line
    loose = (section for section in outline if _LOOSE_SECTION.fullmatch(section.title))
    return next((section.line for section in loose if _names_somebody(section)), None)


def _names_somebody(section: Section) -> bool:
    told = [block.text for block in section.blocks if block.kind is not BlockKind.CODE]
    return any(_SOMEBODY.search(text) or contacts.mail_line(text) or contacts.handle_line(text) for text in told)


def sentence_line(text: str, path: str = "") -> int | None:
    """The line of a sentence or a list item that says who maintains this."""
    for section in sections(text, path):
        for block in section.blocks:
            if block.kind is not BlockKind.CODE and _ROLE.match(block.text):
                return block.line
            if block.kind is BlockKind.PROSE and (at := _sentence(block.text)) is not None:
                return block.line + block.text.count("\n", 0, at)
    return None


def _sentence(text: str) -> int | None:
    """Where in a paragraph the words stand that name a maintainer of this project."""
    flat = text.replace("\n", " ")
    for pattern in (_SENTENCE, _PLAIN_SENTENCE):
        for match in pattern.finditer(flat):
            before = flat[max(0, match.start() - 300) : match.start()].rpartition(". ")[2]
            is_ours = pattern is _PLAIN_SENTENCE or _OURS.search(before) is not None
            if is_ours and not _DENIED.search(before + match[0]) and not _DISOWNED.match(flat, match.start()):
                return match.start()
    return None


def contact_line(text: str, path: str = "") -> int | None:
    """The line that names somebody to turn to for questions, whether or not they maintain this."""
    for section in sections(text, path):
        for block in section.blocks:
            told = "" if block.kind is BlockKind.CODE else f"{section.title}\n{block.text}"
            if not _CONTACT.search(told) or _IN_CONFIDENCE.search(told):
                continue
            if line := contacts.mail_line(block.text):
                return block.line + line - 1
    return None


def reviewer_line(text: str, path: str = "") -> int | None:
    """The line that says which team looks at changes or gives support, whether or not it maintains this."""
    for section in sections(text, path):
        for block in section.blocks:
            found = None if block.kind is BlockKind.CODE else _REVIEWER.search(block.text.replace("\n", " "))
            if found:
                return block.line + block.text.count("\n", 0, found.start())
    return None


def editors_line(text: str) -> int | None:
    """The line of the settings of ReSpec that names the editors of a specification."""
    found = _EDITORS.search(text) if _SPECIFICATION.search(text) else None
    return text.count("\n", 0, found.start()) + 1 if found else None


def unmaintained_line(text: str) -> int | None:
    """The line of a README that says that nobody maintains this any more, or that its owner does not."""
    lines = enumerate(text.split("\n")[: status_notice.LINES], start=1)
    return status_notice.find(text) or next((number for number, line in lines if _DISOWNED.search(line[:5000])), None)
