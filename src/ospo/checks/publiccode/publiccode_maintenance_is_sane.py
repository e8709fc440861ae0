# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The block `maintenance` in publiccode.yml adds up: a contract has an end in the future, other upkeep has contacts."""

from datetime import UTC, datetime, time

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import publiccode, publiccode_upkeep
from ospo.formats.publiccode_upkeep import Upkeep
from ospo.formats.publiccode_values import Reason


def check(repository: Snapshot) -> Verdict:
    """Judge the block by the kind of upkeep it names."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    document = publiccode.read(content)
    if not document.value:
        return not_applicable("no-keys", Evidence(path), path=path)
    upkeep = publiccode_upkeep.read(document)
    if upkeep is None or not upkeep.kind:
        line = upkeep.line if upkeep else None
        return not_met("no-type", Evidence(path, line), path=path)
    if upkeep.kind == "contract":
        return _contract(path, upkeep)
    if upkeep.kind != "none" and not upkeep.contacts:
        return not_met("no-contacts", Evidence(path, upkeep.contacts_line), path=path, kind=upkeep.kind)
    if upkeep.contractors:
        place = Evidence(path, upkeep.contractors_line)
        if _forbids_contractors(content):
            return not_met("contractors-forbidden", place, path=path, kind=upkeep.kind)
        return unknown("contractors-besides", place, path=path, kind=upkeep.kind)
    if upkeep.kind == "none":
        return met("none", Evidence(path, upkeep.line), path=path)
    return met("contacts", Evidence(path, upkeep.contacts_line), path=path, kind=upkeep.kind, n=upkeep.contacts)


def _contract(path: str, upkeep: Upkeep) -> Verdict:
    place = Evidence(path, upkeep.contractors_line)
    if not upkeep.contractors:
        return not_met("no-contractors", place, path=path)
    if not upkeep.ends:
        return not_met("no-end", place, path=path)
    last = max(upkeep.ends)
    if upkeep.endless:
        # One of several: who of them still does the work, the file does not say.
        afterwards = unknown("some-without-end", place, path=path, date=last.isoformat())
    else:
        afterwards = not_met("ended", place, path=path, date=last.isoformat())
    until = datetime.combine(last, time.max, UTC)
    return met("contract", place, until=until, afterwards=afterwards, path=path, date=last.isoformat())


def _forbids_contractors(content: bytes) -> bool:
    """True from version 0.5 on; until then the standard did not say that contractors belong to a contract only."""
    problems = publiccode.validate(content).errors
    return any(problem.reason is Reason.CONTRACTORS_WITHOUT_CONTRACT for problem in problems)
