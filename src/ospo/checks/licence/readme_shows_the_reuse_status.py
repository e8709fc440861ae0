# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A badge in the README shows whether the repository follows REUSE, as it is now."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, reuse_status
from ospo.formats.community_files import FileKind
from ospo.formats.reuse_status import Shown


def check(repository: Snapshot) -> Verdict:
    """Met by a live badge of this repository or its pipeline; of another repository, or a fixed picture, is unknown."""
    readmes = community_files.locate(repository.entries(), FileKind.README)
    if not readmes:
        return not_met("no-readme")
    lesser = None
    for entry in readmes:
        found = reuse_status.badge(community_files.text(repository, entry), repository.remotes)
        if found is None:
            continue
        place = Evidence(entry.path, found.line)
        if found.shown is Shown.OWN:
            return met("shown", place, path=entry.path)
        if found.shown is Shown.PIPELINE:
            return met("by-pipeline", place, path=entry.path)
        if found.shown is Shown.OTHER:
            lesser = lesser or unknown("of-another", place, path=entry.path)
        else:
            lesser = lesser or unknown("only-a-picture", place, path=entry.path)
    return lesser or not_met("no-badge", Evidence(readmes[0].path), path=readmes[0].path)
