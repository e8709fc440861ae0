# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The documents in the repository are plain text or in an open file format, or there is such a form of them as well."""

from collections.abc import Iterator, Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import binaries, document_formats, tree
from ospo.formats.document_formats import Format

_MOST = 20  # files that are called like a closed document; what else there is of them changes nothing


def check(repository: Snapshot) -> Verdict:
    """By name and first bytes; files of tests and examples are no documents, and office formats are for a person."""
    paths = tree.paths(repository.entries())
    twins = {document_formats.twin(path) for path in paths if document_formats.is_open_twin(path)}
    kinds = {path: document_formats.kind(path) for path in paths}
    alone = [path for path in paths if document_formats.twin(path) not in twins and not binaries.is_aside(path)]
    closed = list(_closed(repository, [path for path in alone if kinds[path] is Format.CLOSED][:_MOST]))
    if closed:
        return not_met("closed", *map(Evidence, closed[:5]), count=len(closed), path=closed[0])
    if office := [path for path in alone if kinds[path] is Format.OFFICE]:
        return unknown("office", *map(Evidence, office[:5]), count=len(office), path=office[0])
    count = sum(kind is Format.OPEN for kind in kinds.values())
    return met("open", count=count) if count else not_applicable("no-documents")


def _closed(repository: Snapshot, paths: Sequence[str]) -> Iterator[str]:
    """Those that hold what their names say. One that cannot be had matters only when none of the others is closed."""
    lacking, is_any = None, False
    for path, content in repository.read_all(paths):
        if isinstance(content, Unreadable):
            lacking = lacking or Unreadable(content.reason, path)
        elif document_formats.is_pointer(content):
            lacking = lacking or Unreadable("missing", path)
        elif document_formats.is_closed(path, content):
            is_any = True
            yield path
    if lacking and not is_any:
        raise lacking
