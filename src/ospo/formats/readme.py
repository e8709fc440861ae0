# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a README tells a newcomer: what this is and for whom, and how to start; and what a template left behind.

Generous on purpose: a sentence that describes and one way to start are enough.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ospo.formats.expression import Expression
from ospo.formats.outline import Block, BlockKind, Section, plain, sections, without_images

_FEWEST_WORDS = 5  # of a sentence that can describe something
_FEWEST_LINKS = 3  # of a list that is an index of what is here

# Sections that tell how to start, run, read or work on it.
_START = re.compile(
    r"install|usage|using|how[ -]to|start|begin|quick|set ?up|build|develop|run(?:ning)?\b|deploy|require|prerequisit|"
    r"depend|configur|example|tutorial|demo|documentation|docs\b|guide|manual|contribut|test|download|local|docker|"
    r"command|api\b|features?\b|content|structur|index|overview|links?\b|access|resources|"
    r"gebruik|aan de slag|ontwikkel|bouwen|draaien|uitvoer|opzet|inricht|voorbeeld|handleiding|documentatie|bijdrag|"
    r"meedoen|vereist|benodigd|inhoud|opbouw|uitprober|stappen|werkwijze|bronnen|publicatie|versies|lees",
    re.I,
)
# Sections that say something about the project, but not what it is.
_BESIDE = re.compile(
    r"licen[cs]|licentie|contribut|bijdrag|contact|credit|author|auteur|changelog|acknowledg|install|setup|security|"
    r"beveilig|code of conduct|gedragscode|maintainer|beheerder|support|links?\b|references|badges?\b|"
    r"run(?:ning)?\b|depend|sponsor",
    re.I,
)
_ABOUT_THIS = re.compile(r"\W*(?:this|dit|deze) \w+", re.I)
_STEPS = re.compile(
    r"\W*(?:getting started|how (?:to use|do i get set ?up)|set ?up|installation|installatie|installeren|"
    r"aan de slag)\W*",
    re.I,
)
# Headings below which a list can say what the project is; elsewhere it lists steps, choices or parts.
_ABOUT = re.compile(
    r"\b(?:about|over|what|wat|why|waarom|intro\w*|overview|overzicht|purpose|doel\w*|goals?|description|beschrijving|"
    r"omschrijving|inleiding|achtergrond|background|features?|functi\w+|summary|samenvatting|in short|in het kort|"
    r"content\w*|inhoud|scope|readme)\b",
    re.I,
)
_START_WORDS = re.compile(
    r"\b(?:install|get(?:ting)? started\b|quick ?start|usage\b|how[- ]to\b|run (?:it|the|this|with|a)\b|docker\b|"
    r"contribut|pull requests?\b|documentation\b|manual\b|download|clone\b|re-?use\b|hergebruik|"
    r"te gebruiken\b|aan de slag\b|bijdrage|bij te dragen\b|documentatie\b|handleiding)",
    re.I,
)
_DOCUMENTATION = re.compile(
    r"https?://(?:[\w-]{1,63}\.(?:github|gitlab|gitea|codeberg)\.(?:io|page)\b|[\w.-]{0,200}readthedocs|docs?\.|"
    r"[^\s)>\]]{1,200}/(?:docs?|wiki|documentatie)\b)|\]\((?:\./)?(?:docs?|documentation|documentatie)\b",
    re.I,
)
_HAS_LINK = re.compile(r"\]\s?[(\[]|https?://|^\s*\[[^\]\n]{1,200}\]\s*$|`_", re.M)

# What generators and templates write before anybody has said what the project is.
_LEFT_OVER = Expression(
    r"bootstrapped with \W{0,3}(?:create[- ]react[- ]app|create-next-app)|generated with \W{0,3}angular cli|"
    r"this template (?:should help|provides a minimal)|easy for you to get started with gitlab|"
    r"already a pro\? just edit this readme|paragraph of (?:the )?project description|project description goes here|"
    r"describe your (?:project|app|repo)|this readme (?:would normally )?documents? whatever steps|"
    r"laravel is a web application framework|"
    r"(?:short|brief|one-line) description of (?:the|your|this|my) (?:project|app|package|repo)|"
    r"everything you need to build a svelte|blank project for (?:cdk|\w+) development|a new flutter project\b|"
    r"starting point for a flutter|give a short introduction of your project|supersonic subatomic java|"
    r"\blorem ipsum\b|\[insert\b|^(?:todo|tbd)\b|beschrijf (?:hier|je project|jouw project)|vul hier|"
    r"korte (?:beschrijving|omschrijving) van (?:het|je|jouw) project|"
    r"bijgewerkt naar de nieuwste workflow|<project[ _-]?(?:name|title|description)>|\{\{\s?[\w.]{1,40}\s?\}\}",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where a README says what the project is, and how to start; `left_over` is what a template wrote. Lines from 1."""

    describes: int | None
    starts: int | None
    left_over: int | None

    @property
    def is_complete(self) -> bool:
        """True when it says both what this is and how to start."""
        return self.describes is not None and self.starts is not None


def explain(text: str, path: str = "") -> Explanation:
    """Read a README by rule; the extension of the path tells the markup."""
    outline = sections(text, path)
    blocks = [block for section in outline for block in section.blocks]
    return Explanation(
        describes=_first(block for block in _candidates(outline) if _describes(block)),
        starts=_start(outline, blocks),
        left_over=_first(block for block in blocks if _LEFT_OVER.search(block.text)),
    )


def _first(blocks: Iterable[Block]) -> int | None:
    return next((block.line for block in blocks), None)


def _candidates(outline: Sequence[Section]) -> Iterable[Block]:
    """The blocks that can say what the project is: prose before lists, outside sections about something else."""
    title = _title(outline)
    about = [section for section in _outside_steps(outline) if section is title or not _BESIDE.search(section.title)]
    yield from (block for section in about for block in section.blocks if block.kind is BlockKind.PROSE)
    for section in about:
        may_list = section is title or not section.title or _ABOUT.search(section.title)
        items = (block for block in section.blocks if block.kind is BlockKind.ITEM)
        yield from (block for block in items if may_list or _ABOUT_THIS.match(block.text))


def _outside_steps(outline: Sequence[Section]) -> Iterable[Section]:
    """The sections that are not steps for who has already decided to use it, with all that stands below those."""
    steps: int | None = None
    for section in outline:
        if steps is not None and section.level > steps:
            continue
        steps = section.level if _STEPS.fullmatch(section.title) else None
        if steps is None:
            yield section


def _title(outline: Sequence[Section]) -> Section | None:
    """The section below the name of the project, when the text opens with one."""
    opens = len(outline) > 1 and outline[1].level == 1 and not any(map(_describes, outline[0].blocks))
    return outline[1] if opens else None


def _describes(block: Block) -> bool:
    return len(block.words) >= _FEWEST_WORDS and not _LEFT_OVER.search(block.text)


def _start(outline: Sequence[Section], blocks: Sequence[Block]) -> int | None:
    title = _title(outline)
    for section in outline:
        if section is not title and _START.search(section.title):
            return section.line
    own = [block for block in blocks if not _LEFT_OVER.search(block.text)]
    for block in own:
        text = without_images(block.text)
        if block.kind is BlockKind.CODE or _DOCUMENTATION.search(text) or _START_WORDS.search(plain(text)):
            return block.line
    index = [block for block in own if block.kind is BlockKind.ITEM and _HAS_LINK.search(without_images(block.text))]
    return index[0].line if len(index) >= _FEWEST_LINKS else None
