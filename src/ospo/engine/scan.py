# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scan: run the checks over a snapshot, keep a broken check from stopping the others, stamp what was found."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime

from ospo.domain.check import Check
from ospo.domain.finding import (
    CHECK_CRASHED,
    OBJECT_MISSING,
    OBJECT_TOO_LARGE,
    OBJECT_TOO_SLOW,
    Evidence,
    Finding,
    ScanReport,
    Verdict,
    Waiver,
    unknown,
)
from ospo.domain.identifier import CheckId
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.errors import OspoError

_UNREADABLE = {"missing": OBJECT_MISSING, "too-large": OBJECT_TOO_LARGE, "too-slow": OBJECT_TOO_SLOW}
_log = logging.getLogger(__name__)


def scan(
    snapshot: Snapshot,
    checks: Iterable[Check],
    now: datetime,
    *,
    label: str,
    waivers: Mapping[CheckId, Waiver] | None = None,
    notes: tuple[OspoError, ...] = (),
) -> ScanReport:
    """Run every check over the snapshot.

    Args:
        snapshot: what to look at.
        checks: the statements to test.
        now: the moment that decides which of a verdict's ageing facts holds (aware).
        label: how the user named the repository.
        waivers: the waivers the repository declares, by check.
        notes: what the reader of the report must know (for example about a broken `.ospo.yml`).
    """
    waivers = waivers or {}
    findings = tuple(Finding(c.id, verdict(snapshot, c).at(now), waivers.get(c.id)) for c in checks)
    return ScanReport(
        label=label,
        repository=snapshot.remotes[0] if snapshot.remotes else None,
        commit=snapshot.commit,
        committed=snapshot.committed,
        scanned=now,
        findings=findings,
        notes=notes,
        fetched=snapshot.fetched,
    )


def verdict(snapshot: Snapshot, check: Check) -> Verdict:
    """Run one check; what it cannot read, and a crash of its own, are `unknown` with a reason."""
    try:
        return check.function(snapshot)
    except Unreadable as error:
        evidence = (Evidence(error.path),) if error.path else ()
        return unknown(_UNREADABLE[error.reason], *evidence, path=error.path or "history")
    except Exception as error:  # a check that breaks must not stop the others
        _log.debug("check %s crashed", check.id, exc_info=True)
        return unknown(CHECK_CRASHED, error=type(error).__name__)
