# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Standing: how a repository stands on a norm, control by control, and which level it reaches on each axis."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ospo.domain.declaration import Declaration
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId, ControlId
from ospo.domain.norm import Control, Norm, Relation


class Standing(StrEnum):
    """How it is with one control."""

    MET = "met"
    NOT_MET = "not-met"
    WAIVED = "waived"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Stand:
    """One control: how it stands, the checks that say so, and whether a statement or waiver of the repository did.

    `partly` is true for an unknown of which a part was found.
    """

    control: Control
    standing: Standing
    checks: tuple[CheckId, ...] = ()
    by_statement: bool = False
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One level of one axis: how each control asked there stands."""

    axis: str
    level: int
    stands: tuple[Stand, ...]

    def having(self, standing: Standing) -> tuple[Stand, ...]:
        """The controls that stand so."""
        return tuple(s for s in self.stands if s.standing is standing)

    @property
    def is_reached(self) -> bool:
        """True when everything asked here that has a meaning is met; a waiver says why not, and does not reach."""
        counted = [s for s in self.stands if s.standing is not Standing.NOT_APPLICABLE]
        return bool(counted) and all(s.standing is Standing.MET for s in counted)

    @property
    def is_open(self) -> bool:
        """True when nothing asked here is disproved: what is unknown may yet be met."""
        return not self.having(Standing.NOT_MET) and not self.having(Standing.WAIVED)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a norm: its levels from low to high."""

    name: str
    levels: tuple[Level, ...] = field(default_factory=tuple)

    @property
    def reached(self) -> int:
        """The highest level that is proved; 0 when none is. Levels are judged each by its own list: a requirement that
        is dropped higher up does not hold back a higher level.
        """
        return max((level.level for level in self.levels if level.is_reached), default=0)

    @property
    def possible(self) -> int:
        """The highest level that nothing disproves; at least the one that is proved."""
        return max((level.level for level in self.levels if level.is_reached or level.is_open), default=0)

    @property
    def following(self) -> Level | None:
        """The first level above the one that is reached; None at the top."""
        return next((level for level in self.levels if level.level > self.reached), None)

    @property
    def missing(self) -> Stand | None:
        """What to take up first for the following level: what is not met, else what is waived, else what is unknown."""
        if self.following is None:
            return None
        order = (Standing.NOT_MET, Standing.WAIVED, Standing.UNKNOWN)
        return next((found[0] for s in order if (found := self.following.having(s))), None)

    @property
    def dropped(self) -> tuple[Stand, ...]:
        """What the level below the following one asks and the following one no longer does."""
        below = self.following.level - 1 if self.following else 0
        return tuple(
            s for level in self.levels if level.level == below for s in level.stands if s.control.up_to == below
        )

    @property
    def irreversible(self) -> tuple[Stand, ...]:
        """What cannot be put right afterwards and is not met yet, at any level of this axis."""
        found = {
            s.control.id: s
            for level in self.levels
            for s in level.stands
            if s.control.irreversible and s.standing not in (Standing.MET, Standing.NOT_APPLICABLE)
        }
        return tuple(found.values())


# What a norm asks: for each axis its levels, with the controls asked there.
Layout = tuple[tuple[str, tuple[tuple[int, tuple[Control, ...]], ...]], ...]


def layout(norm: Norm) -> Layout:
    """What a norm asks, worked out once for who holds many repositories against it."""
    names = dict.fromkeys(c.axis for c in norm.controls)
    return tuple((name, tuple((n, norm.asked_at(n, name)) for n in norm.levels())) for name in names)


def axes(
    norm: Norm,
    findings: Iterable[Finding],
    declaration: Declaration,
    today: datetime.date,
    asked: Layout | None = None,
) -> tuple[Axis, ...]:
    """How a repository stands on each axis of a norm with numbered levels; a norm without axes has one, unnamed.

    `asked` is the layout of the norm, when that is at hand.
    """
    stood = {s.control.id: s for s in stands(norm.controls, findings, declaration, today)}
    return tuple(
        Axis(name, tuple(Level(name, n, _those(controls, stood)) for n, controls in levels))
        for name, levels in (layout(norm) if asked is None else asked)
    )


def _those(controls: Iterable[Control], stood: Mapping[ControlId, Stand]) -> tuple[Stand, ...]:
    return tuple(stood[c.id] for c in controls)


def stands(
    controls: Sequence[Control], findings: Iterable[Finding], declaration: Declaration, today: datetime.date
) -> tuple[Stand, ...]:
    """How each control stands, by what was found and by what the repository states of itself.

    What files show goes before a statement: a control that a check disproves cannot be stated away. A waiver changes
    no fact, but tells apart what is known and accepted.
    """
    found = {f.check: f for f in findings}
    return tuple(_stand(c, found, declaration, today) for c in controls)


def _stand(control: Control, found: Mapping[CheckId, Finding], declaration: Declaration, today: datetime.date) -> Stand:
    counted = [
        (m, found[m.check])
        for m in control.mappings
        if m.check in found and found[m.check].outcome is not Outcome.NOT_APPLICABLE
    ]
    failing = [f for m, f in counted if m.relation is Relation.NECESSARY and f.outcome is Outcome.NOT_MET]
    if failing:
        waiver = declaration.control_waivers.get(control.id)
        waived = all(not f.is_open(today) for f in failing) or (waiver is not None and waiver.holds(today))
        standing = Standing.WAIVED if waived else Standing.NOT_MET
        return Stand(control, standing, tuple(dict.fromkeys(f.check for f in failing)))
    settling = [f.check for m, f in counted if m.relation is Relation.FULL and f.outcome is Outcome.MET]
    if settling:
        return Stand(control, Standing.MET, tuple(dict.fromkeys(settling)))
    if control.mappings and not counted and all(m.check in found for m in control.mappings):
        return Stand(control, Standing.NOT_APPLICABLE)
    return _by_word(control, [f for _, f in counted], declaration, today)


def _by_word(control: Control, findings: Sequence[Finding], declaration: Declaration, today: datetime.date) -> Stand:
    """What the repository states of a control that files do not settle."""
    statement = declaration.control_statements.get(control.id)
    if statement is not None and statement.is_valid(today):
        standing = Standing.MET if statement.holds_true else Standing.NOT_MET
        waiver = declaration.control_waivers.get(control.id)
        if standing is Standing.NOT_MET and waiver is not None and waiver.holds(today):
            standing = Standing.WAIVED
        return Stand(control, standing, by_statement=True)
    waiver = declaration.control_waivers.get(control.id)
    if waiver is not None and waiver.holds(today):
        return Stand(control, Standing.WAIVED, by_statement=True)
    met = tuple(dict.fromkeys(f.check for f in findings if f.outcome is Outcome.MET))
    return Stand(control, Standing.UNKNOWN, met, partly=bool(met))
