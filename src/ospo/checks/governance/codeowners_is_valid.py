# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The CODEOWNERS stands where the forge reads it, and every line of it can be used."""

from collections.abc import Iterable

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import codeowners, community_files, tree
from ospo.formats.codeowners import CodeOwners
from ospo.formats.forges import GITEA

_MOST_LINES_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """Reads the one file that counts, in the dialect of its forge; lines without an owner are allowed."""
    entries = tree.entries(repository.entries()).by_path
    place = codeowners.place(entries, repository.remotes)
    if place is None:
        return not_applicable("no-codeowners")
    path = place.path
    if not place.is_read:
        return not_met("wrong-place", Evidence(path), path=path)
    try:
        raw = repository.read(path)
    except Unreadable as error:
        if error.reason != "too-large":
            raise
        return not_met("too-large", Evidence(path), path=path)
    if len(raw) >= codeowners.MAX_BYTES:
        return not_met("too-large", Evidence(path), path=path)
    read = codeowners.parse(community_files.text(repository, entries[path], limit=codeowners.MAX_BYTES), place.forge)
    if read.invalid_lines:
        shown = [Evidence(path, line) for line in read.invalid_lines[:_MOST_LINES_SHOWN]]
        count, first = len(read.invalid_lines), read.invalid_lines[0]
        if read.dialect is GITEA:
            return not_met("invalid-expressions", *shown, path=path, count=count, line=first)
        return not_met("invalid-lines", *shown, path=path, count=count, line=first)
    return _assigned(path, read, entries)


def _assigned(path: str, read: CodeOwners, entries: Iterable[str]) -> Verdict:
    """The lines can be read: do they give owners to anything, and does each of them count?"""
    if not read.owned and read.dialect is GITEA:
        return not_met("no-owner-expressions", Evidence(path), path=path)
    if not read.owned:
        return not_met("no-owners", Evidence(path), path=path)
    if not codeowners.assigns(read, entries):
        return not_met("matches-nothing", Evidence(path, read.owned[0].line), path=path)
    if dead := codeowners.overruled(read):
        return met("overruled", Evidence(path, dead.line), path=path, line=dead.line, by=dead.by)
    return met("valid", Evidence(path), path=path, rules=len(read.rules))
