# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every place that says which licence applies can be right at the same time: licence file, manifests, README."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Snapshot
from ospo.formats import licence_claims, line_edit, spdx

_SHOWN = 5
_PAIR = 2


def check(repository: Snapshot) -> Verdict:
    """Not met only when two claims cannot be of one licence; what one of them leaves open is no difference."""
    found = licence_claims.read(repository)
    pair = found.contradiction
    if pair is not None:
        one, other = pair
        evidence = Evidence(one.path, one.line), Evidence(other.path, other.line)
        values = {"one": one.path, "first": one.shown, "other": other.path, "second": other.shown}
        if other.is_part and not other.refuses:
            return not_met("part-differs", *evidence, **values)
        return not_met("contradict", *evidence, **values)
    if found.unrecognised is not None and found.claims:
        return unknown("not-recognised", Evidence(found.unrecognised), path=found.unrecognised)
    if len(found.claims) < _PAIR:
        return not_applicable("too-few", *(Evidence(claim.path, claim.line) for claim in found.claims))
    evidence_of_all = [Evidence(claim.path, claim.line) for claim in found.claims[:_SHOWN]]
    return met("agree", *evidence_of_all, count=len(found.claims), licence=found.claims[0].shown)


def patch(repository: Snapshot) -> Patch | None:
    """The id of the licence file in the place of what contradicts it; only when that file holds one known licence."""
    pair = licence_claims.read(repository).contradiction
    if pair is None or spdx.find(pair[0].shown) is None or pair[1].line is None or pair[1].refuses:
        return None
    licence, other = pair
    text = repository.read(other.path).decode("utf-8", "replace")
    changed = line_edit.with_word(text, other.line or 0, other.shown, licence.shown)
    return None if changed is None else Patch(other.path, text, changed)
