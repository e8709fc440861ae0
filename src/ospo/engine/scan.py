# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scan: run the checks over a snapshot, keep a broken check from stopping the others, stamp what was found."""

import logging
from collections.abc import Iterable
from datetime import datetime

from ospo.domain.check import Check
from ospo.domain.declaration import Declaration
from ospo.domain.finding import (
    CHECK_CRASHED,
    OBJECT_MISSING,
    OBJECT_TOO_LARGE,
    OBJECT_TOO_SLOW,
    Evidence,
    ScanReport,
    Verdict,
    unknown,
)
from ospo.domain.seen import Seen
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import inheritance
from ospo.engine.report import report
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
    """Run every check over the snapshot, and report at the moment `now`; see `look` and `report`."""
    return report(look(snapshot, checks, declaration=declaration, notes=notes), now, label=label)


def look(
    snapshot: Snapshot,
    checks: Iterable[Check],
    *,
    declaration: Declaration | None = None,
    notes: tuple[OspoError, ...] = (),
) -> Seen:
    """Run every check over the snapshot.

    Args:
        snapshot: what to look at.
        checks: the statements to test.
        declaration: what the repository declares: its waivers, and statements, which settle only what is unknown.
        notes: what the reader of the report must know (for example about a broken `.ospo.yml`).
    """
    return Seen(
        commit=snapshot.commit,
        committed=snapshot.committed,
        verdicts={check.id: verdict(snapshot, check) for check in checks},
        repository=snapshot.remotes[0] if snapshot.remotes else None,
        fetched=snapshot.fetched,
        declaration=declaration or Declaration(),
        notes=notes,
    )


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
