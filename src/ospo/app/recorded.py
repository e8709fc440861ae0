# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks saw, as the register keeps it: unpacked, and as findings at the moment of the scan."""

import zlib
from datetime import datetime

from ospo.app.remembering import unpacked
from ospo.domain.crawled import RecordedRepository
from ospo.domain.declaration import Declaration
from ospo.domain.finding import Finding
from ospo.domain.observation import ObservedRepository
from ospo.domain.seen import Seen
from ospo.engine.report import report
from ospo.store.past import Scan

_MOST = 64_000_000  # bytes


def findings(seen: bytes, scanned: datetime | None) -> tuple[Finding, ...]:
    """The findings of a scan, with evidence; none when another version of this program kept them."""
    found = _unpacked(seen)
    return () if found is None or scanned is None else report(found, scanned, label="").findings


def repository(scan: Scan) -> RecordedRepository:
    """A repository as the newest scan found it; without findings when another version of this program kept them."""
    found = _unpacked(scan.seen)
    observed = ObservedRepository(
        url=scan.known.address,
        commit=scan.commit,
        committed=scan.committed,
        observed=scan.scanned,
        findings=() if found is None else report(found, scan.scanned, label="").findings,
        fetched=scan.scanned,
        declaration=Declaration() if found is None else found.declaration,
    )
    return RecordedRepository(observed, scan.known)


def _unpacked(seen: bytes) -> Seen | None:
    if not seen:
        return None
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(seen, _MOST)
    except zlib.error:
        return None
    return unpacked(content)
