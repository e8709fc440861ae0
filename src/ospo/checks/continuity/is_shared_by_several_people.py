# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The work of the last year does not hang on one person: the contributor absence factor is two or more."""

from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import mailmap, people

ENOUGH = 20  # commits; with fewer, one busy week decides


def check(repository: Snapshot) -> Verdict:
    """Count commits per person in the twelve months before the commit; only the counts leave this function."""
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    names = mailmap.of(repository)
    recent = people.within(repository.commits(), repository.committed)
    counts = people.shares((commit.author for commit in recent if people.is_human(commit)), names)
    date = repository.committed.date().isoformat()
    commits = counts.total()
    if commits < ENOUGH:
        return not_applicable("too-few", commits=commits, enough=ENOUGH, date=date)
    factor = people.absence_factor(counts.values())
    if factor < 2:
        return not_met("one-person", n=len(counts), factor=factor, commits=commits, date=date)
    return met("several-people", n=len(counts), factor=factor, commits=commits, date=date)
