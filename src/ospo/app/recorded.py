# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks saw, as the register keeps it: unpacked, and as findings at the moment of the scan."""

import zlib
from datetime import datetime

from ospo.app.remembering import unpacked
from ospo.domain.finding import Finding
from ospo.engine.report import report

_MOST = 64_000_000  # bytes


def findings(seen: bytes, scanned: datetime | None) -> tuple[Finding, ...]:
    """The findings of a scan, with evidence; none when another version of this program kept them."""
    if not seen or scanned is None:
        return ()
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(seen, _MOST)
    except zlib.error:
        return ()
    found = unpacked(content)
    return () if found is None else report(found, scanned, label="").findings
