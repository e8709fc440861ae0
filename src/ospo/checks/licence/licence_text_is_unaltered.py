# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""No word was put into, taken out of or changed in the licence text, by the matching guidelines of SPDX."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import licence_alteration, licences
from ospo.formats.licence_text import Kind

_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """Met when the full text of each main licence has all its words and no others; a text we do not know is no case."""
    found = licences.read(repository)
    if not found.files:
        return not_applicable("no-licence-file")
    if found.unknown is not None or not found.main:
        path = (found.unknown or found.files[0]).path
        return not_applicable("not-recognised", Evidence(path), path=path)
    texts = [(file.path, item) for file in found.main for item in file.found if item.kind is Kind.TEXT]
    if not texts:
        return not_applicable("notice", Evidence(found.main[0].path), path=found.main[0].path)
    if altered := licence_alteration.find(found):
        evidence = [Evidence(one.path, one.line) for one in altered][:_SHOWN]
        labels = ", ".join(dict.fromkeys(one.label for one in altered))
        return not_met("altered", *evidence, licences=labels, path=altered[0].path, words=sum(a.words for a in altered))
    evidence = [Evidence(path, item.line) for path, item in texts][:_SHOWN]
    if extra := sum(file.reading.extra for file in found.main if file.reading):
        return met("with-additions", *evidence, licences=found.labels, words=extra)
    return met("unaltered", *evidence, licences=found.labels)
