# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What moved in a norm: words, ids, levels; and what is the same."""

import datetime

from ospo.domain.identifier import ControlId, NormId
from ospo.domain.norm import Control, Norm, Requirement
from ospo.engine import norm_drift
from ospo.engine.norm_drift import Drift


def control(name: str, text: str | None, level: int | None = None) -> Control:
    digest = "" if text is None else Requirement(name, text).text_sha256
    return Control(ControlId(name), {}, "https://voorbeeld.example", (), text_sha256=digest, level=level)


def drift(controls: list[Control], *requirements: Requirement) -> Drift:
    day = datetime.date(2026, 11, 25)
    norm = Norm(NormId("n"), {}, "1", "k", "u", "l", day, {}, tuple(controls), len(controls))
    return norm_drift.compare(norm, requirements)


def test_the_same_words_have_not_moved_whatever_stands_around_them() -> None:
    found = drift([control("a", "One.")], Requirement("a", " One.\n"))

    assert (found.unchanged, found.is_none) == (1, True)


def test_other_words_under_the_same_id_are_a_change() -> None:
    found = drift([control("a", "One.")], Requirement("a", "Two."))

    assert (found.changed, found.is_none) == ((ControlId("a"),), False)


def test_the_same_words_under_another_id_are_renamed_and_not_new() -> None:
    found = drift([control("a", "One.")], Requirement("a", "Nought."), Requirement("b", "One."))

    assert (found.renamed, found.changed, found.new) == (((ControlId("a"), "b"),), (), ())


def test_words_that_stand_there_twice_cannot_be_followed() -> None:
    found = drift([control("a", "One.")], Requirement("b", "One."), Requirement("c", "One."))

    assert (found.vanished, found.renamed, found.new) == ((ControlId("a"),), (), ("b", "c"))


def test_what_we_do_not_have_is_new_and_what_has_no_hash_is_named_apart() -> None:
    found = drift([control("a", None)], Requirement("a", "One."), Requirement("b", "Two."))

    assert (found.unhashed, found.new, found.unchanged) == ((ControlId("a"),), ("b",), 0)


def test_other_levels_show_when_the_source_tells_them() -> None:
    same = drift([control("a", "One.", 1)], Requirement("a", "One.", 1))
    moved = drift([control("a", "One.", 1)], Requirement("a", "One.", 2))
    silent = drift([control("a", "One.", 1)], Requirement("a", "One."))

    assert [f.relevelled for f in (same, moved, silent)] == [(), (ControlId("a"),), ()]
