# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence file holds the text of a licence that is on the SPDX list, in English or (EUPL-1.2) in Dutch."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import licences
from ospo.formats.licence_text import Found, Kind, family
from ospo.formats.licences import Licences

_SHOWN = 5
PROSE = 150  # words; no licence that is not on the list is so short: this is an explanation


def check(repository: Snapshot) -> Verdict:
    """Met when the main licence is recognised by its text; words that differ are counted, never passed over."""
    found = licences.read(repository)
    if not found.files:
        return not_applicable("no-licence-file")
    names = found.unknown is not None and found.naming is not None and found.naming[0] == found.unknown.path
    if found.unknown is not None and (found.main or not names):
        return not_met("unrecognised", Evidence(found.unknown.path), path=found.unknown.path)
    if not found.main:
        return _nothing_recognised(found)
    evidence = [Evidence(file.path, item.line) for file in found.main for item in file.found][:_SHOWN]
    if notices := _without_text(found):
        path, item = notices[0]
        labels = ", ".join(dict.fromkeys(item.label for _, item in notices))
        return met("notice", Evidence(path, item.line), licences=labels, path=path)
    if differing := sum(item.differing for item in found.found):
        return met("nearly", *evidence, licences=found.labels, words=differing)
    if extra := sum(file.reading.extra for file in found.main if file.reading):
        return met("with-additions", *evidence, licences=found.labels, words=extra)
    return met("exact", *evidence, licences=found.labels)


def _without_text(found: Licences) -> list[tuple[str, Found]]:
    """The notices of licences whose text is in none of the licence files, with the file each is in."""
    texts = {family(item.id) for file in found.files for item in file.found if item.kind is Kind.TEXT}
    return [
        (file.path, item)
        for file in found.main
        for item in file.found
        if item.kind is Kind.NOTICE and family(item.id) not in texts
    ]


def _nothing_recognised(found: Licences) -> Verdict:
    texts = [file for file in found.files if file.reading]
    if not texts:
        return unknown("not-text", Evidence(found.files[0].path), path=found.files[0].path)
    if found.naming is not None:
        path, line = found.naming
        return not_met("only-named", Evidence(path, line), path=path, licences=", ".join(found.named))
    path = texts[0].path
    if texts[0].reading and texts[0].reading.words < PROSE:
        return not_met("prose", Evidence(path), path=path)
    return not_met("unrecognised", Evidence(path), path=path)
