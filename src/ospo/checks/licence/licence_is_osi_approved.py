# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence meets the Open Source Definition (OSI) or the Free Software Definition (FSF), as OSPS-LE-02.01 asks.

Creative Commons licences for texts are on the FSF list as free "for works other than software". That meets the
definition for a repository of documents, and not for one of program code. CC0-1.0 puts code in the public domain,
which the control accepts.
"""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import licences, program_code, spdx
from ospo.formats.licences import Licences

_RESTRICTS = "CommonsClause"  # as the library calls it: it takes back a right that an open licence beside it gives


def check(repository: Snapshot) -> Verdict:
    """Met when a main licence is on one of the two lists; licences for documentation beside it do no harm."""
    found = licences.read(repository)
    if not found.files:
        return not_applicable("no-licence-file")
    if found.unknown is not None or not found.main:
        return _only_named(repository, found)
    evidence = [Evidence(file.path, file.found[0].line) for file in found.main][:5]
    ids = {item.id for item in found.found}
    if _RESTRICTS in ids:
        return not_met("restricted", *evidence, licences=found.labels)
    listed = [licence for licence in map(spdx.find, sorted(ids)) if licence is not None]
    if any(licence.is_open_source for licence in listed):
        if any(file.reading.extra for file in found.main if file.reading):
            return met("approved-with-additions", *evidence, licences=found.labels)
        return met("approved", *evidence, licences=found.labels)
    if not any(licence.is_for_other_works for licence in listed):
        return not_met("not-approved", *evidence, licences=found.labels)
    if _holds_code(repository):
        return not_met("not-for-software", *evidence, licences=found.labels)
    return met("free-content", *evidence, licences=found.labels)


def _only_named(repository: Snapshot, found: Licences) -> Verdict:
    """What the root names counts when no text is there to go by; an unknown text is no proof of anything."""
    path = (found.unknown or found.files[0]).path
    named = [licence for licence in map(spdx.find, found.named) if licence is not None]
    is_fine = any(licence.is_open_source for licence in named) or (
        any(licence.is_for_other_works for licence in named) and not _holds_code(repository)
    )
    if found.unknown is None and is_fine and found.naming is not None:
        path, line = found.naming
        return met("named", Evidence(path, line), path=path, licences=", ".join(found.named))
    return unknown("unrecognised", Evidence(path), path=path)


def _holds_code(repository: Snapshot) -> bool:
    return program_code.is_program([entry.path for entry in repository.entries()])
