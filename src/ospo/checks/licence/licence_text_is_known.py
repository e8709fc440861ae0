# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence file holds the text of a licence that is on the SPDX list, in English or (EUPL-1.2) in Dutch."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import licences
from ospo.formats.licence_text import Kind
from ospo.formats.licences import Licences

_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """Met when the main licence is recognised by its text; words that differ are counted, never passed over."""
    found = licences.read(repository)
    if not found.files:
        return not_applicable("no-licence-file")
    if found.unknown is not None:
        return not_met("unrecognised", Evidence(found.unknown.path), path=found.unknown.path)
    if not found.main:
        return _nothing_recognised(found)
    evidence = [Evidence(file.path, item.line) for file in found.main for item in file.found][:_SHOWN]
    if all(item.kind is Kind.NOTICE for item in found.found):
        return met("notice", *evidence, licences=found.labels, path=found.main[0].path)
    if differing := sum(item.differing for item in found.found):
        return met("nearly", *evidence, licences=found.labels, words=differing)
    if extra := sum(file.reading.extra for file in found.main if file.reading):
        return met("with-additions", *evidence, licences=found.labels, words=extra)
    return met("exact", *evidence, licences=found.labels)


def _nothing_recognised(found: Licences) -> Verdict:
    texts = [file for file in found.files if file.reading]
    if not texts:
        return unknown("not-text", Evidence(found.files[0].path), path=found.files[0].path)
    path = texts[0].path
    if found.named:
        return not_met("only-named", Evidence(path), path=path, licences=", ".join(found.named))
    return not_met("unrecognised", Evidence(path), path=path)
