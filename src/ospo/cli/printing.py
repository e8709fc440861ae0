# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printing scan reports: as text for people, or as a document in one of the other forms."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ospo.cli import speech
from ospo.errors import OspoError, SettingsError

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.domain.finding import ScanReport

Reports = Sequence["ScanReport"]
Failures = Mapping[str, OspoError]


def document(app: "App", reports: Reports, failures: Failures, form: str) -> str:
    """The reports in a form for a program, or to keep."""
    return FORMS[form](app, reports, failures)


def _json(app: "App", reports: Reports, failures: Failures) -> str:
    from ospo.render import report_json

    errors = {label: error.in_words(speech.say) for label, error in failures.items()}
    ladders = [app.ladder(r) for r in reports]
    return report_json.document(reports, errors, app.catalogue, app.practice_of_check, speech.language(), ladders)


def _sarif(app: "App", reports: Reports, failures: Failures) -> str:
    from ospo.render import sarif

    return sarif.document(reports, app.catalogue, app.practice_of_check, speech.language(), site=app.settings.site)


def _markdown(app: "App", reports: Reports, failures: Failures) -> str:
    from ospo.render.report_markdown import MarkdownReport

    writer = MarkdownReport(app.catalogue, app.practice_of_check, speech.language(), app.settings.site)
    return writer.document(reports, [app.next_step(r) for r in reports])


def _html(app: "App", reports: Reports, failures: Failures) -> str:
    from ospo.render.html import report

    told = [report.Told(r, app.next_step(r), app.ladder(r)) for r in reports]
    return report.document(told, app.catalogue, app.practice_of_check, speech.language(), app.settings.site)


def _badge(app: "App", reports: Reports, failures: Failures) -> str:
    from ospo.engine import turning
    from ospo.render import badge

    axes = app.ladder(_only(reports))
    return badge.svg(axes, turning.wheel([axes]), speech.language())


def _badge_json(app: "App", reports: Reports, failures: Failures) -> str:
    from ospo.render import badge

    return badge.endpoint(app.ladder(_only(reports)), speech.language())


def _only(reports: Reports) -> "ScanReport":
    """The one report that a badge is of."""
    if len(reports) != 1:
        raise SettingsError("A badge is of one repository: name one.")
    return reports[0]


FORMS: Mapping[str, Callable[["App", Reports, Failures], str]] = {
    "json": _json,
    "sarif": _sarif,
    "markdown": _markdown,
    "html": _html,
    "badge": _badge,
    "badge-json": _badge_json,
}


def text(app: "App", reports: Sequence["ScanReport"], full: bool) -> str:
    """Every report, or a line each with the step that helps most of them."""
    from ospo.engine import advice
    from ospo.render.text import TextReport

    writer = TextReport(app.catalogue, app.practice_of_check, speech.style(app.settings.site))
    found = []
    if full:
        for number, report in enumerate(reports):
            step = app.step(report)
            whole = writer.report(
                report, step.finding if step else None, step.controls if step else 0, app.ladder(report)
            )
            found.append(("\n" if number else "") + whole)
    if len(reports) > 1:
        today = reports[0].scanned.date()
        step = advice.next_step_of_many([r.asked_findings() for r in reports], app.library, today)
        summary = writer.summary(reports, step.finding if step else None, step.repositories if step else 0)
        found.append(("\n" if full else "") + summary)
    return "".join(found)
