# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""We meet our own checks: what is committed here has nothing open that no waiver covers."""

import datetime
from pathlib import Path

import pytest

from ospo import checks
from ospo.app.scanning import Job, scan_one
from ospo.domain.finding import ScanReport

ROOT = Path(__file__).parents[2]
# What these find depends on who committed what and when, not on the files that a change brings.
ABOUT_HISTORY = {"commits-are-signed-off", "is-active", "is-shared-by-several-people"}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is not a clone, so there is no commit to scan")
def test_nothing_is_open_without_a_waiver() -> None:
    chosen = tuple(check for check in checks.check_ids() if check not in ABOUT_HISTORY)
    report = scan_one(Job(ROOT, chosen, datetime.datetime.now(datetime.UTC)))

    assert isinstance(report, ScanReport)
    assert [(f.check, f.verdict.reason, *map(str, f.verdict.evidence)) for f in report.open_findings()] == []
    assert report.notes == ()
