# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The CODEOWNERS gives an owner to most of the files, by the rules of its forge."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import codeowners, codeowners_match, community_files, tree

PARAMETERS = {
    "percent": Parameter(
        80,
        source="Our own choice: one file in five may be left open.",
    )
}


def check(repository: Snapshot, percent: int) -> Verdict:
    """Counts files in three states: owned, left without an owner on purpose, and not named by any rule."""
    entries = tree.entries(repository.entries()).by_path
    place = codeowners.place(entries, repository.remotes)
    if place is None:
        return not_applicable("no-codeowners")
    if not place.is_read:
        return not_applicable("not-read", Evidence(place.path), path=place.path)
    path = place.path
    read = codeowners.parse(community_files.text(repository, entries[path], limit=codeowners.MAX_BYTES), place.forge)
    files = [entry.path for entry in entries.values() if entry.is_file]
    try:
        found = codeowners_match.coverage(read, files)
    except codeowners_match.TooMuch:
        return unknown("cannot-match", Evidence(path), path=path)
    share = found.percent
    if found.unowned > found.owned + found.unmatched:
        return unknown("mostly-unowned", Evidence(path), path=path, owned=found.owned, unowned=found.unowned)
    if share < percent:
        return not_met(
            "gaps",
            Evidence(path),
            path=path,
            share=share,
            percent=percent,
            owned=found.owned,
            unmatched=found.unmatched,
            gap=found.gap,
        )
    return met(
        "covered",
        Evidence(path),
        path=path,
        share=share,
        owned=found.owned,
        unowned=found.unowned,
        unmatched=found.unmatched,
    )
