# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far along software is, as its README, badges, manifests and publiccode.yml say it (Dutch and English)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ospo.formats import outline, yaml
from ospo.formats.expression import Expression
from ospo.formats.outline import Block, BlockKind


class Stage(StrEnum):
    """What is said: that it may be used, that it may not yet, that it is over, or something in between."""

    READY = "ready"
    NOT_READY = "not-ready"
    RETIRED = "retired"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, at a line (from 1)."""

    stage: Stage
    line: int


_BY_STATUS = {
    "concept": Stage.NOT_READY,
    "development": Stage.NOT_READY,
    "beta": Stage.STATED,
    "stable": Stage.READY,
    "obsolete": Stage.RETIRED,
}
_SUBJECT = (
    r"(?:this|the|our|deze|dit|de|het) (?:[\w-]+ ){0,2}?(?:repo(?:sitory)?|project|package|librar(?:y|ies)|plugin"
    r"|module|tool|software|code(?:base)?"
    r"|application|app|service|component|implementation|product|platform|website|site|version|release|pakket|applicatie"
    r"|onderdeel|versie|dienst)"
)
_UNFINISHED = (
    r"(?:alpha|beta|b[eè]ta|experiment(?:al|eel)?|prototype|proof[- ]of[- ]concept|poc|work in progress|wip|preview"
    r"|pilot|draft|mvp"
    r"|research prototype|under (?:active |heavy |ongoing )?(?:development|construction)|in (?:active |early |full "
    r"|volle |actieve )?(?:development|ontwikkeling)|early (?:stage|phase|development)"
    r"|unstable|immature|incomplete|unfinished|not (?:yet )?(?:stable|complete|finished|feature[- ]complete)"
    r"|nog niet (?:af|klaar|stabiel)|onder constructie)"
)
_FINISHED = (
    r"(?:stable|mature|production[- ]ready|feature[- ]complete|ready (?:for|to)|stabiel|volwassen|productierijp"
    r"|klaar voor)"
)
_BE = r"(?:is|are|zijn|was|bevindt zich|staat|remains?|has been|wordt|should be considered)"
_NOT_READY = (
    Expression(rf"\b{_SUBJECT} {_BE}(?: \w+){{0,4}}? ?(?:an? |in |een |het )?(?:\w+ )?{_UNFINISHED}\b", re.I),
    Expression(
        r"\b(?:not|never|niet|nooit|geen)\b[^.\n]{0,40}\b(?:ready|intended|suitable|meant|fit|recommended|geschikt"
        r"|klaar"
        r"|bedoeld|gereed)\b[^.\n]{0,40}\b(?:production|productie|public|gebruik|use|used)\b",
        re.I,
    ),
    Expression(
        r"\b(?:experimental|early|alpha|beta|pilot|concept|proef|test|ontwikkel)[- ]?(?:stage|phase|fase|stadium|versie"
        r"|version|release|software)\b[^.\n]{0,60}\b(?:of|this|project|repository|software|applicatie|tool)\b",
        re.I,
    ),
)
# What is about a part only: settings, examples, keys.
_OF_A_PART = re.compile(
    r"\b(?:docker|containers?|configurations?|examples?|certificates?|keys?|settings|scripts?|defaults?|passwords?"
    r"|feature"
    r"|functie|voorbeeld\w*|compose|credentials?|mode|flag|option)\b",
    re.I,
)
_READY = (
    Expression(rf"\b{_SUBJECT} {_BE}(?: \w+){{0,4}}? {_FINISHED}\b", re.I),
    Expression(
        r"\b(?:is|are|been|zijn) (?:\w+ ){0,2}?(?:production[- ]ready|ready for production|battle[- ]tested"
        r"|productierijp)\b"
        r"|\bproduction[- ]ready (?:apis?|software|implementation|service|version|application|library)\b"
        r"|\bklaar voor productie\b",
        re.I,
    ),
    Expression(
        r"\b(?:is|are|wordt|worden|zijn|runs?|running|draait|draaien|deployed|live)\b[^.\n]{0,40}"
        r"\bin (?:production|productie)\b(?! (?:mode|environment|build))"
        r"|\b(?:sinds|since)\b[^.\n]{0,30}\b(?:in (?:productie|production|gebruik|use)|live)\b"
        r"|\bin gebruik (?:bij|door)\b|\bis in use (?:at|by)\b",
        re.I,
    ),
)
_TITLE = re.compile(
    r"\A[\W\d]*(?:(?:project|development|current|release|ontwikkel|huidige|product)[ -]?)?(?:status|maturity|readiness"
    r"|stability|lifecycle|state|volwassenheid|stand van zaken|fase)"
    r"(?: of (?:the |this )?(?:project|software|code|repository)| van (?:het|dit|de) \w+)?\W*\Z",
    re.I,
)
_LABEL = re.compile(
    rf"(?:\A|\n)[>*_\s#-]{{0,12}}(?:project |development )?status[*_:\s]{{1,8}}(?:is )?\W{{0,4}}"
    rf"(?P<what>{_UNFINISHED}|{_FINISHED}|active|actief|production|productie|live|maintained|released?|archived|concept"
    r"|development|obsolete)\b",
    re.I,
)
_BADGE = re.compile(
    r"repostatus\.org/badges/[^)\s\"]{0,60}/(?P<repostatus>concept|wip|active|inactive|suspended|unsupported|moved"
    r"|abandoned)"
    r"|(?:img\.shields\.io|badgen\.net)/(?:badge|static)/(?:[\w%]{0,30}(?:status|lifecycle|stability|maturity|stage"
    r"|state|phase|fase)[\w%]{0,30})[-/](?P<word>[A-Za-z%0-9_ ]{3,40})[-/]"
    r"|lifecycle\.r-lib\.org/articles/figures/lifecycle-(?P<lifecycle>\w+)|img\.shields\.io/pypi/status/(?P<pypi>\S)"
    r"|lifecycle-(?P<old>experimental|maturing|stable|superseded|archived|dormant|questioning)",
    re.I,
)
_DONE_WORDS = re.compile(r"active|stable|production|mature|released|live|ready|ga\b|stabiel", re.I)
_OVER_WORDS = re.compile(
    r"abandoned|unsupported|archived|retired|deprecated|obsolete|moved|superseded|eol|inactive|dormant", re.I
)
_SERVICES = re.compile(
    r"build|test|coverage|quality|docs?|documentation|dependenc|translation|reuse|ci\b|licen[cs]e|packaging|workflow"
    r"|alert",
    re.I,
)
_WORDPRESS = re.compile(r"^Stable tag:[ \t]{0,40}(?P<what>\S)", re.M)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_CLASSIFIER = re.compile(r"Development Status :: (?P<number>[1-7])")
_MANIFEST = Expression(r"pyproject\.toml|setup\.(?:py|cfg)")
_LINES = 250  # of a README in which a statement is sought; further down nobody is warned any more
_FEWEST_WORDS = 3


def of_publiccode(document: yaml.Document) -> Said | None:
    """What `developmentStatus` says; a value that is not in the standard says something as well."""
    value = document.value.get("developmentStatus")
    if not isinstance(value, str) or not value.strip():
        return None
    return Said(_BY_STATUS.get(value.strip().lower(), Stage.STATED), document.line("developmentStatus") or 1)


def is_manifest(path: str) -> bool:
    """True for a manifest in the root that can carry a development status."""
    return _MANIFEST.fullmatch(path) is not None


def of_manifest(text: str) -> Said | None:
    """The development status among the classifiers of a Python package."""
    found = _CLASSIFIER.search(text)
    if found is None:
        return None
    number = int(found["number"])
    stage = (
        Stage.RETIRED
        if number == 7
        else Stage.READY
        if number >= 5
        else Stage.NOT_READY
        if number <= 3
        else Stage.STATED
    )
    return Said(stage, text.count("\n", 0, found.start()) + 1)


def of_readme(text: str, path: str) -> Said | None:
    """The first statement of a README: a badge, a label, a section on it, or a sentence."""
    found = [said for said in (_badge(text), _label(text, path), _section(text, path), _sentence(text, path)) if said]
    return min((said for said in found if said.line <= _LINES), key=lambda said: said.line, default=None)


def _badge(text: str) -> Said | None:
    for found in _BADGE.finditer(text):
        word = found["repostatus"] or found["word"] or found["lifecycle"] or found["old"] or ""
        if _SERVICES.search(found[0].replace("shields.io", "").replace("badges", "")) and not found["repostatus"]:
            continue
        return Said(_stage(word), text.count("\n", 0, found.start()) + 1)
    return None


def _label(text: str, path: str) -> Said | None:
    for block in _blocks(text, path):
        for pattern in (_LABEL, _WORDPRESS):
            if found := pattern.search(block.text):
                line = block.line + block.text.count("\n", 0, found.start("what"))
                return Said(_stage(found["what"]) if pattern is _LABEL else Stage.STATED, line)
    return None


def _blocks(text: str, path: str) -> Iterator[Block]:
    """What a README says, without code."""
    return (b for section in outline.sections(text, path) for b in section.blocks if b.kind is not BlockKind.CODE)


def _stage(word: str) -> Stage:
    if _OVER_WORDS.search(word):
        return Stage.RETIRED
    if re.search(_UNFINISHED, word, re.I) or word.lower() in ("concept", "development", "wip", "suspended"):
        return Stage.NOT_READY
    return Stage.READY if _DONE_WORDS.search(word) else Stage.STATED


def _section(text: str, path: str) -> Said | None:
    for section in outline.find(outline.sections(text, path), _TITLE):
        if sum(len(block.words) for block in section.blocks) >= _FEWEST_WORDS:
            said = _words(section.text)
            return Said(said or Stage.STATED, section.line)
    return None


def _sentence(text: str, path: str) -> Said | None:
    for block in _blocks(text, path):
        if stage := _words(_plain(block)):
            return Said(stage, block.line)
    return None


def _plain(block: Block) -> str:
    return " ".join(outline.plain(block.text).split())[:3000]


def _words(text: str) -> Stage | None:
    for sentence in _SENTENCE.split(text):
        if _OF_A_PART.search(sentence):
            continue
        if any(pattern.search(sentence) for pattern in _NOT_READY):
            return Stage.NOT_READY
        if any(pattern.search(sentence) for pattern in _READY):
            return Stage.READY
    return None
