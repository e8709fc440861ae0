# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Code of others that was copied into the tree says what licence it has and where it came from."""

from collections.abc import Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import vendored
from ospo.formats.vendored import Component

_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """Not met only for what is a copy for certain; a folder that may hold code of one's own is unknown."""
    found = vendored.find(repository)
    if not found:
        return not_applicable("none")
    bare = [component for component in found if not component.has_licence]
    if certain := [component for component in bare if component.is_certain]:
        return not_met("no-licence", *_places(certain), count=len(certain), path=certain[0].path)
    if bare:
        return unknown("perhaps-own", *_places(bare), count=len(bare), path=bare[0].path)
    if lost := [component for component in found if not component.has_origin]:
        return unknown("no-origin", *_places(lost), count=len(lost), path=lost[0].path)
    return met("marked", *_places(found), count=len(found))


def _places(components: Sequence[Component]) -> list[Evidence]:
    return [Evidence(component.path.rstrip("/")) for component in components[:_SHOWN]]
