# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""From claims to a register: joins what is about the same organisation, weighs, asks, and explains how it got there."""

import datetime
from collections.abc import Sequence

from ospo.domain.claim import Reading
from ospo.domain.register import KnownRegister, SourceSeen
from ospo.engine.register import joining, laying_out, subjects, succession
from ospo.engine.register.questions import ask


def reconcile(readings: Sequence[Reading], today: datetime.date) -> KnownRegister:
    """The register that follows from these readings; their order does not matter."""
    ordered = sorted(readings, key=lambda reading: reading.key)
    found = subjects.gather(ordered)
    line = succession.follow(found)
    joined = joining.join(found, line)
    organisations = laying_out.organisations(joined, line, today)
    accounts = laying_out.accounts(organisations, joined, today)
    seen = tuple(SourceSeen(r.kind, r.name, r.url, r.read, r.dated, len(r.claims), r.passed) for r in ordered)
    questions = ask(organisations, accounts, joined, line, today)
    return KnownRegister({o.id: o for o in organisations}, {a.address: a for a in accounts}, questions, seen)
