# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The individual people in the CODEOWNERS still commit: each of them did so in the last twelve months."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import codeowners, codeowners_people, community_files, mailmap, people, tree


def check(repository: Snapshot) -> Verdict:
    """Joins logins to addresses as far as the history allows; only the counts leave this function."""
    entries = tree.entries(repository.entries()).by_path
    place = codeowners.place(entries, repository.remotes)
    if place is None or not place.is_read:
        return not_applicable("no-codeowners")
    path = place.path
    text = community_files.text(repository, entries[path], limit=codeowners.MAX_BYTES)
    named = codeowners_people.owners(text, codeowners.parse(text, place.forge).dialect)
    if not named.keys:
        return not_applicable("no-individuals", Evidence(path), path=path)
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    recent = people.within(repository.commits(), repository.committed)
    if not any(not people.is_bot(commit.author) for commit in recent):
        return not_applicable("quiet", Evidence(path), path=path)
    return _verdict(repository, path, named)


def _verdict(repository: Snapshot, path: str, named: codeowners_people.Owners) -> Verdict:
    found = codeowners_people.activity(named, repository.commits(), mailmap.of(repository), repository.committed)
    n, date = len(named.keys), repository.committed.date().isoformat()
    if found.stale:
        return not_met("gone", Evidence(path), path=path, n=n, stale=found.stale, active=found.active, date=date)
    if found.unknown:
        return unknown("not-joined", Evidence(path), path=path, n=n, unknown=found.unknown, active=found.active)
    return met("active", Evidence(path), path=path, n=n, date=date)
