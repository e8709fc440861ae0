# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Threat models and security assessments: under which names they are kept, and the day they say they were made."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ospo.domain.snapshot import Tag
from ospo.formats import outline, security_insights, tree, versions, yaml
from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind

_NAME = re.compile(
    r"threat[-_ ]?(?:model(?:l?ing)?|analysis|assessment)s?|(?:security|assurance)[-_ ]?(?:assessment|case|audit|"
    r"self[-_ ]?assessment|review)s?|(?:security[-_ ]?)?(?:self[-_ ]?assessment|risk[-_ ]?(?:analysis|assessment))|"
    r"dreigings?(?:model|analyse|modellering)|(?:security[-_ ]?)?risico[-_ ]?analyse|attack[-_ ]?(?:surface|tree)s?|"
    r"pen(?:etratie|etration)?[-_ ]?test(?:[-_ ]?(?:report|rapport))?|stride",
    re.I,
)
# A quick sieve, for repositories with many thousands of paths.
_MAYBE = Expression(r"threat|security|assurance|assessment|risk|dreiging|risico|attack|pen|stride", re.I)
_PLAIN = ("md", "markdown", "mdx", "rst", "adoc", "asciidoc", "txt", "html")
_OTHER = ("pdf", "docx", "odt", "drawio", "tm7", "svg", "png", "json", "yaml", "yml", "puml", "mmd", "xlsx")
_DIGITS = re.compile(r"(?:\A|[-_ .]|v)\d[\d.-]*")
_LANGUAGE = re.compile(r"[-_.](?:nl|en)\Z")
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendors?|third[-_]?party|3rdparty|tests?|testdata|fixtures|examples?|"
    r"samples?|"
    r"templates?|src|lib|[^/]*\{[{%][^/]*)/",
    re.I,
)
_TITLE = re.compile(
    r"\A\W*(?:\d[\d.]*\s+)?(?:the |our |het |ons )?(?:threat (?:model|analysis|assessment)|assurance case|"
    r"security assessment|"
    r"attack surface|dreigings(?:model|analyse)|risicoanalyse)\b",
    re.I,
)
_FEWEST_WORDS = 40

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"),
            ("feb", "februari", "february"),
            ("mar", "mrt", "maart", "march"),
            ("apr", "april"),
            ("may", "mei"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "augustus", "august"),
            ("sep", "sept", "september"),
            ("oct", "okt", "oktober", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}
_MONTH = rf"\b(?i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = re.compile(
    rf"(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)|(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH}),? (?P<y>20\d\d)|"
    rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>20\d\d)|"
    rf"(?P<m3>{_MONTH}) (?P<y3>20\d\d)|(?P<d4>\d{{1,2}})[-/](?P<m4>\d{{1,2}})[-/](?P<y4>20\d\d)"
)
_LABEL = re.compile(
    r"\b(?:date|dated|datum|updated|update|bijgewerkt|reviewed|review|revised|revision|herzien|beoordeeld|performed|"
    r"uitgevoerd|"
    r"conducted|created|opgesteld|completed|version|versie|made|gemaakt)\b",
    re.I,
)
_HEAD_LINES = 400


@dataclass(frozen=True, slots=True)
class Model:
    """A threat model or assessment: where it stands, and the newest day it names beside a word such as "updated"."""

    path: str
    line: int | None
    day: date | None


def locate(paths: Iterable[str]) -> list[str]:
    """The files, or files in a folder, that are called by such a name; texts first."""
    found = []
    for path in tree.of(paths).perhaps(_MAYBE):
        stem, _, ending = path.rpartition(".")
        if ending.lower() not in (*_PLAIN, *_OTHER) or _ASIDE.search(path):
            continue
        parts = [_LANGUAGE.sub("", _DIGITS.sub("", part)).strip("-_ .") for part in stem.split("/")]
        if any(_NAME.fullmatch(part) or _begins(part) for part in parts):
            found.append(path)
    return sorted(found, key=lambda path: (not is_text(path), path.count("/"), path))


