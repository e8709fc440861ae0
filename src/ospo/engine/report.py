# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Report: what the checks saw, at a moment: ageing facts settled, with what the repository declares beside it."""

from datetime import datetime

from ospo.domain.declaration import Statement, Waiver
from ospo.domain.finding import (
    SCAN_REASONS,
    STATED,
    STATED_NOT,
    Evidence,
    Finding,
    Outcome,
    ScanReport,
    Verdict,
)
from ospo.domain.identifier import CheckId
from ospo.domain.seen import Seen


def report(seen: Seen, now: datetime, *, label: str) -> ScanReport:
    """The report at a moment.

    Args:
        seen: what the checks saw.
        now: the moment that decides which of a verdict's ageing facts holds (aware).
        label: how the user named the repository.
    """
    waivers, statements = seen.declaration.waivers, seen.declaration.statements
    return ScanReport(
        label=label,
        repository=seen.repository,
        commit=seen.commit,
        committed=seen.committed,
        scanned=now,
        findings=tuple(finding(c, v, now, waivers.get(c), statements.get(c)) for c, v in seen.verdicts.items()),
        notes=seen.notes,
        fetched=seen.fetched,
        declaration=seen.declaration,
        choice=seen.choice,
    )


def finding(
    check: CheckId, found: Verdict, now: datetime, waiver: Waiver | None = None, statement: Statement | None = None
) -> Finding:
    """The finding at `now`: the verdict that holds then, unless it is unknown and a valid statement settles it."""
    current = found.at(now)
    if statement is not None and statement.is_valid(now.date()) and _needs_a_word(current):
        current = _stated(statement)
    return Finding(check, current, waiver, statement)


def _needs_a_word(found: Verdict) -> bool:
    """True for an unknown of the check itself; what the scan could not read, nobody can state away."""
    return found.outcome is Outcome.UNKNOWN and found.reason not in SCAN_REASONS


def _stated(statement: Statement) -> Verdict:
    outcome, reason = (Outcome.MET, STATED) if statement.holds_true else (Outcome.NOT_MET, STATED_NOT)
    evidence = (Evidence(".ospo.yml", statement.line), *([Evidence(url=statement.url)] if statement.url else []))
    values = {"role": statement.role, "made": statement.made.isoformat(), "until": statement.until.isoformat()}
    return Verdict(outcome, reason, evidence, values | {"why": statement.reason})
