# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A timeline as text: a line per check, a column per moment (the last is now), and what came and went when."""

from collections.abc import Iterator

from ospo.domain.catalogue import Catalogue
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.timeline import Point, Timeline
from ospo.i18n import long_date, translator
from ospo.render.terminal import printable, shortened, wrapped
from ospo.render.text import LEGEND, TextStyle

_TITLE = 40  # columns for the title of a check
_CELL = 6  # columns for a moment: "11-26 ", "2024  "


class TimelineText:
    """Writes timelines in one language and style."""

    def __init__(self, catalogue: Catalogue, style: TextStyle) -> None:
        self._catalogue = catalogue
        self._style = style
        self._say = translator(style.language)

    def text(self, timeline: Timeline) -> str:
        """The whole timeline; when the terminal is narrow the oldest moments stay out, and it says so."""
        name = printable((timeline.repository or timeline.label).removeprefix("https://"))
        name = shortened(name, self._style.width)
        if not timeline.points:
            return f"{name}\n\n{self._say('There was nothing here yet at any of these moments.')}\n"
        shown = timeline.points[-max(1, (self._style.width - _TITLE - 2) // _CELL) :]
        lines = [name, "", " " * (_TITLE + 2) + self._head(shown)]
        for topic, checks in self._catalogue.by_topic().items():
            rows = [row for check in checks if (row := self._row(check, shown))]
            if rows:
                lines += [self._catalogue.topic(topic, self._style.language).title, *rows]
        lines += ["", self._counts(shown)]
        legend = "  ".join(f"{self._style.signs.outcomes[o]} {self._say(LEGEND[o])}" for o in Outcome)
        lines += ["", *wrapped("", legend, 2, self._style.width)]
        if len(shown) < len(timeline.points):
            left = self._say("{n} older moments are left out: use --format json.", n=len(timeline.points) - len(shown))
            lines += wrapped("", left, 2, self._style.width)
        return "\n".join([*lines, "", *self._changes(timeline)]) + "\n"

    def _head(self, points: tuple[Point, ...]) -> str:
        labels = [*(_label(p, points) for p in points[:-1]), self._say("now")]
        return "".join(f"{label:<{_CELL}}" for label in labels).rstrip()

    def _row(self, check: CheckId, points: tuple[Point, ...]) -> str:
        cells = [_outcome(p, check) for p in points]
        if not any(cells):
            return ""
        title = shortened(self._catalogue.text(check, self._style.language).title, _TITLE - 2)
        signs = "".join(f"{self._style.signs.outcomes[c] if c else ' ':<{_CELL}}" for c in cells)
        return f"  {title:<{_TITLE}}{signs}".rstrip()

    def _counts(self, points: tuple[Point, ...]) -> str:
        counts = [sum(1 for f in p.report.findings if f.outcome is Outcome.MET) for p in points]
        return f"  {self._say('Met'):<{_TITLE}}" + "".join(f"{n:<{_CELL}}" for n in counts).rstrip()

    def _changes(self, timeline: Timeline) -> Iterator[str]:
        """What became met, and what stopped being so, between one moment and the next."""
        for before, after in zip(timeline.points, timeline.points[1:], strict=False):
            came = [c for c in self._catalogue.ids() if _is_met(after, c) and not _is_met(before, c)]
            went = [c for c in self._catalogue.ids() if _outcome(after, c) is Outcome.NOT_MET and _is_met(before, c)]
            for sign, checks in (("+", came), ("-", went)):
                for check in checks:
                    title = self._catalogue.text(check, self._style.language).title
                    day = long_date(after.moment, self._style.language)
                    yield from wrapped(f"{sign} ", f"{day}: {title}", 4, self._style.width)


def _outcome(point: Point, check: CheckId) -> Outcome | None:
    return next((f.outcome for f in point.report.findings if f.check == check), None)


def _is_met(point: Point, check: CheckId) -> bool:
    return _outcome(point, check) is Outcome.MET


def _label(point: Point, points: tuple[Point, ...]) -> str:
    """`2024` where the moments are the first days of years, else `04-24`."""
    is_yearly = all((p.moment.month, p.moment.day) == (1, 1) for p in points[:-1])
    return str(point.moment.year) if is_yearly else f"{point.moment.month:02}-{point.moment.year % 100:02}"
