# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The root holds a publiccode.yml that is valid for the version it declares."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Kind, Snapshot
from ospo.errors import ParseError
from ospo.formats import publiccode, publiccode_repair
from ospo.formats.publiccode_values import Reason

_LONGEST_KEY = 80


def check(repository: Snapshot) -> Verdict:
    """Judge the file offline; publiccode.yaml counts, with a note, for not every catalogue looks for it."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_met("missing")
    path, content = found
    files = {entry.path for entry in repository.entries() if entry.kind is not Kind.SUBMODULE}
    report = publiccode.validate(content, files)
    if report.is_newer:
        return unknown("newer-version", Evidence(path), version=report.version)
    if report.errors:
        first = report.errors[0]
        evidence = [Evidence(path, problem.line) for problem in report.errors[:5]]
        if first.reason is Reason.KEY_MISSING:
            key, line = first.key[:_LONGEST_KEY], first.line or 1
            return not_met("key-missing", *evidence, path=path, key=key, line=line, count=len(report.errors))
        return not_met(
            "invalid",
            *evidence,
            path=path,
            key=first.key[:_LONGEST_KEY] or path,
            line=first.line or 1,
            problem=first.reason.value,
            count=len(report.errors),
        )
    notes = len(report.warnings)
    if path != publiccode.NAME:
        return met("valid-other-name", Evidence(path), path=path, version=report.version, notes=notes)
    return met("valid", Evidence(path), path=path, version=report.version, notes=notes)


def patch(repository: Snapshot) -> Patch | None:
    """What can be repaired by rule; the rest needs a choice."""
    found = publiccode.fetch(repository)
    if found is None:
        return None
    path, content = found
    files = {entry.path for entry in repository.entries() if entry.kind is not Kind.SUBMODULE}
    try:
        repaired = publiccode_repair.repair(content, files)
    except ParseError:
        return None
    return Patch(path, content.decode("utf-8").removeprefix("\ufeff"), repaired.text)
