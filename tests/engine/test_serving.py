# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of a norm our checks can say: counted once each, level by level."""

import datetime

from ospo.domain.identifier import CheckId, ControlId, NormId
from ospo.domain.norm import Control, Mapping, Norm, Proof, Relation
from ospo.engine import serving

FULL, PARTIAL, NECESSARY = Relation.FULL, Relation.PARTIAL, Relation.NECESSARY


def control(
    name: str,
    *relations: Relation,
    level: int | str | None = 1,
    up_to: int | None = None,
    axis: str = "x",
    proof: Proof = Proof.FILES,
) -> Control:
    made = tuple(Mapping(CheckId("c"), relation) for relation in relations)
    return Control(ControlId(name), {}, "u", made, level=level, up_to=up_to, axis=axis, proof=proof)


def norm(*controls: Control) -> Norm:
    return Norm(NormId("n"), {}, "1", "k", "u", "l", datetime.date(2026, 11, 25), {}, controls, len(controls))


def test_each_requirement_is_settled_touched_or_unserved() -> None:
    found = serving.shares(
        [
            control("a", FULL, NECESSARY),
            control("b", PARTIAL),
            control("c", NECESSARY),
            control("d", proof=Proof.PERSON),
            control("e", PARTIAL, proof=Proof.FORGE),
            control("f", PARTIAL, level="criterion"),
        ]
    )

    assert (found.total, found.settled, found.touched, found.unserved) == (5, 1, 3, 1)
    assert (found.disprovable, found.partial, found.forge, found.person) == (2, 2, 1, 1)


def test_a_numbered_level_asks_what_lower_ones_ask_until_it_is_dropped() -> None:
    made = norm(control("a"), control("b", up_to=1), control("c", level=2), control("d", axis="y", level=2))
    asked = {(g.axis, g.level): [c.id for c in g.controls] for g in serving.asked(made)}
    first = {(g.axis, g.level): [c.id for c in g.controls] for g in serving.first_asked(made)}

    assert asked == {("x", 1): ["a", "b"], ("x", 2): ["a", "c"], ("y", 2): ["d"]}
    assert first == {("x", 1): ["a", "b"], ("x", 2): ["c"], ("y", 2): ["d"]}


def test_levels_in_words_keep_the_order_of_the_norm_and_headings_stand_apart() -> None:
    made = norm(
        control("h", PARTIAL, level="criterion", axis=""),
        control("a", level="should", axis=""),
        control("b", level="must", axis=""),
    )

    assert [(g.level, len(g.controls)) for g in serving.asked(made)] == [("should", 1), ("must", 1)]
    assert [g.level for g in serving.first_asked(made)] == [None, "should", "must"]
