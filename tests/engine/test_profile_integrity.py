# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Integrity of profiles: every slip is one problem in the right file, and a good profile has none."""

import datetime
from dataclasses import replace

import pytest

from ospo.domain.check import Parameter
from ospo.domain.declaration import RepositoryKind
from ospo.domain.identifier import CheckId, FactId
from ospo.domain.profile import Pick, Profile, Subject, Threshold
from ospo.engine.profile_integrity import Integrity
from profiles_of import MUST, NORMS, TODAY, check, control, leave, level, part, profile, shelf, waiver

KNOWN = {CheckId("has-door"), CheckId("has-key")}
PARAMETERS = {CheckId("has-key"): {"days": Parameter(14, "a rule"), "allowed": Parameter((), "a list")}}


def problems(*found: Profile) -> list[str]:
    whole = Integrity(shelf(*found), NORMS, KNOWN, {FactId("sky-is-blue")}, lambda c: PARAMETERS.get(c, {}), TODAY)
    return [str(problem) for problem in whole.every_problem()]


def sets(name: str, value: int | str | tuple[str, ...], of: str = "has-key") -> Profile:
    return profile("a", part(thresholds=[Threshold(CheckId(of), name, value, "a rule")]))


def test_a_profile_that_fits_has_no_problems() -> None:
    held = part(
        check("has-door"),
        control("s-1"),
        level(2, "left"),
        left_out=[leave("has-key")],
        thresholds=[Threshold(CheckId("has-key"), "allowed", ("MIT",), "a list")],
    )
    base = replace(profile("base", held, waivers=[waiver("s-1", TODAY)]), facts=(FactId("sky-is-blue"),))

    assert problems(base, profile("top", extends=["base"])) == []


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (profile("a", part(check("has-roof"))), "names the check 'has-roof'"),
        (profile("a", part(left_out=[leave("has-roof")])), "names the check 'has-roof'"),
        (profile("a", part(control("s-9"))), "names the control 's-9'"),
        (profile("a", part(level(3))), "asks level 3 (axis -) of 'stairs'"),
        (profile("a", part(level(1, "up"))), "asks level 1 (axis up) of 'stairs'"),
        (profile("a", part(Pick(Subject.LEVEL, "ladder", MUST, "", 1))), "names the norm 'ladder'"),
        (profile("a", extends=["gone"]), "extends 'gone'"),
        (profile("a", extends=["a"]), "extends itself: a > a"),
        (profile("a", part(check("has-door"), left_out=[leave("has-door")])), "asks 'has-door' and leaves it out"),
        (profile("a", part(check("has-door"), check("has-door"))), "names 'has-door' twice"),
        (profile("a", kinds={RepositoryKind.DATA: part(check("has-roof"))}), "names the check 'has-roof'"),
        (profile("a", tiers={"core": part(check("has-roof"))}), "names the check 'has-roof'"),
        (sets("weeks", 2), "sets 'weeks' of 'has-key'"),
        (sets("days", "two"), "which takes a whole number"),
        (sets("allowed", "MIT"), "which takes a list of texts"),
        (sets("days", 3, of="has-roof"), "names the check 'has-roof'"),
        (profile("a", waivers=[waiver("has-roof", TODAY)]), "waives 'has-roof'"),
        (profile("a", waivers=[waiver("has-door", TODAY - datetime.timedelta(days=1))]), "ended on 2026-11-24"),
        (replace(profile("a"), facts=(FactId("pigs-fly"),)), "names the fact 'pigs-fly'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_slip_is_one_problem_in_its_file(held: Profile, said: str) -> None:
    found = problems(held)

    assert len(found) == 1
    assert found[0].startswith("profiles/a.yaml: ")
    assert said in found[0]
