# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Integrity of what is told of the community: every organisation, fact and decision that it names exists."""

from collections.abc import Iterator

from ospo.domain.library import Library
from ospo.domain.page import PLACEHOLDER
from ospo.errors import Problem

_NO_FACT = "names the fact '{id}', which does not exist: check its spelling or add it to facts/"
_NO_ORGANISATION = "is about '{id}', an organisation that does not exist: write organisations/{id}.yaml first"
_NO_DECISION = "names the decision '{id}', which does not exist: check its spelling"
_GAP = "still holds {word}: write what belongs there"


def problems(library: Library) -> Iterator[Problem]:
    """Everything that does not fit together, file by file."""
    for participant in library.participants.values():
        path = f"participants/{participant.id}.yaml"
        if participant.id not in library.organisations:
            yield Problem(path, None, _NO_ORGANISATION, {"id": participant.id})
        yield from _facts(path, participant.facts, library)
        yield from _gaps(path, *participant.part.values())
    for group in library.groups.values():
        path = f"groups/{group.id}.yaml"
        yield from _facts(path, group.facts, library)
        yield from _gaps(path, *group.title.values(), *group.purpose.values())
    for decision in library.decisions.values():
        path = f"decisions/{decision.id}.yaml"
        if decision.replaced_by is not None and decision.replaced_by not in library.decisions:
            yield Problem(path, None, _NO_DECISION, {"id": decision.replaced_by})
        yield from _gaps(path, *decision.title.values(), *decision.what.values(), *decision.why.values())


def _facts(path: str, names: tuple[str, ...], library: Library) -> Iterator[Problem]:
    known = set(map(str, library.facts))
    for name in names:
        if name not in known:
            yield Problem(path, None, _NO_FACT, {"id": name})


def _gaps(path: str, *texts: str) -> Iterator[Problem]:
    if any(PLACEHOLDER in text for text in texts):
        yield Problem(path, None, _GAP, {"word": PLACEHOLDER})
