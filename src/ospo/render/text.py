# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scan reports and the list of checks as text for a terminal: by topic, evidence as path:line, the next step last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.catalogue import Catalogue
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Finding, Outcome, ScanReport
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.engine import owners
from ospo.engine.standing import Axis
from ospo.i18n import long_date, translator
from ospo.render.profile_text import IMPORTANCE, ProfileWords
from ospo.render.standing_text import StandingWords
from ospo.render.terminal import WIDTH, printable, shortened, wrapped

_ORDER = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)
_COLOURS = {Outcome.MET: "32", Outcome.NOT_MET: "31", Outcome.UNKNOWN: "33", Outcome.NOT_APPLICABLE: "2"}
_MAX_EVIDENCE = 5
COUNTS = {
    Outcome.MET: "{n} met",
    Outcome.NOT_MET: "{n} not met",
    Outcome.UNKNOWN: "{n} not known",
    Outcome.NOT_APPLICABLE: "{n} not applicable",
}
LEGEND = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not met",
    Outcome.UNKNOWN: "not known",
    Outcome.NOT_APPLICABLE: "not applicable",
}


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs in the margin. They never stand alone: the words beside them say the same."""

    outcomes: Mapping[Outcome, str]
    arrow: str
    dot: str

    @property
    def characters(self) -> str:
        """Everything that the output must be able to show."""
        return "".join((*self.outcomes.values(), self.arrow, self.dot))


SIGNS = Signs(dict(zip(_ORDER, "✓✗?–", strict=True)), "→", "·")
PLAIN_SIGNS = Signs(dict(zip(_ORDER, "+x?-", strict=True)), ">", "|")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How to write: the language, the width, whether colour may support the signs, and where practices can be read."""

    language: Language
    colour: bool = False
    site: str = ""
    width: int = WIDTH
    signs: Signs = SIGNS


