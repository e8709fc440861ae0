# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A scan as one HTML page that stands alone: to send, to print, to keep. It asks nothing of the network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ospo import __version__
from ospo.domain.catalogue import Catalogue
from ospo.domain.finding import Evidence, Finding, Outcome, ScanReport
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.profile import Judgement
from ospo.engine import turning
from ospo.engine.standing import Axis
from ospo.formats import forge
from ospo.i18n import long_date, translator
from ospo.render.html import wheel as drawn
from ospo.render.html.prose import inline
from ospo.render.html.views.words import MARKS, OUTCOMES
from ospo.render.profile_text import ProfileWords
from ospo.render.terminal import printable
from ospo.render.text import COUNTS

_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Told:
    """One repository in the report: what was found, what to take up first, and how it stands on the ladder."""

    report: ScanReport
    step: Finding | None
    axes: tuple[Axis, ...]


def document(
    told: Sequence[Told],
    catalogue: Catalogue,
    practices: Mapping[CheckId, PracticeId],
    language: Language,
    site: str = "",
) -> str:
    """The page, with a chapter for each repository."""
    say = translator(language)
    environment = Environment(
        loader=PackageLoader("ospo.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        say=say,
        language=language,
        version=__version__,
        chapters=[_chapter(number, one, catalogue, practices, language, site) for number, one in enumerate(told)],
        date=lambda day: long_date(day, language),
        marks=MARKS,
        outcomes=OUTCOMES,
        axis_names=drawn.AXIS_NAMES,
    )


def _chapter(
    number: int,
    told: Told,
    catalogue: Catalogue,
    practices: Mapping[CheckId, PracticeId],
    language: Language,
    site: str,
) -> dict[str, Any]:
    report, say = told.report, translator(language)
    name = printable((report.repository or report.label).removeprefix("https://"))
    findings = {f.check: f for f in report.findings}
    topics = [
        (
            catalogue.topic(topic, language).title,
            [_row(findings[c], report, catalogue, practices, language, site) for c in checks if c in findings],
        )
        for topic, checks in catalogue.by_topic().items()
    ]
    step = told.step
    words = "" if step is None else catalogue.next_step(step.check, step.verdict, language)
    return {
        "name": name,
        "report": report,
        "counts": [say(COUNTS[o], n=n) for o in _ORDER if (n := sum(1 for f in report.findings if f.outcome is o))],
        "step": None if step is None else inline(printable(words or catalogue.text(step.check, language).title)),
        "axes": told.axes,
        "wheel": drawn.svg(
            turning.wheel([told.axes]), say, title=say("The wheel of {name}", name=name), key=f"w{number}"
        )
        if told.axes
        else "",
        "topics": [(title, rows) for title, rows in topics if rows],
        "notes": [printable(note.in_words(say)) for note in report.notes],
        "profile": None if report.judgement is None else _profile(report.judgement, catalogue, language),
        "anchor": f"r{number}",
    }


def _profile(judgement: Judgement, catalogue: Catalogue, language: Language) -> dict[str, list[str]]:
    """The policy it is held against, what is open by that, and what it does not ask."""
    words = ProfileWords(catalogue, language)
    open_ones = [*words.open(judgement), *words.waived(judgement)]
    lists = {
        "heading": [*words.heading(judgement), words.counts(judgement)],
        "open": [*open_ones, *map(words.threshold, judgement.resolved.thresholds)],
        "aside": [*words.left_out(judgement), *judgement.not_asked],
    }
    return {name: list(map(printable, lines)) for name, lines in lists.items()}


def _row(
    finding: Finding,
    report: ScanReport,
    catalogue: Catalogue,
    practices: Mapping[CheckId, PracticeId],
    language: Language,
    site: str,
) -> dict[str, Any]:
    practice = practices.get(finding.check)
    return {
        "finding": finding,
        "title": catalogue.text(finding.check, language).title,
        "message": inline(printable(catalogue.message(finding.check, finding.verdict, language))),
        "next": inline(printable(catalogue.next_step(finding.check, finding.verdict, language))),
        "practice": f"{site}/{language}/practices/{practice}/" if site and practice else "",
        "places": [(printable(str(e)), _address(e, report)) for e in finding.verdict.evidence[:10]],
        "waiver": finding.waiver
        and replace(finding.waiver, role=printable(finding.waiver.role), reason=printable(finding.waiver.reason)),
        "holds": finding.waiver is not None and finding.waiver.holds(report.scanned.date()),
    }


def _address(evidence: Evidence, report: ScanReport) -> str:
    if evidence.url is not None:
        return evidence.url if evidence.url.startswith(("https://", "http://")) else ""
    if report.repository is None or evidence.path is None:
        return ""
    return forge.file_url(report.repository, report.commit, evidence.path, evidence.line)
