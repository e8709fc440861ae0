# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people committed in the last year carries a signature that they made with a key."""

import re
from dataclasses import dataclass

from ospo.domain.check import Parameter
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Snapshot
from ospo.formats import people

PARAMETERS = {
    "percent": Parameter(
        100,
        source="Ambition ladder of the Ministry of VWS (text of 2026-01-23), secure, level 2: all commits are signed",
    ),
}
# A forge that makes a commit (a merge or squash by button, an edit in the browser) signs it with a key of its own, and
# stands as committer under an address like noreply@github.com; a person who hides an address keeps a name in it.
_MACHINE = re.compile(r"no-?reply@", re.I)


@dataclass
class _Tally:
    """Commits that people made themselves, how many of those are signed, and commits that a forge made for them."""

    own: int = 0
    signed: int = 0
    forge: int = 0


def check(repository: Snapshot, percent: int) -> Verdict:
    """Counts back a year from the commit; whose key it was, and whether the signature is good, is not looked at."""
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    tally = _Tally()
    for commit in people.within(repository.commits(), repository.committed):
        _count(commit, tally)
    date = repository.committed.date().isoformat()
    if not tally.own:
        if tally.forge:
            return unknown("only-by-forge", forge=tally.forge, date=date)
        return not_applicable("no-commits", date=date)
    share = 100 * tally.signed // tally.own
    if 100 * tally.signed >= percent * tally.own:
        return met("signed", signed=tally.signed, count=tally.own, share=share, forge=tally.forge, date=date)
    if tally.signed:
        return not_met("partly", signed=tally.signed, count=tally.own, share=share, forge=tally.forge, date=date)
    return not_met("none", count=tally.own, forge=tally.forge, date=date)


def _count(commit: Commit, tally: _Tally) -> None:
    """Programs are left out: what they commit says nothing of the keys of people."""
    if people.is_bot(commit.author):
        return
    if _MACHINE.match(commit.committer.email.strip()):
        tally.forge += 1
    elif not people.is_bot(commit.committer):
        tally.own += 1
        tally.signed += commit.is_signed
