# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A scan report as JSON, and the JSON Schema that it follows (the schema is made from the same classes)."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from ospo import __version__
from ospo.domain.catalogue import Catalogue
from ospo.domain.finding import Finding, Outcome, ScanReport, Value
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.norm import Proof
from ospo.engine.standing import Axis, Standing
from ospo.i18n import translator
from ospo.render import profile_json
from ospo.render.profile_json import ProfileEntry

SCHEMA_VERSION = "1.1"
_SURROGATE = re.compile("[\ud800-\udfff]")


class EvidencePlace(Struct, frozen=True):
    """Where it can be seen: a path and a line (from 1) in the repository at the commit, or a URL."""

    path: str | None
    line: int | None
    url: str | None


class WaiverEntry(Struct, frozen=True):
    """The repository's own waiver; `holds` says whether it still counted at the time of the scan."""

    reason: str
    role: str
    until: datetime.date
    holds: bool


class FindingEntry(Struct, frozen=True):
    """What one check found; `reason` is a stable key, `message` and `next_step` are words in the language asked."""

    check: str
    topic: str
    title: str
    outcome: Outcome
    reason: str
    values: dict[str, Value]
    message: str
    next_step: str
    evidence: list[EvidencePlace]
    practice: str | None
    waiver: WaiverEntry | None


class MissingEntry(Struct, frozen=True):
    """What to take up first for the following level; `proof` says what it takes to know."""

    control: str
    title: str
    standing: Standing
    proof: Proof


class AxisEntry(Struct, frozen=True):
    """One axis of the ambition ladder: the level that is shown (0 when none), and the highest not disproved."""

    axis: str
    reached: int
    possible: int
    missing: MissingEntry | None


class ReportEntry(Struct, frozen=True):
    """One repository; `open` counts the not-met findings without a valid waiver, whatever a profile asks."""

    label: str
    repository: str | None
    commit: str
    committed: datetime.datetime
    scanned: datetime.datetime
    findings: list[FindingEntry]
    counts: dict[Outcome, int]
    open: int
    notes: list[str]
    profile: ProfileEntry | None
    ladder: list[AxisEntry]


class FailureEntry(Struct, frozen=True):
    """A path that could not be scanned, and why."""

    label: str
    error: str


class ReportFile(Struct, frozen=True):
    """Everything one run of `ospo scan --format json` prints."""

    schema_version: str
    tool: str
    language: Language
    reports: list[ReportEntry]
    failures: list[FailureEntry]


def document(
    reports: Sequence[ScanReport],
    failures: Mapping[str, str],
    catalogue: Catalogue,
    practices: Mapping[CheckId, PracticeId],
    language: Language,
    ladders: Sequence[Sequence[Axis]] = (),
) -> str:
    """The JSON text of a run: reports, and the paths that failed with their error; `ladders` has one per report."""
    file = ReportFile(
        schema_version=SCHEMA_VERSION,
        tool=f"ospo {__version__}",
        language=language,
        reports=[
            _report(r, catalogue, practices, language, axes)
            for r, axes in zip(reports, ladders or [()] * len(reports), strict=True)
        ],
        failures=[FailureEntry(plain(label), plain(error)) for label, error in failures.items()],
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=2).decode("utf-8") + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    made = msgspec.json.schema(ReportFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "OSPO-NL scan report", **made}


def schema_text() -> str:
    """The JSON Schema as it is published."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode("utf-8") + "\n"


def _report(
    report: ScanReport,
    catalogue: Catalogue,
    practices: Mapping[CheckId, PracticeId],
    language: Language,
    axes: Sequence[Axis],
) -> ReportEntry:
    say = translator(language)
    return ReportEntry(
        label=plain(report.label),
        repository=report.repository,
        commit=report.commit,
        committed=report.committed,
        scanned=report.scanned,
        findings=[_finding(f, report, catalogue, practices.get(f.check), language) for f in report.findings],
        counts={o: sum(1 for f in report.findings if f.outcome is o) for o in Outcome},
        open=len(report.open_findings()),
        notes=[plain(note.in_words(say)) for note in report.notes],
        profile=None if report.judgement is None else profile_json.entry(report.judgement, catalogue, language),
        ladder=[_axis(axis, language) for axis in axes],
    )


def _axis(axis: Axis, language: Language) -> AxisEntry:
    stand = axis.missing
    missing = None
    if stand is not None:
        title = plain(stand.control.title[language])
        missing = MissingEntry(stand.control.id, title, stand.standing, stand.control.proof)
    return AxisEntry(axis.name, axis.reached, axis.possible, missing)


def _finding(
    finding: Finding, report: ScanReport, catalogue: Catalogue, practice: PracticeId | None, language: Language
) -> FindingEntry:
    verdict, waiver = finding.verdict, finding.waiver
    return FindingEntry(
        check=finding.check,
        topic=catalogue.topics[finding.check],
        title=catalogue.text(finding.check, language).title,
        outcome=verdict.outcome,
        reason=verdict.reason,
        values={k: plain(v) if isinstance(v, str) else v for k, v in verdict.values.items()},
        message=plain(catalogue.message(finding.check, verdict, language)),
        next_step=plain(catalogue.next_step(finding.check, verdict, language)),
        evidence=[EvidencePlace(plain(e.path) if e.path else None, e.line, e.url) for e in verdict.evidence],
        practice=practice,
        waiver=None
        if waiver is None
        else WaiverEntry(plain(waiver.reason), plain(waiver.role), waiver.until, waiver.holds(report.scanned.date())),
    )


def plain(value: str) -> str:
    """Bytes of names that are not UTF-8 become the replacement character: JSON is UTF-8."""
    return _SURROGATE.sub("\ufffd", value)
