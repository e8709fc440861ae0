# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which versions get security updates, and until when, as texts state it: a section, a table or a sentence."""

import re
from collections.abc import Iterable
from enum import Enum

from ospo.formats import contacts, outline
from ospo.formats.outline import Block, BlockKind, Section
from ospo.formats.policies import sentences
from ospo.formats.stretches import with_words


class Kind(Enum):
    """A statement, or the table of GitHub's template that nobody filled in."""

    STATED = "stated"
    TEMPLATE = "template"


_TITLE = re.compile(
    r"\bsupported (?:versions?|releases?|branches)\b|\b(?:version|release|security)s? (?:support|maintenance)\b|"
    r"\bsupport (?:policy|period|window|lifecycle|timeline|status)\b|\bend[- ]of[- ](?:life|support)\b|\bEOL\b|"
    r"\blong[- ]term[- ]support\b|\bLTS\b|\b(?:maintenance|maintained) (?:policy|versions?|branches|releases?)\b|"
    r"\b(?:release|version) (?:lifecycle|life cycle)\b|\bwhich versions\b|"
    r"\bondersteunde (?:versies?|releases?)\b|\bondersteuning (?:van|per|voor) (?:oude(?:re)? )?(?:versies|releases)\b|"
    r"\bonderhoud (?:van|per) (?:versies|releases)\b|\b(?:ondersteunings|onderhouds)(?:beleid|periode|termijn)\b",
    re.I,
)
# What a project leans on or works with, whose versions say nothing about its own.
_OTHER = re.compile(
    r"\b(?:python|php|node(?:\.?js)?|npm|java(?:script)?|jdk|jvm|browsers?|firefox|chrome|platforms?|operating system|"
    r"windows|linux|ubuntu|debian|macos|android|ios|kubernetes|k8s|openshift|docker|django|laravel|symfony|drupal|"
    r"wordpress|"
    r"react|vue|angular|odoo|postgres\w*|mysql|database|\.net|dotnet|go|golang|rust|ruby|rails|R|spark|pandas|numpy|"
    r"qgis|"
    r"typescript|terraform|clang|gcc|cmake|msrv|api|apis|standaard|standard|specification|schema|protocol)\b",
    re.I,
)
_VERSION = re.compile(r"\b(?:versions?|releases?|branch(?:es)?|versies?|main|master|v?\d+\.(?:\d+|x))\b", re.I)
_WHICH = (
    r"(?:latest|newest|most recent|current|last|previous|older|oldest|each|every|major|minor|laatste|nieuwste|"
    r"recentste|huidige|vorige|oudere|meest recente|elke|iedere|lts)"
)
_RELEASE = r"(?:versions?|releases?|branch(?:es)?|versies?|series|tags?)"
_FIXES = (
    r"(?:(?:security|bug)[ -]?(?:updates?|fix(?:es)?|patches|support)|"
    r"(?:beveiligings|veiligheids|security)[- ]?(?:updates?|patches)|end[- ]of[- ](?:life|support)|"
    r"(?:are|is|be|not) backport(?:ed)?)"
)
# "Only the latest release is supported", "security fixes are made for the last two minor versions".
_STATES = re.compile(
    rf"\b{_WHICH}\b[^.;:]{{0,60}}\b{_RELEASE}\b[^.;:]{{0,60}}\b(?:supported|ondersteund|maintained|onderhouden|"
    rf"patched|{_FIXES})|"
    rf"\b{_FIXES}\b[^.;:]{{0,60}}\b{_WHICH}\b[^.;:]{{0,40}}\b{_RELEASE}\b",
    re.I,
)
# Words without one of which neither expression finds anything.
_OF_TITLE = (
    *("support", "maintenance", "maintained", "end of", "end-of", "eol", "lts", "lifecycle", "life cycle"),
    *("which versions", "ondersteun", "onderhoud"),
)
_OF_STATEMENT = (
    *("supported", "ondersteund", "maintained", "onderhouden", "patched", "security", "bug", "veiligheids"),
    *("beveiligings", "end of", "end-of", "backport"),
)
_NO_SUPPORT = re.compile(r"\bsupports?\b (?!for\b|is\b|will\b|policy\b)|\bsupported by\b|\bfunction|\bfeature", re.I)
_TEMPLATE = re.compile(r"use this section to tell people about which versions", re.I)
# The rows of that template; whoever took out its sentence may have left them.
_TEMPLATE_ROWS = re.compile(
    r"\|\s*5\.1\.x\s*\|[^\n]*\n\|\s*5\.0\.x\s*\|[^\n]*\n\|\s*4\.0\.x\s*\|[^\n]*\n\|\s*<\s*4\.0\s*\|"
)
_TEMPLATE_ROW = re.compile(r"^\|\s*5\.1\.x\s*\|", re.M)
_ELSEWHERE = re.compile(
    r"support[-_]policy|release[-_]policy|life-?cycle|endoflife\.date|supported[-_]versions|version[-_]support|"
    r"end[-_]of[-_](?:life|support)|security[-_]support|versies?[-_]?beleid|\beol\b",
    re.I,
)


def find(text: str, path: str, *, is_about_security: bool) -> tuple[Kind, int] | None:
    """What a text states, and its line: a section under a heading on it, else a sentence.

    Args:
        text: the text as written.
        path: its path, whose extension tells the markup.
        is_about_security: a policy or a page on support, where "supported versions" can only mean one's own.
    """
    is_template = "5.1.x" in text and (_TEMPLATE.search(text) or _TEMPLATE_ROWS.search(text))
    if is_template and (row := _TEMPLATE_ROW.search(text)):
        return Kind.TEMPLATE, text.count("\n", 0, row.start()) + 1
    has_title = any(map(_TITLE.search, with_words(text, _OF_TITLE, "\n")))
    outlined = outline.sections(text, path) if has_title else []
    for section in outline.find(outlined, _TITLE):
        if _states(section, is_about_security):
            return Kind.STATED, section.line
    if not _does_state(" ".join(text.split())):  # most texts end here, before they are taken apart
        return None
    for sentence in sentences(text, path):
        words = sentence.text
        if _does_state(words) and (is_about_security or not _is_of_others(sentence.title, words)):
            return Kind.STATED, sentence.line
    return None


def _does_state(text: str) -> bool:
    """True when a statement stands in the text; none goes past a full stop, a colon or a semicolon."""
    return any(map(_STATES.search, with_words(text, _OF_STATEMENT, ".:;")))


def _is_of_others(title: str, words: str) -> bool:
    """True for a sentence that names what the project works with, or what a version can do."""
    return any(_OTHER.search(text) for text in (title, words)) or _NO_SUPPORT.search(words) is not None


def elsewhere(text: str) -> int | None:
    """The line of a link to a page on support or the life of versions."""
    return next((link.line for link in contacts.links(text) if _ELSEWHERE.search(link.target)), None)


def _states(section: Section, is_about_security: bool) -> bool:
    blocks = [block for block in section.blocks if block.kind is not BlockKind.CODE]
    if not any(block.words or _VERSION.search(block.text) for block in blocks):
        return False
    return is_about_security or not (_OTHER.search(section.title) or _names_other(blocks))


def _names_other(blocks: Iterable[Block]) -> bool:
    return any(_OTHER.search(outline.plain(block.text[:2000])) for block in blocks)
