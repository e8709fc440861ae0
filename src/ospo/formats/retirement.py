# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a repository says of itself that it is retired: in its README, its publiccode.yml, or on the forge."""

from ospo.domain.finding import Evidence
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, fact_age, publiccode, status_notice
from ospo.formats.community_files import FileKind

_MOST_READMES = 2


def evidence(repository: Snapshot) -> Evidence | None:
    """Where it stands that the repository is archived, obsolete or no longer maintained; None when nothing says so.

    A forge that shows it as archived counts whenever that was seen: few repositories come back.

    Raises:
        Unreadable: one of these files cannot be had.
    """
    for entry in community_files.locate(repository.entries(), FileKind.README)[:_MOST_READMES]:
        line = status_notice.find(community_files.text(repository, entry))
        if line is not None:
            return Evidence(entry.path, line)
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    if found and document and document.value.get("developmentStatus") == "obsolete":
        return Evidence(found[0], document.line("developmentStatus"))
    fact = repository.facts.get("archived")
    if fact is not None and fact.value is True:
        return next(iter(fact_age.evidence(fact)), Evidence())
    return None