class TextReport:
    """Writes reports; one object per run, so that every part speaks the same language in the same style."""

    def __init__(self, catalogue: Catalogue, practices: Mapping[CheckId, PracticeId], style: TextStyle) -> None:
        self._catalogue = catalogue
        self._practices = practices
        self._style = style
        self._say = translator(style.language)

    def report(self, report: ScanReport, step: Finding | None, controls: int = 0, axes: Sequence[Axis] = ()) -> str:
        """One repository, whole, with its levels; `step` is what to take up first, and serves so many controls."""
        findings = {f.check: f for f in report.findings}
        lines = [self._bold(self._heading(report)), "", *self._profile(report)]
        for topic, checks in self._catalogue.by_topic().items():
            here = [findings[c] for c in checks if c in findings and not _is_not_asked(findings[c], report)]
            if here:
                lines.append(self._bold(self._catalogue.topic(topic, self._style.language).title))
                for finding in here:
                    lines.extend(self._finding(finding, report))
                lines.append("")
        lines.extend(self._not_asked(report))
        lines.extend(self._ladder(axes))
        lines.extend(self._notes(report))
        lines.append(self.counts(report))
        lines.extend(self._next(step, controls))
        return "\n".join(lines) + "\n"

    def summary(self, reports: Sequence[ScanReport], step: Finding | None = None, repositories: int = 0) -> str:
        """Many repositories, a line each, in the order given; `step` is open in so many of them."""
        cells = {r.label: "  ".join(f"{self._sign(o)} {_count(r)[o]:>2}" for o in _ORDER) for r in reports}
        room = self._style.width - len("  ".join(f"{o} {0:>2}" for o in "....")) - 2
        names = {r.label: shortened(printable(_name(r)), room) for r in reports}
        width = max(map(len, names.values()))
        lines = [f"{names[r.label]:<{width}}  {cells[r.label]}" for r in reports]
        legend = "  ".join(f"{self._style.signs.outcomes[o]} {self._say(LEGEND[o])}" for o in _ORDER)
        lines += ["", legend, "", *self._held(reports)]
        if step is None:
            lines.append(self._say("Next step: nothing is left to do here."))
        else:
            title = self._catalogue.text(step.check, self._style.language).title
            message = "Next step: '{title}' is open in {n} of {total} repositories."
            lines.extend(self._wrap("", self._say(message, title=title, n=repositories, total=len(reports)), 2))
            lines.extend(self._where(step.check, "  "))
        for change in owners.changes([(r.repository, r.findings) for r in reports], reports[0].scanned.date())[:3]:
            lines.extend(self._owner_change(change))
        return "\n".join(lines) + "\n"

    def _held(self, reports: Sequence[ScanReport]) -> Iterator[str]:
        """In how many of the repositories that are held against a profile a must is open."""
        judged = [r.judgement for r in reports if r.judgement is not None]
        if judged:
            names = ", ".join(sorted({j.choice.profile for j in judged}))
            words = "Held against {names}: a must is open in {n} of {total} repositories."
            said = self._say(words, names=names, n=sum(1 for j in judged if j.open_musts), total=len(judged))
            yield from (*self._wrap("", printable(said), 2), "")

    def _owner_change(self, change: owners.OwnerChange) -> list[str]:
        message = "One change at the owner: {file} in {repository} settles {n} findings in {m} repositories."
        if not change.is_certain:
            message = (
                "Perhaps one change at the owner: {file} in {repository} would settle {n} findings in {m} "
                "repositories; scan it along to know."
            )
        where = printable(change.repository.removeprefix("https://"))
        words = self._say(message, file=change.file, repository=where, n=change.findings, m=change.repositories)
        return self._wrap("", words, 2)

    def counts(self, report: ScanReport) -> str:
        """`12 met · 3 not met · ...`, and how many of the not-met carry a waiver that holds, or held."""
        count, today = _count(report), report.scanned.date()
        parts = [self._say(COUNTS[o], n=count[o]) for o in _ORDER if count[o]]
        waivers = [f.waiver.holds(today) for f in report.findings if f.waiver and f.outcome is Outcome.NOT_MET]
        if any(waivers):
            parts.append(self._say("{n} waived", n=waivers.count(True)))
        if not all(waivers):
            parts.append(self._say("{n} with a waiver that ended", n=waivers.count(False)))
        return f" {self._style.signs.dot} ".join(parts)

    def checks(self) -> str:
        """Every check with its title, by topic."""
        width = max(map(len, self._catalogue.ids()))
        lines: list[str] = []
        for topic, checks in self._catalogue.by_topic().items():
            lines.append(self._bold(self._catalogue.topic(topic, self._style.language).title))
            for check in checks:
                title = self._catalogue.text(check, self._style.language).title
                lines.extend(self._wrap(f"  {check:<{width}}  ", title, width + 4))
            lines.append("")
        return "\n".join(lines[:-1]) + "\n"

    def _heading(self, report: ScanReport) -> str:
        when = long_date(report.committed.date(), self._style.language)
        return f" {self._style.signs.dot} ".join((printable(_name(report)), report.commit[:9], when))

    def _profile(self, report: ScanReport) -> Iterator[str]:
        """The policy it is held against, and what is open by that."""
        judgement = report.judgement
        if judgement is None:
            return
        words = ProfileWords(self._catalogue, self._style.language)
        for line in (*words.heading(judgement), words.counts(judgement)):
            yield from self._wrap("", printable(line), 2)
        for line in words.open(judgement):
            yield from self._wrap(f"  {self._sign(Outcome.NOT_MET)} ", printable(line), 4)
        for line in words.waived(judgement):
            yield from self._wrap("  ! ", printable(line), 4)
        for threshold in judgement.resolved.thresholds:
            yield from self._wrap("  = ", printable(words.threshold(threshold)), 4)
        yield ""

    def _not_asked(self, report: ScanReport) -> Iterator[str]:
        """What the profile leaves out, with the reason, and the other checks with what they found."""
        judgement = report.judgement
        if judgement is None:
            return
        words = ProfileWords(self._catalogue, self._style.language)
        if judgement.resolved.left_out:
            yield self._bold(self._say("Left out by the profile"))
            for line in words.left_out(judgement):
                yield from self._wrap("  - ", printable(line), 4)
            yield ""
        if judgement.not_asked:
            yield self._bold(self._say("Not asked by the profile ({n})", n=len(judgement.not_asked)))
            for outcome in _ORDER:
                found = [f.check for f in report.findings if f.outcome is outcome and f.check in judgement.not_asked]
                if found:
                    yield from self._wrap(f"  {self._sign(outcome)} ", ", ".join(found), 4)
            yield ""

    def _ladder(self, axes: Sequence[Axis]) -> Iterator[str]:
        """How it stands on the ambition ladder: a line for each axis."""
        if axes:
            yield self._bold(self._say("Ambition ladder"))
            yield from map(printable, StandingWords(self._style.language, self._style.width).short(axes))
            yield ""

    def _title(self, finding: Finding, report: ScanReport) -> str:
        """The title, with how much the profile wants it."""
        title = self._catalogue.text(finding.check, self._style.language).title
        asked = report.judgement.resolved.checks.get(finding.check) if report.judgement else None
        return title if asked is None else f"{title} ({self._say(IMPORTANCE[asked.importance])})"

    def _finding(self, finding: Finding, report: ScanReport) -> Iterator[str]:
        language, verdict = self._style.language, finding.verdict
        yield from self._wrap(f"  {self._sign(finding.outcome)} ", self._title(finding, report), 4)
        is_waived = finding.waiver is not None and finding.waiver.holds(report.scanned.date())
        if finding.outcome is not Outcome.MET:
            yield from self._wrap("    ", printable(self._catalogue.message(finding.check, verdict, language)), 4)
            for evidence in verdict.evidence[:_MAX_EVIDENCE]:
                yield f"      {printable(str(evidence))}"
            if len(verdict.evidence) > _MAX_EVIDENCE:
                yield f"      {self._say('and {n} more', n=len(verdict.evidence) - _MAX_EVIDENCE)}"
        if finding.waiver is not None:
            yield from self._waiver(finding.waiver, finding.outcome, is_waived)
        next_step = printable(self._catalogue.next_step(finding.check, verdict, language))
        if next_step and not is_waived:
            yield from self._wrap(f"    {self._style.signs.arrow} ", next_step, 6)
            yield from self._where(finding.check, "      ")

    def _waiver(self, waiver: Waiver, outcome: Outcome, holds: bool) -> Iterator[str]:
        message = "Waived until {until} by the role {role}: {reason}"
        if outcome is Outcome.MET:
            message = "Its waiver (until {until}, role {role}) is no longer needed: take it out of .ospo.yml"
        elif not holds:
            message = "The waiver ended on {until} (role {role}): {reason}"
        until = long_date(waiver.until, self._style.language)
        words = printable(self._say(message, until=until, role=waiver.role, reason=waiver.reason))
        lines = self._wrap("    ! ", words, 6)
        yield from (lines if holds else [self._painted(line, "33") for line in lines])

    def _where(self, check: CheckId, margin: str) -> Iterator[str]:
        """Where the practice that explains a check can be read."""
        practice = self._practices.get(check)
        if practice is not None and self._style.site:
            yield f"{margin}{self._style.site}/{self._style.language}/practices/{practice}/"
        elif practice is not None:
            yield f"{margin}ospo explain {practice}"

    def _notes(self, report: ScanReport) -> Iterator[str]:
        for note in report.notes:
            yield from self._wrap("! ", printable(note.in_words(self._say)), 2)
        if report.notes:
            yield ""

    def _next(self, step: Finding | None, controls: int) -> Iterator[str]:
        yield ""
        if step is None:
            yield self._say("Next step: nothing is left to do here.")
            return
        language = self._style.language
        words = self._catalogue.next_step(step.check, step.verdict, language)
        words = self._say("Next step: {step}", step=words or self._catalogue.text(step.check, language).title)
        if controls > 1:
            words += " " + self._say("That serves {n} controls.", n=controls)
        yield from self._wrap("", printable(words), 2)
        yield from self._where(step.check, "  ")

    def _wrap(self, first: str, text: str, indent: int) -> list[str]:
        return wrapped(first, text, indent, self._style.width)

    def _sign(self, outcome: Outcome) -> str:
        return self._painted(self._style.signs.outcomes[outcome], _COLOURS[outcome])

    def _bold(self, text: str) -> str:
        return self._painted(text, "1")

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._style.colour else text


def _is_not_asked(finding: Finding, report: ScanReport) -> bool:
    return report.judgement is not None and finding.check in report.judgement.not_asked


def _name(report: ScanReport) -> str:
    return report.repository.removeprefix("https://") if report.repository else report.label


def _count(report: ScanReport) -> dict[Outcome, int]:
    return {o: sum(1 for f in report.findings if f.outcome is o) for o in Outcome}
