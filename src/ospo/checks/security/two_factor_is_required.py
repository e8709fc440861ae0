# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The owner asks two-factor authentication of everybody who can change the code."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, fact_age, policies
from ospo.formats.community_files import FileKind

_TEXTS = (FileKind.GOVERNANCE, FileKind.MAINTAINERS, FileKind.CONTRIBUTING, FileKind.SECURITY)
_TWO_FACTOR = re.compile(
    r"\b(?:two|multi|twee|meer)[ -]?(?:factor|staps|step)|\b[2MT]FA\b|tweefactor|tweestaps|meerfactor", re.I
)
_ASKED = re.compile(
    r"\bmust\b|\brequire\w*|\bmandatory\b|\benforce\w*|\bneed(?:s|ed)? to\b|\bobligat\w+|\bmoet\w*|\bverplicht\w*|"
    r"\bvereis\w*",
    re.I,
)


def check(repository: Snapshot) -> Verdict:
    """Rests on what the forge says; that a text asks for it does not show that the forge does."""
    told = repository.facts.get("two-factor-required")
    if told is None:
        owner = repository.facts.get("owner-kind")
        if owner is not None and owner.value == "person":
            return not_applicable("personal-account", *fact_age.evidence(owner), seen=fact_age.seen(owner))
        if place := _asked(repository):
            return unknown("only-asked", place, path=place.path or "")
        return unknown("not-told")
    old = unknown("fact-is-old", *fact_age.evidence(told), seen=fact_age.seen(told))
    if told.value:
        found = met("required", *fact_age.evidence(told), seen=fact_age.seen(told))
    else:
        found = not_met("not-required", *fact_age.evidence(told), seen=fact_age.seen(told))
    return fact_age.while_fresh(found, told, old)


def _asked(repository: Snapshot) -> Evidence | None:
    for kind in _TEXTS:
        for entry in community_files.locate(repository.entries(), kind):
            for sentence in policies.sentences(community_files.text(repository, entry), entry.path):
                if _TWO_FACTOR.search(sentence.text) and _ASKED.search(sentence.text):
                    return Evidence(entry.path, sentence.line)
    return None
