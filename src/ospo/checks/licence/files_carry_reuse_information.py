# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every file says who holds its copyright and which licence it has, as REUSE 3.3 asks."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.errors import ParseError
from ospo.formats import reuse

_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """Met when each covered file has both, wherever REUSE lets them stand; a met part is not rounded up."""
    try:
        found = reuse.coverage(repository)
    except reuse.MixedAnnotations as error:
        return not_met("mixed-annotations", Evidence(error.path), path=error.path)
    except ParseError as error:
        return not_met("broken-annotations", Evidence(error.path, error.line), path=error.path)
    evidence = map(Evidence, found.without[:_SHOWN])
    missing, unread = len(found.without), len(found.unread)
    if missing and not found.is_used:
        return not_met("no-reuse", *evidence, missing=missing, count=found.covered, unread=unread)
    if missing:
        return not_met("incomplete", *evidence, missing=missing, count=found.covered, unread=unread)
    if found.unread:
        return unknown("unread", *map(Evidence, found.unread[:_SHOWN]), count=len(found.unread), path=found.unread[0])
    if not found.covered:
        return not_applicable("no-files")
    return met("complete", count=found.covered)
