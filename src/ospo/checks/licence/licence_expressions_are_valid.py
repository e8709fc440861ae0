# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every SPDX expression is one, names licences that are on the list today, and a LicenseRef has its text here."""

from collections.abc import Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import licence_expressions
from ospo.formats.licence_expressions import Written
from ospo.formats.spdx_expression import Flaw, FlawKind

_SHOWN = 5
_LONGEST = 60  # characters of an id that are shown


def check(repository: Snapshot) -> Verdict:
    """Met when nothing is wrong with any; of several kinds of mistakes the gravest is named, and all are counted."""
    written = licence_expressions.find(repository)
    if not written:
        return not_applicable("no-expressions")
    flaws = licence_expressions.flaws(repository, written)
    if not flaws:
        ids = len({one.expression for one in written})
        return met("valid", *_places(written), count=len(written), different=ids)
    kind = min((flaw.kind for _, flaw in flaws), key=list(FlawKind).index)
    return _not_met(kind, [(one, flaw) for one, flaw in flaws if flaw.kind is kind], len(flaws))


def _not_met(kind: FlawKind, worst: Sequence[tuple[Written, Flaw]], count: int) -> Verdict:
    evidence = _places([one for one, _ in worst])
    path, licence = worst[0][0].path, worst[0][1].id[:_LONGEST]
    if kind is FlawKind.INVALID:
        return not_met("invalid", *evidence, count=count, path=path)
    if kind is FlawKind.UNKNOWN:
        return not_met("unknown-id", *evidence, count=count, licence=licence, path=path)
    if kind is FlawKind.DEPRECATED:
        return not_met("deprecated", *evidence, count=count, licence=licence, path=path)
    return not_met("no-text", *evidence, count=count, licence=licence, path=path)


def _places(written: Sequence[Written]) -> list[Evidence]:
    return [Evidence(one.path, one.line) for one in written[:_SHOWN]]
