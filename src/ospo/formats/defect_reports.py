# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a project explains how to report a defect: a template for it, a section, or a sentence (nl, en)."""

import re

from ospo.formats import contacts
from ospo.formats.outline import BlockKind, Section, plain, sections

_DEFECT = (
    r"(?:bugs?|defects?|issues?|errors?|problems?|fout(?:en)?|foutmelding(?:en)?|problemen|probleem|storing(?:en)?|"
    r"gebrek(?:en)?|onjuisthe(?:id|den)|bevinding(?:en)?|incident(?:en|s)?|broken links?)"
)
# Names and texts of templates that ask what is wrong.
_TEMPLATE_NAME = re.compile(
    r"bug|defect|fout|melding|storing|problem|probleem|error|incident|regression|bevinding|(?:^|/)(?:issue|default)\b|"
    r"issue_template(?:\.\w+)?$|correcti|wijziging|aanpassing|change[-_ ]?request",
    re.I,
)
_TEMPLATE_TEXT = re.compile(
    r"\bbugs?\b|\bdefects?\b|\bsteps to reproduce\b|\breproduc\w+\b|\bexpected behaviou?r\b|\bfout(?:en)?\b|"
    r"\bverwacht\w*\b|\bstappen om\b|\bwat gaat er mis\b|\bcorrecti\w+\b",
    re.I,
)
_SECTION = re.compile(
    rf"\b(?:report\w*|found|find|submit\w*|rais\w+|fil(?:e|ing)|open\w*|got|issues?|creat\w+|meld\w*|indienen|gevonden|"
    rf"aanmaken|doorgeven|doorgegeven)\b.{{0,40}}\b{_DEFECT}\b|"
    rf"\b{_DEFECT}\b.{{0,40}}\b(?:report\w*|reports?|found|meld\w*|indienen|gevonden|tracker|aanmaken|doorgeven)\b|"
    r"^\W*(?:bugs?|issues?|bug ?reports?|meldingen|feedback|terugkoppeling|reporting|issue tracker|"
    r"(?:known )?problems?|(?:getting )?(?:help|support)|support(?: and feedback)?|ondersteuning|hulp(?: nodig)?|"
    r"(?:vragen|questions?)(?: (?:en|and|of|or) (?:opmerkingen|meldingen|issues?|problemen|problems|feedback))?|"
    r"(?:heb je )?(?:een )?(?:vraag|vragen|opmerking(?:en)?|wensen)"
    r"(?: of (?:opmerking|melding|suggestie)(?:en)?)?)\W*$",
    re.I,
)
_SENTENCE = re.compile(
    r"\b(?:open|opening|creat(?:e|ing)|fil(?:e|ing)|rais(?:e|ing)|submit(?:ting)?|log|add|post|leave|maak|dien|plaats|schrijf)"
    r"\b[^.?!]{0,30}\b(?:issues?|bug reports?|bugs?|tickets?|melding)\b|"
    r"\breport(?:s|ed|ing)?(?: (?:a|an|any|all|the|your|it|them|found|possible|other))*"
    r" (?:bugs?|problems?|issues?|errors?|defects?|mistakes?)\b|"
    r"\b(?:bugs?|problems?|issues?|errors?|defects?|mistakes?)\b[^.?!]{0,60}"
    r"\b(?:be reported|report (?:it|them|this)|let us know)\b|"
    r"\b(?:fout(?:en|je|jes)?|problemen|probleem|bugs?|issues?|onjuistheden|gebreken)\b[^.?!]{0,60}"
    r"\b(?:meld(?:en|t)?|doorgeven|geef (?:dit|ze|het) door|indienen|aanmaken|laat het (?:ons )?weten)\b|"
    r"\bmeld\w*\b[^.?!]{0,40}\b(?:fout(?:en)?|problemen|bugs?|issues?)\b|"
    r"\b(?:via|through|using|in|on|op|met)(?: (?:the|our|a|de|het|een|onze|github|gitlab|this repository's))*"
    r" (?:issues?(?: ?tracker|s)?|bug ?tracker)\b|"
    r"\bissues?(?: and|,| en| or| of)[^.?!]{0,30}\b(?:are )?(?:welcome|welkom)\b",
    re.I,
)
# A sentence about wishes, or about what is right to do before a change, and not about something that is wrong.
_OF_A_CHANGE = re.compile(
    r"\b(?:discuss\w*|beforehand|before making|first|eerst|vooraf|substantial|non-trivial|decisions?|besluit(?:en)?)\b",
    re.I,
)
_WRONG = re.compile(
    r"\b(?:bugs?|problems?|defects?|errors?|mistakes?|broken|fout(?:en)?|problemen|probleem|questions?|vra(?:ag|gen)|help|"
    r"feedback|trouble)\b",
    re.I,
)
_PERMISSION = re.compile(r"^\W*(?:can|may|kan|kunnen|mag|mogen)\b", re.I)
_HOW = re.compile(
    r"\b(?:github|gitlab) issues?\b|\b(?:an?|new|een|nieuwe?|via|via de|in|on|through) issues?\b|\btracker\b|"
    r"\be?-?mail\w*|\bcontact(?:ing)? (?:us|the|me|ons|met|op)\b|\bform\b|\bformulier\b|/issues\b|\bpull requests?\b|"
    r"\bmerge requests?\b|\bslack\b|\bmattermost\b|\bforum\b|\[\W{0,3}issues?\b",
    re.I,
)
# What such a sentence is about when it is not about reporting: fixing, closing, handling, secrecy.
_SECURITY = re.compile(r"\bsecurity\b|\bvulnerabilit|\bkwetsbaarhe|\bbeveiliging|\bdisclosure\b", re.I)
_CONDUCT = re.compile(r"\bconduct\b|\bgedrag|\bharass|\bbehaviou?r\b(?! is expected)|\bomgangs", re.I)


def is_about_defects(path: str, text: str) -> bool:
    """True for a template that asks what is wrong, by its name or by its text."""
    return _TEMPLATE_NAME.search(path.rpartition("/")[2]) is not None or _TEMPLATE_TEXT.search(text) is not None


def section_line(text: str, path: str = "") -> int | None:
    """The line of a heading below which it says where to report what is wrong."""
    return next((section.line for section in sections(text, path) if _is_guide(section)), None)


def _is_guide(section: Section) -> bool:
    if not _SECTION.search(section.title) or _SECURITY.search(section.title) or _CONDUCT.search(section.title):
        return False
    told = [block.text for block in section.blocks if block.kind is not BlockKind.CODE]
    return any(_HOW.search(text) or contacts.mail_line(text) for text in told)


def sentence_line(text: str, path: str = "") -> int | None:
    """The line of a paragraph or item that says where to report what is wrong."""
    for section in sections(text, path):
        if _SECURITY.search(section.title) or _CONDUCT.search(section.title):
            continue
        for block in section.blocks:
            if block.kind is BlockKind.CODE:
                continue
            words = " ".join(plain(block.text).split())
            if _SENTENCE.search(words) and _HOW.search(block.text) and _is_about_reporting(words):
                return block.line
    return None


def _is_about_reporting(words: str) -> bool:
    if _PERMISSION.match(words) or (_SECURITY.search(words) and not _WRONG.search(words)):
        return False
    return not _OF_A_CHANGE.search(words) or _WRONG.search(words) is not None
