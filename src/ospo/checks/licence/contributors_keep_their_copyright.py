# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who contributes keeps the copyright: a licence or a certificate is enough, and no agreement hands rights over."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import contribution_terms
from ospo.formats.contribution_terms import Place, Terms


def check(repository: Snapshot) -> Verdict:
    """Not met only by a sentence that hands rights over; silence, and an agreement kept elsewhere, are unknown."""
    place = contribution_terms.find(repository)
    if place is None:
        return unknown("not-stated")
    evidence = Evidence(place.path, place.line)
    if place.terms is Terms.TRANSFER:
        return not_met("transfer", evidence, path=place.path)
    if place.terms is Terms.ELSEWHERE:
        return unknown("agreement-elsewhere", evidence, path=place.path)
    return _met(place, evidence)


def _met(place: Place, evidence: Evidence) -> Verdict:
    if place.terms is Terms.AGREEMENT:
        return met("licence-only", evidence, path=place.path)
    if place.terms is Terms.KEEPS:
        return met("keeps", evidence, path=place.path)
    if place.terms is Terms.CERTIFICATE:
        return met("certificate", evidence, path=place.path)
    return met("same-licence", evidence, path=place.path)
