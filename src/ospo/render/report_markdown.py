# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scan reports as Markdown, for the summary of a job or a comment: the next step first, then what is open."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ospo.domain.catalogue import Catalogue
from ospo.domain.finding import Evidence, Finding, Outcome, ScanReport
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.formats import forge
from ospo.i18n import long_date, translator
from ospo.render.profile_text import ProfileWords
from ospo.render.terminal import printable
from ospo.render.text import COUNTS

_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)
_TITLES = {
    Outcome.NOT_MET: "To be put right",
    Outcome.UNKNOWN: "Not known",
    Outcome.MET: "In order",
    Outcome.NOT_APPLICABLE: "Not applicable",
}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_CALLS = re.compile(r"([@#])(?=\w)")  # a forge makes a mention or a reference of these, escaped or not
_MAX_EVIDENCE = 5


class MarkdownReport:
    """Writes reports; every word of a stranger is escaped, so that it cannot become a link, a mention or HTML."""

    def __init__(
        self, catalogue: Catalogue, practices: Mapping[CheckId, PracticeId], language: Language, site: str = ""
    ) -> None:
        self._catalogue = catalogue
        self._practices = practices
        self._language = language
        self._site = site
        self._say = translator(language)

    def document(self, reports: Sequence[ScanReport], steps: Sequence[Finding | None]) -> str:
        """All reports, each with the finding to take up first."""
        return "\n".join(self.report(r, step) for r, step in zip(reports, steps, strict=True))

    def report(self, report: ScanReport, step: Finding | None) -> str:
        """One repository."""
        name = (report.repository or report.label).removeprefix("https://")
        when = long_date(report.committed.date(), self._language)
        lines = [f"# {escaped(name)}", "", f"{escaped(report.commit[:9])} · {when} · {self._counts(report)}", ""]
        if step is None:
            lines += [self._say("Next step: nothing is left to do here."), ""]
        else:
            words = self._catalogue.next_step(step.check, step.verdict, self._language)
            said = self._say("Next step: {step}", step=words or self._title(step))
            lines += [f"**{escaped(said)}**{self._practice(step)}", ""]
        lines += self._profile(report)
        for note in report.notes:
            lines += [f"> {escaped(note.in_words(self._say))}", ""]
        for outcome in _ORDER:
            lines += self._group(report, outcome)
        return "\n".join(lines)

    def _profile(self, report: ScanReport) -> Iterator[str]:
        """The policy it is held against, what is open by that, and what it does not ask."""
        judgement = report.judgement
        if judgement is None:
            return
        words = ProfileWords(self._catalogue, self._language)
        for line in (*words.heading(judgement), words.counts(judgement)):
            yield f"{escaped(line)}  "
        yield ""
        items = [*words.open(judgement), *words.waived(judgement), *map(words.threshold, judgement.resolved.thresholds)]
        yield from (f"- {escaped(line)}" for line in items)
        if items:
            yield ""
        aside = [*words.left_out(judgement), *judgement.not_asked]
        if aside:
            title = self._say("Not asked by the profile ({n})", n=len(aside))
            yield from ("<details>", f"<summary>{title}</summary>", "")
            yield from (f"- {escaped(line)}" for line in aside)
            yield from ("", "</details>", "")

    def _counts(self, report: ScanReport) -> str:
        counts = {o: sum(1 for f in report.findings if f.outcome is o) for o in _ORDER}
        return " · ".join(self._say(COUNTS[o], n=n) for o, n in counts.items() if n)

    def _group(self, report: ScanReport, outcome: Outcome) -> Iterator[str]:
        findings = [f for f in report.findings if f.outcome is outcome]
        if not findings:
            return
        title = f"{self._say(_TITLES[outcome])} ({len(findings)})"
        if outcome is Outcome.NOT_MET:
            yield from (f"## {title}", "")
        else:
            yield from ("<details>", f"<summary>{title}</summary>", "")
        for finding in findings:
            yield from self._finding(finding, report)
        yield ""
        if outcome is not Outcome.NOT_MET:
            yield from ("</details>", "")

    def _finding(self, finding: Finding, report: ScanReport) -> Iterator[str]:
        message = self._catalogue.message(finding.check, finding.verdict, self._language)
        yield f"- **{escaped(self._title(finding))}**: {escaped(message)}"
        places = [_place(e, report) for e in finding.verdict.evidence[:_MAX_EVIDENCE]]
        if places:
            yield f"  {', '.join(filter(None, places))}"
        if finding.waiver is not None and finding.outcome is Outcome.NOT_MET:
            holds = finding.waiver.holds(report.scanned.date())
            words = "Waived until {until} by the role {role}: {reason}"
            if not holds:
                words = "The waiver ended on {until} (role {role}): {reason}"
            until = long_date(finding.waiver.until, self._language)
            said = self._say(words, until=until, role=finding.waiver.role, reason=finding.waiver.reason)
            yield f"  *{escaped(said)}*"
        step = self._catalogue.next_step(finding.check, finding.verdict, self._language)
        if step:
            yield f"  → {escaped(step)}{self._practice(finding)}"

    def _title(self, finding: Finding) -> str:
        return self._catalogue.text(finding.check, self._language).title

    def _practice(self, finding: Finding) -> str:
        practice = self._practices.get(finding.check)
        if practice is None or not self._site:
            return ""
        return f" [{escaped(practice)}]({self._site}/{self._language}/practices/{practice}/)"


def escaped(text: str) -> str:
    """A line of text that Markdown shows as it is, and that calls nobody."""
    return _CALLS.sub("\\1\u200b", _SPECIAL.sub(r"\\\1", printable(text)))


def _place(evidence: Evidence, report: ScanReport) -> str:
    """Where it can be seen: a link when the address of the repository is known."""
    shown = f"`{printable(str(evidence)).replace('`', chr(39))}`"
    url = evidence.url
    if url is None and report.repository is not None and evidence.path is not None:
        url = forge.file_url(report.repository, report.commit, evidence.path, evidence.line)
    return f"[{shown}](<{url}>)" if url and not set("<>\n ") & set(url) else shown
