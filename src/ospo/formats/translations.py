# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents in more than one language: which belong together, whether they still say the same, and who says so."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ospo.formats import tree
from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind, plain, sections

_LANGUAGES = "nl|en|de|fr|fy|pap"
_FOLDERS = r"docs?|documentation|documentatie|handleiding"
_PLACE = re.compile(rf"(?:(?:\.github|\.gitlab|\.gitea|\.forgejo|{_FOLDERS})/.{{1,300}}|[^/]{{1,200}})", re.I)
_TEXT = r"(?:md|markdown|rst|adoc|asciidoc|mdx|txt)"
# After a hyphen "nl" may be part of a name (internet-nl.md), save behind the names that every repository knows.
_SUFFIX = Expression(
    r"(?P<stem>.{1,300}?(?:(?<=readme)(?=[-_])|(?<=contributing)(?=[-_])|(?<=conduct)(?=[-_])|(?<=security)(?=[-_])|"
    rf"(?<=governance)(?=[-_])|(?=\.)))(?:[._-](?P<language>{_LANGUAGES}))?\.{_TEXT}",
    re.I,
)
_FOLDER = Expression(
    rf"(?P<before>(?:{_FOLDERS})/(?:[^/]{{1,60}}/){{0,4}}?)(?P<language>{_LANGUAGES})/(?P<after>.{{1,300}}\.{_TEXT})",
    re.I,
)
_FEWEST_WORDS = 60  # of a text that can be half of another one
_DATE = re.compile(
    r"(?:last[- ](?:updated?|modified|changed|reviewed)|laatst(?:e)? (?:bijgewerkt|gewijzigd|herzien)|bijgewerkt op|"
    r"gewijzigd op|updated on)\W{0,12}(?P<day>\d{4}-\d\d-\d\d)",
    re.I,
)
_NAMED = r"(?:dutch|english|nederlands|engels)"
_STRONG = re.compile(
    r"\bvoertaal\b|\b(?:working|authoritative|official|main|primary) languages?\b|"
    r"\blanguages? of (?:this|the) (?:project|documentation|repository|codebase)\b|\btaal van (?:dit|deze|het|de) "
    r"(?:project|documentatie|repository|code)\b|"
    rf"\b(?:dutch|english|nederlandse|engelse|nederlandstalige|engelstalige)"
    rf" (?:version|versie|translation|vertaling|documentation|documentatie|readme|page|pagina)\b|"
    rf"\b(?:lees|read) (?:this|dit|deze pagina|it) in (?:het )?{_NAMED}\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:documentation|documentatie|docs|documents?|documenten|readme|issues?|communicat\w+|contribut\w+|bijdragen|"
    r"pull requests?|merge requests?|comments?|commentaar|discuss\w+|overleg|source code|broncode|code|teksten|"
    r"translations?|project|repository|manuals?|handleiding(?:en)?)\b",
    re.I,
)
_IN = re.compile(
    rf"\b(?:in|op) (?:het )?{_NAMED}(?=\W*(?:[.,;:)!?]|$|and\b|or\b|en\b|of\b|only\b|because\b|as\b|too\b|omdat\b))|"
    rf"\b(?:is|are|zijn|gebruiken|use) (?:[\w-]{{1,20}} ){{0,2}}{_NAMED}(?=\W*(?:[.,;:)!?]|$|and\b|en\b|als\b|as\b))|"
    r"\b(?:nederlands|engels)talig\b",
    re.I,
)
_LINK = re.compile(
    rf"\[\W{{0,4}}(?:(?:in )?(?:het )?{_NAMED}|nl|en)\W{{0,4}}\]"
    rf"\([^)\s]{{0,200}}[._-](?:nl|en)\.{_TEXT}[^)]{{0,50}}\)",
    re.I,
)
# A text that is there twice: a heading for each language.
_HEADINGS = (
    re.compile(r"\W*(?:in )?(?:english|engels)\W*", re.I),
    re.compile(r"\W*(?:in (?:het )?)?(?:dutch|nederlands)\W*", re.I),
)
_OF_A_LICENCE = re.compile(r"licen[cs]e|licentie|\bEUPL\b", re.I)


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be compared over languages: the number of headings and of words, and the day the text names."""

    headings: int
    words: int
    day: date | None


def pairs(paths: Iterable[str]) -> list[tuple[str, str]]:
    """The documents that are one text in two languages, by their names; the one without a language first."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in tree.of(paths).perhaps(_FOLDER, _SUFFIX):
        if not _PLACE.fullmatch(path):
            continue
        if found := _FOLDER.fullmatch(path):
            groups[f"{found['before']}*/{found['after']}".lower()].append((found["language"].lower(), path))
        elif found := _SUFFIX.fullmatch(path):
            groups[found["stem"].lower()].append(((found["language"] or "").lower(), path))
    found_pairs = []
    for members in groups.values():
        if len({language for language, _ in members}) < 2:
            continue
        first, *others = sorted(members)
        found_pairs += [(first[1], path) for language, path in others if language != first[0]]
    return sorted(found_pairs)


def shape(text: str, path: str) -> Shape:
    """Measure a text."""
    outline = sections(text, path)
    prose = [block for section in outline for block in section.blocks if block.kind is not BlockKind.CODE]
    found = _DATE.search(text)
    return Shape(
        headings=sum(1 for section in outline if section.title),
        words=sum(len(block.words) for block in prose),
        day=_day(found["day"]) if found else None,
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def differ(one: Shape, other: Shape, days: int) -> str | None:
    """In what two texts differ too much to be the same one: "headings", "length" or "dates"; None when they agree.

    One heading in ten may differ, and always one; a text may be twice as long as the other.
    """
    most = max(one.headings, other.headings)
    if abs(one.headings - other.headings) > max(1, most // 10):
        return "headings"
    short, long = sorted((one.words, other.words))
    if long > _FEWEST_WORDS and long > 2 * short:
        return "length"
    if one.day and other.day and abs((one.day - other.day).days) > days:
        return "dates"
    return None


def statement_line(text: str, path: str = "") -> int | None:
    """The line that says in which language the documentation is, that links to it in another, or begins it in one."""
    outline = sections(text, path)
    by_language = [next((s.line for s in outline if title.fullmatch(s.title)), 0) for title in _HEADINGS]
    if all(by_language):
        return min(by_language)
    for section in outline:
        if _STRONG.search(section.title):
            return section.line
        for block in section.blocks:
            if block.kind is not BlockKind.CODE and _states(block.text):
                return block.line
    return None


def _states(text: str) -> bool:
    if _LINK.search(text):
        return True
    words = " ".join(plain(text).split())
    if _OF_A_LICENCE.search(words):
        return False
    if _STRONG.search(words):
        return True
    return any(_SUBJECT.search(sentence) and _IN.search(sentence) for sentence in words.split(". "))
