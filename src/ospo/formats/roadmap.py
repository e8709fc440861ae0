# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roadmaps: files and sections that say what is planned, links to them, and of what day they are by their own words."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ospo.domain.snapshot import Entry
from ospo.formats import contacts, tree
from ospo.formats.expression import Expression
from ospo.formats.outline import Section, find, sections

_FILE = Expression(
    r"(?:(?:\.github|\.gitlab|docs?|documentation|documentatie)/(?:[^/]{1,80}/){0,4})?"
    r"(?:[\w-]{1,40}[-_ ])?(?:road-?map|routekaart|toekomstplannen)(?:[-_. ][\w-]{1,40})?"
    r"\.(?:md|markdown|rst|adoc|txt|mdx)",
    re.I,
)
_SECTION = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s+)?(?:(?:our|the|project|product|onze|de|technical|public)\s+){0,2}"
    r"(?:road-?map|routekaart|toekomstplannen|plannen voor de toekomst|future (?:plans|ideas|work)\b.{0,40}|"
    r"planned features|geplande (?:functies|wijzigingen)|what'?s next|wat komt er)\b",
    re.I,
)
_LINK = re.compile(
    r"road-?map|routekaart|/(?:-/)?milestones/?$|portal\.productboard\.com|"
    r"^https?://(?:www\.)?github\.com/[^?#\s]{1,200}/projects/\d+\b|/-/boards\b",
    re.I,
)
_TOUCHED = re.compile(
    r"(?<![a-z])(?:last[- ](?:updated?|modified|changed|reviewed)|updated on|"
    r"laatst(?:e)? (?:bijgewerkt|gewijzigd|herzien)|bijgewerkt op|gewijzigd op|status per|stand van)"
    r"\W{0,12}(?:on |op )?"
    r"(?:(?P<day>\d{4}-\d\d-\d\d)|(?P<month_day>\d{1,2})\s(?P<month>[a-z]{3,9})\s(?P<year>20\d\d)|"
    r"(?P<only_month>[a-z]{3,9})\s(?P<month_year>20\d\d))",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:(?P<iso>20\d\d-\d\d-\d\d)|(?:q(?P<quarter>[1-4])|h(?P<half>[12]))[ '/-]?(?P<part_year>20\d\d)|"
    r"(?P<year_part>20\d\d)[ /-]?(?:q(?P<quarter_after>[1-4])|h(?P<half_after>[12]))|(?P<year>20\d\d))\b",
    re.I,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"),
            ("feb", "februari", "february"),
            ("mrt", "maart", "mar", "march"),
            ("apr", "april"),
            ("mei", "may"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "augustus", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober", "oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}


@dataclass(frozen=True, slots=True)
class Dated:
    """The day a roadmap is of: when it was changed by its own words, or the end of the last period it plans for."""

    day: date
    line: int
    is_plan: bool


def locate(entries: Iterable[Entry]) -> list[Entry]:
    """The files by name: in the root before those in folders."""
    found = tree.entries(entries).fitting(_FILE)
    return sorted(found, key=lambda entry: (entry.path.count("/"), entry.path))


def section(text: str, path: str = "") -> Section | None:
    """The section of a README that is a roadmap, with all that stands below it."""
    return next(iter(find(sections(text, path), _SECTION)), None)


def links(text: str) -> Iterator[contacts.Link]:
    """The links that lead to a roadmap, milestones or a board with plans."""
    return (link for link in contacts.links(text) if _LINK.search(link.target))


def dated(text: str, path: str = "") -> Dated | None:
    """Of what day a roadmap is: a date of change goes before the years and quarters in its headings."""
    for number, line in enumerate(text.split("\n"), start=1):
        match = _TOUCHED.search(line[:1000])
        if match and (day := _touched(match)) is not None:
            return Dated(day, number, is_plan=False)
    planned = [
        Dated(day, part.line, is_plan=True)
        for part in sections(text, path)
        for match in _PERIOD.finditer(part.title)
        if (day := _end(match)) is not None
    ]
    return max(planned, key=lambda found: found.day, default=None)


def has_plans(text: str, path: str = "") -> bool:
    """True when there is something below the title."""
    return any(block.words for part in sections(text, path) for block in part.blocks)


def _touched(match: re.Match[str]) -> date | None:
    if match["day"]:
        return _iso(match["day"])
    month = _MONTHS.get((match["month"] or match["only_month"]).lower())
    year = int(match["year"] or match["month_year"])
    if month is None:
        return None
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(match["month_day"] or last), last) or 1)


def _end(match: re.Match[str]) -> date | None:
    """The last day of a period."""
    if match["iso"]:
        return _iso(match["iso"])
    year = int(match["part_year"] or match["year_part"] or match["year"])
    quarter, half = match["quarter"] or match["quarter_after"], match["half"] or match["half_after"]
    month = int(quarter) * 3 if quarter else int(half) * 6 if half else 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _iso(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
