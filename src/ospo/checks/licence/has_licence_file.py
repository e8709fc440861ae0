# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository carries its own licence file: in the root, or REUSE-style in LICENSES/."""

from ospo.domain.finding import Evidence, Verdict, met, not_met
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import community_files, licence_declared, licence_file
from ospo.formats.community_files import FileKind
from ospo.formats.licence_declared import Declared


def check(repository: Snapshot) -> Verdict:
    """Met when a file by a customary name holds anything; forges never inherit a licence from the owner."""
    places = licence_file.locate(repository)
    contents = repository.read_all([place.source for place in places])
    filled = [
        place.path
        for place, (_, content) in zip(places, contents, strict=True)
        if isinstance(content, Unreadable) or content.strip()
    ]
    if filled:
        return met("found", *map(Evidence, filled[:5]), count=len(filled), path=filled[0])
    if places:
        return not_met("empty", Evidence(places[0].path), path=places[0].path)
    declared = _declared(repository)
    if declared is not None:
        path, found = declared
        return not_met("only-declared", Evidence(path, found.line), path=path, licence=found.licence)
    return not_met("missing")


def _declared(repository: Snapshot) -> tuple[str, Declared] | None:
    """The licence that a manifest in the root, or else the README, says there is."""
    entries = repository.entries()
    manifests = [entry for entry in entries if entry.is_file and licence_declared.is_manifest(entry.path)]
    readmes = community_files.locate(entries, FileKind.README)[:2]
    for read, group in ((licence_declared.in_manifest, manifests), (licence_declared.in_readme, readmes)):
        for entry in group:
            found = read(entry.path, community_files.text(repository, entry))
            if found is not None:
                return entry.path, found
    return None
