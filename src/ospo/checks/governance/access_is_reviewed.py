# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""It is written down who looks before somebody gets more rights in the project."""

from ospo.domain.finding import Evidence, Verdict, met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import access_policy, community_files
from ospo.formats.community_files import FileKind

_KINDS = (FileKind.GOVERNANCE, FileKind.MAINTAINERS, FileKind.CONTRIBUTING, FileKind.README)


def check(repository: Snapshot) -> Verdict:
    """Met by a text that says so; that it is done without being written here, only a person knows."""
    for kind in _KINDS:
        for entry in community_files.locate(repository.entries(), kind):
            line = access_policy.line(community_files.text(repository, entry), entry.path)
            if line is not None:
                return met("described", Evidence(entry.path, line), path=entry.path)
    return unknown("missing")
