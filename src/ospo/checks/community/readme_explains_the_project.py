# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The README says what the project is, and how to start with it."""

from ospo.domain.finding import Evidence, Verdict, met, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, readme
from ospo.formats.community_files import FileKind


def check(repository: Snapshot) -> Verdict:
    """Met when one README, in any language, has a sentence that describes and a way to start; never inherited."""
    entries = community_files.locate(repository.entries(), FileKind.README)
    if not entries:
        return not_met("missing")
    first: readme.Explanation | None = None
    for entry in entries:
        explanation = readme.explain(community_files.text(repository, entry), entry.path)
        if explanation.is_complete:
            return met(
                "explains", Evidence(entry.path, explanation.describes), Evidence(entry.path, explanation.starts)
            )
        first = first or explanation
    return _lacking(entries[0].path, first or readme.Explanation(None, None, None))


def _lacking(path: str, found: readme.Explanation) -> Verdict:
    """What the first README lacks."""
    if found.left_over is not None and found.describes is None:
        return not_met("template", Evidence(path, found.left_over), path=path)
    if found.describes is not None:
        return not_met("no-start", Evidence(path, found.describes), path=path)
    if found.starts is not None:
        return not_met("no-description", Evidence(path, 1), path=path)
    return not_met("too-thin", Evidence(path, 1), path=path)
