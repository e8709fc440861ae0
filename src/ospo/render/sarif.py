# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scan reports as SARIF 2.1.0 (OASIS): a run per repository, a rule per check, a result per thing to look at.

Places that read SARIF show every result as an alert, so a check that is met, or has no meaning, gives none. A not-met
is a `fail`, an unknown is `open`; a waiver that holds is a suppression with its reason.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from ospo import __version__
from ospo.domain.catalogue import Catalogue
from ospo.domain.finding import Evidence, Finding, Outcome, ScanReport
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.profile import Importance
from ospo.i18n import translator
from ospo.render.report_json import plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/ospo-nl/ospo-nl"
_ROOT = "REPOSITORY"  # the base that paths are relative to
_SHOWN = {Outcome.NOT_MET: ("fail", "warning"), Outcome.UNKNOWN: ("open", "none")}

Json = dict[str, Any]


def document(
    reports: Sequence[ScanReport],
    catalogue: Catalogue,
    practices: Mapping[CheckId, PracticeId],
    language: Language,
    *,
    site: str = "",
    unknowns: bool = False,
) -> str:
    """The SARIF text of a run.

    Args:
        reports: what was found.
        catalogue: the checks and their words.
        practices: the practice that explains each check.
        language: of the words.
        site: where the practices can be read, for the links of the rules.
        unknowns: with what is not known as well; a place that shows alerts then shows those too.
    """
    writer = _Writer(catalogue, practices, language, site)
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [writer.run(r, unknowns) for r in reports]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode("utf-8") + "\n"


class _Writer:
    def __init__(
        self, catalogue: Catalogue, practices: Mapping[CheckId, PracticeId], language: Language, site: str
    ) -> None:
        self._catalogue = catalogue
        self._practices = practices
        self._language = language
        self._site = site
        self._say = translator(language)

    def run(self, report: ScanReport, unknowns: bool) -> Json:
        wanted = [Outcome.NOT_MET, *([Outcome.UNKNOWN] if unknowns else [])]
        shown = [f for f in report.findings if f.outcome in wanted]
        numbers = {f.check: number for number, f in enumerate(report.findings)}
        run: Json = {
            "tool": {
                "driver": {
                    "name": "ospo",
                    "fullName": "OSPO-NL",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "informationUri": _HOME,
                    "language": self._language.value,
                    "rules": [self._rule(f.check) for f in report.findings],
                }
            },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {_ROOT: {"description": {"text": self._say("The root of the repository.")}}},
            "automationDetails": {"id": f"ospo/{plain(report.label)}/"},
            "results": [self._result(f, numbers[f.check], report) for f in shown],
        }
        if report.choice is not None:
            run["properties"] = {"profile": report.choice.profile}
        if report.repository is not None:
            place = {"repositoryUri": report.repository, "revisionId": report.commit}
            run["versionControlProvenance"] = [place | {"mappedTo": {"uriBaseId": _ROOT}}]
        return run

    def _rule(self, check: CheckId) -> Json:
        text = self._catalogue.text(check, self._language)
        rule: Json = {
            "id": check,
            "name": "".join(word.capitalize() for word in check.split("-")),
            "shortDescription": {"text": text.title},
            "fullDescription": {"text": text.title},
            "help": {"text": text.body, "markdown": text.body},
            "defaultConfiguration": {"level": "warning"},
            "properties": {"tags": [self._catalogue.topics[check]]},
        }
        practice = self._practices.get(check)
        if self._site and practice is not None:
            rule["helpUri"] = f"{self._site}/{self._language}/practices/{practice}/"
        return rule

    def _result(self, finding: Finding, number: int, report: ScanReport) -> Json:
        kind, level = _SHOWN[finding.outcome]
        message = plain(self._catalogue.message(finding.check, finding.verdict, self._language))
        step = plain(self._catalogue.next_step(finding.check, finding.verdict, self._language))
        result: Json = {
            "ruleId": finding.check,
            "ruleIndex": number,
            "kind": kind,
            "level": _level(finding, report, level),
            "message": {"text": f"{message} {step}".strip()},
            "locations": [_location(e) for e in finding.verdict.evidence[:10] if e.path] or [_location(_README)],
            "partialFingerprints": {"check/v1": f"{finding.check}:{finding.verdict.reason}"},
        }
        waiver = finding.waiver
        if waiver is not None and waiver.holds(report.scanned.date()):
            words = "Waived until {until} by the role {role}: {reason}"
            reason = self._say(words, until=waiver.until.isoformat(), role=waiver.role, reason=waiver.reason)
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": plain(reason)}]
        return result


def _level(finding: Finding, report: ScanReport, level: str) -> str:
    """How loud an alert is: with a profile a must is an error, and what it does not ask a note."""
    if report.judgement is None or finding.outcome is not Outcome.NOT_MET:
        return level
    if finding.check in report.judgement.not_asked:
        return "note"
    asked = {a.asked.importance for a in report.judgement.answers if finding.check in a.checks}
    return "error" if Importance.MUST in asked else level


# A result that is about something absent has no place; what reads SARIF wants one all the same.
_README = Evidence("README.md")


def _location(evidence: Evidence) -> Json:
    name = (evidence.path or "").encode("utf-8", "surrogateescape")
    physical: Json = {"artifactLocation": {"uri": quote(name), "uriBaseId": _ROOT}}
    if evidence.line is not None:
        physical["region"] = {"startLine": max(1, evidence.line)}
    return {"physicalLocation": physical}
