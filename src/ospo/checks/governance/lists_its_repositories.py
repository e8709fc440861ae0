# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A product of several repositories lists them."""

from ospo.domain.finding import Evidence, Verdict, met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, publiccode, sibling_repositories
from ospo.formats.community_files import FileKind

_KINDS = (FileKind.README, FileKind.CONTRIBUTING, FileKind.GOVERNANCE)


def check(repository: Snapshot) -> Verdict:
    """Met by a list; one repository cannot tell whether the product has more of them, so nothing is ever not met."""
    for kind in _KINDS:
        for entry in community_files.locate(repository.entries(), kind):
            text = community_files.text(repository, entry)
            found = sibling_repositories.listing(text, entry.path, repository.remotes)
            if found is not None:
                return met("listed", Evidence(entry.path, found.line), path=entry.path, n=found.repositories)
    publiccode_file = publiccode.fetch(repository)
    document = publiccode.read(publiccode_file[1]) if publiccode_file else None
    if publiccode_file and document and document.value.get("applicationSuite"):
        path = publiccode_file[0]
        return unknown("part-of-suite", Evidence(path, document.line("applicationSuite")), path=path)
    return unknown("no-list")
