# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The software can be built and run without a proprietary product or service, as publiccode.yml declares it."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import publiccode, publiccode_dependencies


def check(repository: Snapshot) -> Verdict:
    """Only what is declared counts: which services a program cannot do without, its files do not show."""
    found = publiccode.fetch(repository)
    if found is None:
        return unknown("no-publiccode")
    path, content = found
    declared = publiccode_dependencies.proprietary(publiccode.read(content))
    if not declared.is_declared:
        return unknown("not-declared", Evidence(path), path=path)
    place = Evidence(path, declared.line)
    if declared.names:
        return not_met("needed", place, path=path, name=declared.names[0], count=len(declared.names))
    if declared.optional:
        return met("optional", place, path=path, count=declared.optional)
    return met("none", place, path=path)
