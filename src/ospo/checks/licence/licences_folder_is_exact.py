# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where REUSE is in use, LICENSES/ holds the text of exactly the licences that files name, under the right names."""

from collections.abc import Iterable

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.errors import ParseError
from ospo.formats import reuse_licences
from ospo.formats.reuse_licences import Folder

_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """Met when no text is missing, left over, badly named or there twice, as `reuse lint` would say it."""
    try:
        found = reuse_licences.read(repository)
    except ParseError as error:
        return unknown("broken-annotations", Evidence(error.path, error.line), path=error.path)
    if not found.is_reuse:
        return not_applicable("no-reuse")
    wrong = (found.missing, found.misnamed, found.left_over)
    if sum(map(bool, wrong)) > 1:
        evidence = [*_places(found), *map(Evidence, found.misnamed), *_texts(found)][:_SHOWN]
        missing, misnamed, unused = map(len, wrong)
        return not_met("several", *evidence, missing=missing, misnamed=misnamed, unused=unused)
    if found.missing:
        return not_met("missing", *_places(found), licences=_few(found.missing), count=len(found.missing))
    if found.misnamed:
        path = found.misnamed[0]
        return not_met("misnamed", *map(Evidence, found.misnamed[:_SHOWN]), count=len(found.misnamed), path=path)
    if found.unread:
        return unknown("unread", *map(Evidence, found.unread[:_SHOWN]), count=len(found.unread))
    if found.left_over:
        return not_met("unused", *_texts(found), licences=_few(found.left_over), count=len(found.left_over))
    return met("exact", *(Evidence(path) for path in list(found.texts.by_id.values())[:_SHOWN]), count=found.used)


def _places(found: Folder) -> list[Evidence]:
    """A file for each licence whose text is missing."""
    return [Evidence(use.path, use.line) for use in list(found.missing.values())[:_SHOWN]]


def _texts(found: Folder) -> list[Evidence]:
    return [Evidence(found.texts.by_id[licence_id]) for licence_id in found.left_over[:_SHOWN]]


def _few(ids: Iterable[str]) -> str:
    named = sorted(ids)
    return ", ".join(named[:_SHOWN]) + (" ..." if len(named) > _SHOWN else "")
