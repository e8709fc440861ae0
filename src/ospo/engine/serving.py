# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serving: how much of a norm our checks can say, level by level, and what the rest takes to know."""

from collections.abc import Collection
from dataclasses import dataclass

from ospo.domain.norm import Control, Norm, Proof, Relation


@dataclass(frozen=True, slots=True)
class Shares:
    """Requirements counted. Each is in one of `settled`, `touched` and `unserved`; the other counts go across those.

    `settled`: some check can settle it. `touched`: checks only disprove it or show a part. `unserved`: no check
    serves it. `disprovable`: some check can disprove it. `forge` and `person`: what it takes to know in full.
    """

    total: int
    settled: int
    touched: int
    unserved: int
    disprovable: int
    partial: int
    forge: int
    person: int


@dataclass(frozen=True, slots=True)
class Group:
    """Controls that belong together: of one axis and level. An empty axis, or no level, when the norm has none."""

    axis: str
    level: int | str | None
    controls: tuple[Control, ...]


def shares(controls: Collection[Control]) -> Shares:
    """The requirements among some controls, counted; headings do not count."""
    counted = [c for c in controls if not c.is_heading]
    settled = sum(1 for c in counted if Relation.FULL in c.relations)
    unserved = sum(1 for c in counted if not c.mappings)
    return Shares(
        total=len(counted),
        settled=settled,
        touched=len(counted) - settled - unserved,
        unserved=unserved,
        disprovable=sum(1 for c in counted if Relation.NECESSARY in c.relations),
        partial=sum(1 for c in counted if Relation.PARTIAL in c.relations),
        forge=sum(1 for c in counted if c.proof is Proof.FORGE),
        person=sum(1 for c in counted if c.proof is Proof.PERSON),
    )


def first_asked(norm: Norm) -> tuple[Group, ...]:
    """The controls by axis and by the level that asks them first, in the order of the norm; each control once."""
    found: dict[tuple[str, int | str | None], list[Control]] = {}
    for control in norm.controls:
        level = None if control.is_heading else control.level
        found.setdefault((control.axis, level), []).append(control)
    if norm.levels():
        axes = list(dict.fromkeys(c.axis for c in norm.controls))
        keys = sorted(found, key=lambda key: (axes.index(key[0]), isinstance(key[1], str), str(key[1] or "")))
    else:
        keys = list(found)
    return tuple(Group(*key, tuple(found[key])) for key in keys)


def asked(norm: Norm) -> tuple[Group, ...]:
    """What is asked at each level: for a numbered one all that holds there, also when a lower level asked it first."""
    axes = dict.fromkeys(c.axis for c in norm.controls)
    numbered = [Group(axis, level, norm.asked_at(level, axis)) for axis in axes for level in norm.levels()]
    others = [g for g in first_asked(norm) if not isinstance(g.level, int)]
    return tuple(g for g in (*numbered, *others) if any(not c.is_heading for c in g.controls))
