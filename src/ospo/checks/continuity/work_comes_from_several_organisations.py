# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The work of the last year came from several organisations: none of them made half of it or more."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import affiliations, mailmap, people

PARAMETERS = {
    "enough": Parameter(20, source="Our own choice: with fewer commits in a year, one busy week decides."),
}


def check(repository: Snapshot, enough: int) -> Verdict:
    """CHAOSS calls it the elephant factor; what open mailboxes hide could be of the largest organisation as well."""
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    recent = people.within(repository.commits(), repository.committed)
    authors = (commit.author for commit in recent if people.is_human(commit))
    spread = affiliations.spread(authors, mailmap.of(repository))
    date = repository.committed.date().isoformat()
    if spread.total < max(enough, 1):
        return not_applicable("too-few", commits=spread.total, enough=enough, date=date)
    hidden, share = 100 * spread.hidden // spread.total, 100 * spread.largest // spread.total
    if 2 * spread.largest >= spread.total:
        return not_met("one-organisation", commits=spread.total, share=share, hidden=hidden, date=date)
    if 2 * (spread.largest + spread.hidden) < spread.total:
        n = len(spread.known)
        return met("several", commits=spread.total, n=n, share=share, hidden=hidden, date=date)
    return unknown("hidden", commits=spread.total, share=share, hidden=hidden, date=date)
