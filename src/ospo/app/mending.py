# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mending: a scan of one repository with the changes it proposes; nothing is written."""

import datetime
from pathlib import Path

from ospo import checks
from ospo.app.scanning import Job, scan_one
from ospo.domain.finding import ScanReport
from ospo.engine import patching
from ospo.engine.patching import Proposal
from ospo.git import open_snapshot


def mend(path: Path, only: tuple[str, ...], now: datetime.datetime) -> tuple[ScanReport, Proposal]:
    """What was found, and which changes would make the claims in the files agree with it.

    Raises:
        NotARepository: there is none at this path.
    """
    report = scan_one(Job(path, only, now))
    if not isinstance(report, ScanReport):
        raise report
    chosen = map(checks.load, only) if only else checks.all_checks()
    findings = [f for f in report.findings if f.waiver is None or not f.waiver.holds(now.date())]
    with open_snapshot(path) as snapshot:
        return report, patching.propose(snapshot, {check.id: check for check in chosen}, findings)
