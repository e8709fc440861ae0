# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scan: run the checks over a snapshot, keep a broken check from stopping the others, stamp what was found."""

import logging
from collections.abc import Iterable
from datetime import datetime

from ospo.domain.check import Check
from ospo.domain.declaration import Declaration, Statement, Waiver
from ospo.domain.finding import (
    CHECK_CRASHED,
    OBJECT_MISSING,
    OBJECT_TOO_LARGE,
    OBJECT_TOO_SLOW,
    SCAN_REASONS,
    STATED,
    STATED_NOT,
    Evidence,
    Finding,
    Outcome,
    ScanReport,
    Verdict,
    unknown,
)
from ospo.domain.identifier import CheckId
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import inheritance
from ospo.errors import OspoError

_UNREADABLE = {"missing": OBJECT_MISSING, "too-large": OBJECT_TOO_LARGE, "too-slow": OBJECT_TOO_SLOW}
_log = logging.getLogger(__name__)


def scan(
    snapshot: Snapshot,
    checks: Iterable[Check],
    now: datetime,
    *,
    label: str,
    declaration: Declaration | None = None,
    notes: tuple[OspoError, ...] = (),
) -> ScanReport:
    """Run every check over the snapshot.

    Args:
        snapshot: what to look at.
        checks: the statements to test.
        now: the moment that decides which of a verdict's ageing facts holds (aware).
        label: how the user named the repository.
        declaration: what the repository declares: its waivers, and statements, which settle only what is unknown.
        notes: what the reader of the report must know (for example about a broken `.ospo.yml`).
    """
    declared = declaration or Declaration()
    findings = tuple(
        finding(c.id, verdict(snapshot, c), now, declared.waivers.get(c.id), declared.statements.get(c.id))
        for c in checks
    )
    return ScanReport(
        label=label,
        repository=snapshot.remotes[0] if snapshot.remotes else None,
        commit=snapshot.commit,
        committed=snapshot.committed,
        scanned=now,
        findings=findings,
        notes=notes,
        fetched=snapshot.fetched,
        declaration=declared,
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


def verdict(snapshot: Snapshot, check: Check) -> Verdict:
    """Run one check; what it cannot read, and a crash of its own, are `unknown` with a reason."""
    try:
        return inheritance.resolve(check.run(snapshot), snapshot, check.run)
    except Unreadable as error:
        evidence = (Evidence(error.path),) if error.path else ()
        return unknown(_UNREADABLE[error.reason], *evidence, path=error.path or "history")
    except Exception as error:  # a check that breaks must not stop the others
        _log.debug("check %s crashed", check.id, exc_info=True)
        return unknown(CHECK_CRASHED, error=type(error).__name__)
