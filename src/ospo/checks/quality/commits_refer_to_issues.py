# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads a change in the history can find the issue or discussion it came from: its message refers to it."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import landed, people

PARAMETERS = {
    "percent": Parameter(
        25, "Our own choice: the Standard for Public Code asks it of every commit message 'wherever possible'."
    )
}
ENOUGH = 20  # changes; with fewer, a share says little


def check(repository: Snapshot, percent: int) -> Verdict:
    """The share of the changes on the main line in the twelve months before the commit that refer to something."""
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    changes = landed.changes(repository.commits(), repository.committed)
    date, n = repository.committed.date().isoformat(), len(changes)
    if n < ENOUGH:
        return unknown("too-few", n=n, enough=ENOUGH, date=date)
    referring = sum(landed.refers(change.message) for change in changes)
    share = 100 * referring // n
    if share < percent:
        return not_met("seldom", n=n, share=share, percent=percent, date=date)
    return met("often", n=n, share=share, percent=percent, date=date)