def is_text(path: str) -> bool:
    """True for a file whose words can be read here."""
    return path.rpartition(".")[2].lower() in _PLAIN


def in_file(path: str, text: str) -> Model | None:
    """What a text under such a name holds; None when there is next to nothing in it."""
    words = sum(len(b.words) for section in outline.sections(text, path) for b in section.blocks)
    return Model(path, None, newest_day(text, path)) if words >= _FEWEST_WORDS else None


def in_section(path: str, text: str) -> Model | None:
    """A section of another text that is one: by its heading, and with something to read below it."""
    for section in outline.find(outline.sections(text, path), _TITLE):
        prose = [block for block in section.blocks if block.kind is not BlockKind.CODE]
        if sum(len(block.words) for block in prose) >= _FEWEST_WORDS:
            return Model(path, section.line, newest_day(section.text, path))
    return None


def in_insights(path: str, document: yaml.Document) -> Model | None:
    """The newest assessment with evidence that a security-insights.yml names."""
    value = document.value
    first = _at(value, ("security-artifacts", "threat-model"))
    if isinstance(first, dict) and first.get("threat-model-created") is True and first.get("evidence-url"):
        return Model(path, document.line("security-artifacts", "threat-model"), None)
    place: yaml.Path = ("repository", "security", "assessments")
    made = _at(value, place)
    every: list[Any] = []
    for item in made.values() if isinstance(made, dict) else ():  # under names of their own too, which no schema knows
        every += item if isinstance(item, list) else [item]
    named = [item for item in every if isinstance(item, dict) and item.get("evidence")]
    days = [day for item in named if (day := security_insights.day(item.get("date")))]
    return Model(path, document.line(*place), max(days, default=None)) if named else None


def newest_day(text: str, path: str = "") -> date | None:
    """The newest day beside a word that says what it is a day of, or in the path."""
    days = [day for match in _DAY.finditer(path.replace("_", "-")) if (day := _read(match))]
    for line in text.split("\n")[:_HEAD_LINES]:
        if _LABEL.search(line[:1000]):
            days += [day for match in _DAY.finditer(line[:1000]) if (day := _read(match))]
    return max(days, default=None)


def last_major(tags: Sequence[Tag]) -> tuple[str, datetime] | None:
    """The first release of the highest major version, and when; None for numbers of years, or when nothing is dated."""
    known = [(tag, version) for tag in tags if (version := versions.parse(tag.name)) and not version.is_prerelease]
    whole = [(tag, version) for tag, version in known if not version.project] or known
    if not whole:
        return None
    highest = max(version.numbers[0] for _, version in whole)
    if highest >= _FIRST_YEAR or highest == 0:
        return None
    made = [(tag.when, tag.name) for tag, version in whole if version.numbers[0] == highest and tag.when is not None]
    return (min(made)[1], min(made)[0]) if made else None


_FIRST_YEAR = 1990


def _begins(part: str) -> bool:
    """True for `threat-model-of-x` and `x-threat-model`."""
    return re.search(r"(?:\A|[-_ ])threat[-_ ]?model(?:l?ing)?(?:[-_ ]|\Z)", part, re.I) is not None


def _read(match: re.Match[str]) -> date | None:
    """The day; the last of the month when only a month is named."""
    try:
        if iso := match["iso"]:
            year, month, *rest = (int(part) for part in iso.split("-"))
            return date(year, month, rest[0] if rest else monthrange(year, month)[1])
        if match["y4"]:
            return date(int(match["y4"]), int(match["m4"]), int(match["d4"]))
        if match["y3"]:
            year, month = int(match["y3"]), _month(match["m3"])
            return date(year, month, monthrange(year, month)[1])
        if match["y"]:
            return date(int(match["y"]), _month(match["m"]), int(match["d"]))
        return date(int(match["y2"]), _month(match["m2"]), int(match["d2"]))
    except (ValueError, KeyError):
        return None


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def _at(value: object, path: tuple[str | int, ...]) -> object:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
