# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where prose and metadata say who maintains a project: a section, a sentence, or a field. Names are never kept."""

import re
import tomllib
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.outline import BlockKind, find, sections

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
_SENTENCE = re.compile(
    r"\b(?:maintained|managed|stewarded|onderhouden|beheerd) (?:by|door)\b|"
    r"\bmaintenance (?:and|en|&) [^.:]{0,60}\b(?:by|door)\b|\bmaintains? (?:and|en|&) develops?\b|"
    r"\b(?:maintains?|onderhoudt|onderhouden|beheert|beheren) (?:this|the|dit|deze|het) "
    r"(?:project|software|package|repo\w*|code\w*|stand\w+)\b|"
    r"\b(?:point of contact|contact ?person|contactpersoon|aanspreekpunt|beheerders?|maintainers?|product ?owner)"
    r"(?: (?:for|of|van|voor) (?:this|the|dit|deze|het|de)\b[^.\n:]{0,60})?(?: (?:is|zijn|are)\b|\s?:)",
    re.I,
)
_ROLE = re.compile(
    r"\W{0,4}(?:contact ?person|contactpersoon|beheerders?|maintainers?|product ?owner|eigenaar)\b"
    r"(?:\W{0,4}[:|]|\s{3})",
    re.I,
)
# What stands before such words in a sentence about this project, and in one that denies it.
_OURS = re.compile(
    r"(?:^|\W)(?:this|the|dit|deze|het|de|it|which|die|dat|has been|since|sinds|[\w.-]{1,40} (?:is|wordt))\b"
    r"(?:[^.]|\.\S){0,200}$|^\W*$",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no longer|never|niet|geen)\b", re.I)

_R_MAINTAINER = re.compile(r"^Maintainer:\s*\S|[\"']cre[\"']", re.M)
_MAX_MANIFEST = 50_000  # characters; reading TOML that is made to be slow takes the square of its length


def section_line(text: str, path: str = "") -> int | None:
    """The line of a section that says who the maintainers are, and holds something."""
    for section in find(sections(text, path), _SECTION):
        if not _OTHER_SECTION.search(section.title) and any(block.text.strip() for block in section.blocks):
            return section.line
    return None


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
    for match in _SENTENCE.finditer(flat):
        before = flat[max(0, match.start() - 300) : match.start()].rpartition(". ")[2]
        if _OURS.search(before) and not _DENIED.search(before):
            return match.start()
    return None


def publiccode_line(text: str) -> int | None:
    """The line of the contacts or contractors of publiccode.yml; None when there are none, or it is no YAML."""
    try:
        document = yaml.load(text)
    except ParseError:
        return None
    maintenance = document.value.get("maintenance") if isinstance(document.value, dict) else None
    if isinstance(maintenance, dict):
        for key in ("contacts", "contractors"):
            if _names_somebody(maintenance.get(key)):
                return document.line("maintenance", key)
    return None


def manifest_line(text: str) -> int | None:
    """The line of `maintainers` in a pyproject.toml that names somebody; None when it does not, or is no TOML."""
    if len(text) > _MAX_MANIFEST:
        return None
    try:
        project = tomllib.loads(text).get("project")
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    if not isinstance(project, dict) or not _names_somebody(project.get("maintainers")):
        return None
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.strip().startswith("maintainers")), 1)


def package_line(text: str) -> int | None:
    """The line of an R package's DESCRIPTION that names its maintainer (the role "cre"); None for another file."""
    if not re.search(r"^Package:", text, re.M) or (match := _R_MAINTAINER.search(text)) is None:
        return None
    return text.count("\n", 0, match.start()) + 1


def _names_somebody(people: Any) -> bool:
    if not isinstance(people, list):
        return False
    return any(isinstance(p, dict) and str(p.get("name") or p.get("email") or "").strip() for p in people)
