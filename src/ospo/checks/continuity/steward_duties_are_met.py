# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The owner carries out the duties of an open source steward, if it is one (Cyber Resilience Act, article 24)."""

from ospo.domain.finding import Evidence, Verdict, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import publiccode

_CLAIM = "alias:cra"


def check(repository: Snapshot) -> Verdict:
    """Only a person can say: whether an organisation is a steward is a question of law, and no file answers it."""
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    supports = document.value.get("supports") if document else None
    for number, item in enumerate(supports if isinstance(supports, list) else ()):
        if found and document and isinstance(item, dict) and item.get("id") == _CLAIM:
            return unknown("claimed", Evidence(found[0], document.line("supports", number)), path=found[0])
    return unknown("ask")
