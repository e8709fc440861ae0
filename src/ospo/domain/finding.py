# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a check concludes (a verdict), and that verdict stamped with repository, commit and time (a finding)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from ospo.domain.choice import Choice
from ospo.domain.declaration import Declaration, Statement, Waiver
from ospo.domain.identifier import CheckId
from ospo.errors import OspoError

if TYPE_CHECKING:
    from ospo.domain.profile import Judgement

Value = str | int


class Outcome(StrEnum):
    """The closed set of answers to the statement a check makes."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a person can see it: a path and a line (from 1) in the snapshot, or a URL."""

    path: str | None = None
    line: int | None = None
    url: str | None = None

    def __str__(self) -> str:
        if self.path is None:
            return self.url or ""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome, the key of its reason, the values its message names, and the evidence.

    A fact that ages carries `until`: the moment from which `afterwards` holds instead. That keeps checks
    free of the clock: the scan, which knows the time, picks the one that holds.
    """

    outcome: Outcome
    reason: str
    evidence: tuple[Evidence, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    until: datetime | None = None
    afterwards: "Verdict | None" = None

    def at(self, now: datetime) -> "Verdict":
        """The verdict that holds at `now` (aware)."""
        if self.until is not None and self.afterwards is not None and now >= self.until:
            return self.afterwards.at(now)
        return self


def met(
    reason: str,
    *evidence: Evidence,
    until: datetime | None = None,
    afterwards: Verdict | None = None,
    **values: Value,
) -> Verdict:
    """The statement holds."""
    return Verdict(Outcome.MET, reason, evidence, values, until, afterwards)


def not_met(reason: str, *evidence: Evidence, **values: Value) -> Verdict:
    """The statement does not hold, and the evidence shows it."""
    return Verdict(Outcome.NOT_MET, reason, evidence, values)


def not_applicable(reason: str, *evidence: Evidence, **values: Value) -> Verdict:
    """The statement has no meaning for this repository."""
    return Verdict(Outcome.NOT_APPLICABLE, reason, evidence, values)


def unknown(reason: str, *evidence: Evidence, **values: Value) -> Verdict:
    """The evidence is not here; the text of the reason names the cheapest next evidence."""
    return Verdict(Outcome.UNKNOWN, reason, evidence, values)


# Reasons that the scan itself gives, so every check shares their messages.
CHECK_CRASHED = "check-crashed"
OBJECT_MISSING = "object-missing"
OBJECT_TOO_LARGE = "object-too-large"
OBJECT_TOO_SLOW = "object-too-slow"
SCAN_REASONS = (CHECK_CRASHED, OBJECT_MISSING, OBJECT_TOO_LARGE, OBJECT_TOO_SLOW)
# Reasons of verdicts that rest on a statement of the repository about itself.
STATED = "stated"
STATED_NOT = "stated-not"
STATED_REASONS = (STATED, STATED_NOT)
# What a check says when the owner may supply a file for all its repositories, and what a look at the owner's gave.
MAY_BE_INHERITED = "may-be-inherited"
INHERITED = "inherited"
NOT_INHERITED = "not-inherited"
INHERITED_UNSETTLED = "inherited-unsettled"
OWNER_REASONS = (INHERITED, NOT_INHERITED, INHERITED_UNSETTLED)


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict of one check about one repository, at a commit.

    `waiver` and `statement` are those that the repository declares for this check; a statement that settled the
    verdict shows in its reason.
    """

    check: CheckId
    verdict: Verdict
    waiver: Waiver | None = None
    statement: Statement | None = None

    @property
    def outcome(self) -> Outcome:
        """Shorthand for the outcome of the verdict."""
        return self.verdict.outcome

    def is_open(self, today: date) -> bool:
        """True when this is a not-met that no valid waiver covers."""
        return self.outcome is Outcome.NOT_MET and not (self.waiver and self.waiver.holds(today))


@dataclass(frozen=True, slots=True)
class ScanReport:
    """All findings about one snapshot.

    `label` is how the user named it; `declaration` is what it says of itself, and `notes` are the problems in that,
    each an error to be put in words. `choice` is the profile it is held against, if any, and
    `judgement` how it answers to that. `is_lasting` is false when something was missing, came too late or broke down,
    so that the same snapshot may look otherwise the next time.
    """

    label: str
    repository: str | None
    commit: str
    committed: datetime
    scanned: datetime
    findings: tuple[Finding, ...]
    notes: tuple[OspoError, ...] = ()
    fetched: datetime | None = None
    declaration: Declaration = field(default_factory=Declaration)
    choice: Choice | None = None
    judgement: "Judgement | None" = None
    is_lasting: bool = True

    def open_findings(self) -> tuple[Finding, ...]:
        """The not-met findings without a valid waiver."""
        return tuple(f for f in self.findings if f.is_open(self.scanned.date()))

    @property
    def is_open(self) -> bool:
        """True when a scan has to fail: a must of its profile is open, or without a profile any finding is."""
        return bool(self.open_findings() if self.judgement is None else self.judgement.open_musts)

    def asked_findings(self) -> tuple[Finding, ...]:
        """The findings that count: those that its profile asks, or all when it has none."""
        if self.judgement is None:
            return self.findings
        return tuple(f for f in self.findings if f.check not in self.judgement.not_asked)
