# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing: the owner's word on the profile, and thresholds that fit or not."""

from ospo.app import choosing
from ospo.domain.check import Check, Parameter
from ospo.domain.choice import Route
from ospo.domain.declaration import Declaration
from ospo.domain.evidence import Defaults
from ospo.domain.finding import met
from ospo.domain.identifier import CheckId, ProfileId
from ospo.domain.profile import Policies, Threshold
from profiles_of import check, part, profile, shelf, threshold
from snapshots import MemorySnapshot

POLICIES = Policies(shelf(profile("house", part(check("has-key"), thresholds=[threshold("has-key", 3)]))))
KEY = Check(CheckId("has-key"), "house", lambda _, days: met("found", days=days), {"days": Parameter(14, "ours")})


def with_owner(text: str) -> MemorySnapshot:
    owner = MemorySnapshot({".ospo.yml": text})
    return MemorySnapshot({"a.py": ""}, defaults=Defaults("voorbeeld/.github", owner))


def test_the_owners_profile_holds_with_its_thresholds() -> None:
    choice, thresholds, problems = choosing.choose(with_owner("profile: house\n"), Declaration(), POLICIES)

    assert choice is not None
    assert (choice.profile, choice.route, [t.value for t in thresholds], problems) == ("house", Route.OWNER, [3], [])


def test_an_owner_whose_file_is_broken_names_nothing() -> None:
    assert choosing.choose(with_owner("profile: [house"), Declaration(), POLICIES) == (None, (), [])


def test_without_profiles_a_name_is_not_looked_up() -> None:
    declared = Declaration(profile="gone")

    assert choosing.choose(MemorySnapshot({}), declared, Policies()) == (None, (), [])
    assert len(choosing.choose(MemorySnapshot({}), declared, POLICIES)[2]) == 1


def test_a_threshold_reaches_its_check_and_no_other() -> None:
    (tuned,), problems = choosing.tuned([KEY], [threshold("has-key", 3), threshold("has-door", 9)])

    assert (tuned.run(MemorySnapshot({})).values, problems) == ({"days": 3}, [])


def test_a_threshold_that_does_not_fit_is_said_and_the_default_holds() -> None:
    wrong = [Threshold(CheckId("has-key"), "days", "three", "a rule"), Threshold(CheckId("has-key"), "weeks", 3, "a")]
    (tuned,), problems = choosing.tuned([KEY], wrong)

    assert tuned.run(MemorySnapshot({})).values == {"days": 14}
    assert ["'days'" in str(problems[0]), "'weeks'" in str(problems[1])] == [True, True]


def test_the_profile_is_the_one_that_is_asked() -> None:
    asked = Policies(POLICIES.profiles, ProfileId("house"))
    choice, _, _ = choosing.choose(MemorySnapshot({}), Declaration(profile="gone"), asked)

    assert choice is not None
    assert (choice.profile, choice.route) == ("house", Route.ASKED)
