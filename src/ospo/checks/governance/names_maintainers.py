# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says who maintains it: people, a team or an organisation."""

from collections.abc import Callable

from ospo.domain.finding import Evidence, Verdict, met, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import codeowners, community_files, maintainers
from ospo.formats.community_files import FileKind

_METADATA: dict[str, Callable[[str], int | None]] = {
    "publiccode.yml": maintainers.publiccode_line,
    "publiccode.yaml": maintainers.publiccode_line,
    "pyproject.toml": maintainers.manifest_line,
    "DESCRIPTION": maintainers.package_line,
}


def check(repository: Snapshot) -> Verdict:
    """Met by a file, CODEOWNERS, a section, a sentence of the README, or a field.

    AUTHORS does not count: it says who wrote, not who maintains.
    """
    for entry in community_files.locate(repository.entries(), FileKind.MAINTAINERS):
        if community_files.text(repository, entry).strip():
            return met("file", Evidence(entry.path), path=entry.path)
    return _owners(repository) or _prose(repository) or _metadata(repository) or not_met("missing")


def _owners(repository: Snapshot) -> Verdict | None:
    by_path = {entry.path: entry for entry in repository.entries()}
    place = codeowners.place(by_path, repository.remotes)
    if place is None or not place.is_read:
        return None
    owned = codeowners.parse(community_files.text(repository, by_path[place.path]), place.forge).owned
    return met("codeowners", Evidence(place.path, owned[0].line), path=place.path) if owned else None


def _prose(repository: Snapshot) -> Verdict | None:
    for kind in (FileKind.GOVERNANCE, FileKind.README, FileKind.CONTRIBUTING):
        for entry in community_files.locate(repository.entries(), kind):
            text = community_files.text(repository, entry)
            if line := maintainers.section_line(text, entry.path):
                return met("section", Evidence(entry.path, line), path=entry.path)
            if kind is FileKind.README and (line := maintainers.sentence_line(text, entry.path)):
                return met("section", Evidence(entry.path, line), path=entry.path)
    return None


def _metadata(repository: Snapshot) -> Verdict | None:
    for entry in repository.entries():
        if (line_of := _METADATA.get(entry.path)) and (line := line_of(community_files.text(repository, entry))):
            return met("metadata", Evidence(entry.path, line), path=entry.path)
    return None
