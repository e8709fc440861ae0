# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles: which one holds, what it asks with all it extends, and how a repository answers."""

import datetime

import pytest

from ospo.domain.choice import Choice, Route
from ospo.domain.declaration import Declaration, RepositoryKind, Statement
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId, ControlId, ProfileId
from ospo.domain.profile import Judgement, Profile, State, Subject
from ospo.engine import profiles
from ospo.errors import SettingsError, UnknownId
from profiles_of import (
    NORMS,
    SHOULD,
    TODAY,
    check,
    choice,
    control,
    finding,
    leave,
    level,
    part,
    profile,
    shelf,
    threshold,
    waiver,
)

LIBRARY, DATA = RepositoryKind.LIBRARY, RepositoryKind.DATA
DAY = datetime.timedelta(days=1)


def asked(*found: Profile, kind: RepositoryKind | None = None, tier: str | None = None) -> dict[str, str]:
    """How much the last of these profiles asks each thing."""
    resolved = profiles.resolve(shelf(*found), NORMS, found[-1].id, kind, tier)
    return {a.about: a.importance.value for a in resolved.asked}


def test_a_profile_asks_what_it_and_those_it_extends_pick() -> None:
    found = asked(
        profile("base", part(check("has-door"))),
        profile("house", part(check("has-key", SHOULD)), extends=["base"]),
        profile("villa", part(check("has-lamp")), extends=["house"]),
    )

    assert found == {"has-door": "must", "has-key": "should", "has-lamp": "must"}


def test_what_two_parents_share_counts_once() -> None:
    base = profile("base", part(check("has-door")))
    left, right = profile("left", extends=["base"]), profile("right", extends=["base"])
    line = profiles.chain(shelf(base, left, right, profile("top", extends=["left", "right"])), ProfileId("top"))

    assert [p.id for p in line] == ["base", "left", "right", "top"]


@pytest.mark.parametrize(
    ("circle", "said"),
    [
        ({"a": ["a"]}, "a > a"),
        ({"a": ["b"], "b": ["a"]}, "a > b > a"),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, "b > c > b"),
    ],
)
def test_a_circle_is_an_error_that_names_it(circle: dict[str, list[str]], said: str) -> None:
    found = shelf(*(profile(name, extends=extends) for name, extends in circle.items()))

    with pytest.raises(SettingsError, match=f"extends itself: {said}"):
        profiles.chain(found, ProfileId("a"))


def test_a_parent_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownId, match="no profile 'gone'"):
        profiles.chain(shelf(profile("a", extends=["gone"])), ProfileId("a"))


def test_a_must_stays_a_must_and_a_should_may_become_one() -> None:
    base = profile("base", part(check("has-door"), check("has-key", SHOULD)))
    top = profile("top", part(check("has-door", SHOULD), check("has-key")), extends=["base"])

    assert asked(base, top) == {"has-door": "must", "has-key": "must"}


def test_what_is_left_out_is_gone_and_listed_with_its_reason() -> None:
    base = profile("base", part(check("has-door"), check("has-key")))
    top = profile("top", part(left_out=[leave("has-door", "open field", "top")]), extends=["base"])
    resolved = profiles.resolve(shelf(base, top), NORMS, ProfileId("top"))

    assert list(resolved.checks) == ["has-key"]
    assert [(i.about, i.profile) for i in resolved.left_out] == [("has-door", "top")]


def test_what_is_asked_again_further_on_is_no_longer_left_out() -> None:
    base = profile("base", part(left_out=[leave("has-door")]))
    top = profile("top", part(check("has-door")), extends=["base"])

    assert profiles.resolve(shelf(base, top), NORMS, ProfileId("top")).left_out == ()


def test_a_kind_adds_and_leaves_out_for_repositories_of_that_kind_only() -> None:
    kinds = {LIBRARY: part(check("has-lamp"), left_out=[leave("has-door")])}
    held = profile("base", part(check("has-door")), kinds=kinds)

    assert asked(held) == asked(held, kind=DATA) == {"has-door": "must"}
    assert asked(held, kind=LIBRARY) == {"has-lamp": "must"}


def test_what_a_kind_leaves_out_no_child_and_no_tier_asks() -> None:
    base = profile("base", kinds={DATA: part(left_out=[leave("has-key"), leave("has-door")])})
    top = profile("top", part(check("has-door")), tiers={"core": part(check("has-key"))}, extends=["base"])

    assert asked(base, top, kind=LIBRARY, tier="core") == {"has-door": "must", "has-key": "must"}
    assert asked(base, top, kind=DATA, tier="core") == {}


def test_a_tier_adds_what_only_that_tier_asks() -> None:
    held = profile("base", part(check("has-door")), tiers={"core": part(check("has-key"))})

    assert asked(held) == {"has-door": "must"}
    assert asked(held, tier="core") == {"has-door": "must", "has-key": "must"}
    assert asked(held, tier="other") == {"has-door": "must"}


def test_a_level_stands_for_the_controls_that_its_norm_asks_there() -> None:
    assert asked(profile("a", part(level(1)))) == {"s-1": "must", "s-3": "must"}
    assert asked(profile("a", part(level(1, "left")))) == {"s-1": "must"}
    assert asked(profile("a", part(level(2, "left", SHOULD)))) == {"s-1": "should", "s-2": "should"}


def test_a_control_may_be_left_out_of_a_level() -> None:
    held = profile("a", part(level(1)), kinds={DATA: part(left_out=[leave("s-3", subject=Subject.CONTROL)])})

    assert asked(held, kind=DATA) == {"s-1": "must"}


def test_the_nearest_threshold_holds() -> None:
    base = profile("base", part(thresholds=[threshold("has-key", 30), threshold("has-lamp", 5)]))
    kinds = {LIBRARY: part(thresholds=[threshold("has-key", 3, "our choice")])}
    top = profile("top", part(thresholds=[threshold("has-key", 14)]), kinds=kinds, extends=["base"])
    line = profiles.chain(shelf(base, top), ProfileId("top"))

    assert {t.check: t.value for t in profiles.thresholds(line)} == {"has-key": 14, "has-lamp": 5}
    assert [t.source for t in profiles.thresholds(line, LIBRARY) if t.value == 3] == ["our choice"]


def judged(
    held: Profile, *findings: Finding, declared: Declaration | None = None, today: datetime.date = TODAY
) -> Judgement:
    resolved = profiles.resolve(shelf(held), NORMS, held.id)
    return profiles.judge(findings, resolved, choice(held.id), NORMS, declared or Declaration(), today)


def states(judgement: Judgement) -> dict[str, str]:
    return {a.asked.about: a.state.value for a in judgement.answers}


def test_each_outcome_of_a_check_that_is_asked_is_an_answer() -> None:
    held = profile("a", part(check("has-door"), check("has-key"), check("has-lamp"), check("has-roof")))
    found = judged(
        held,
        finding("has-door", Outcome.MET),
        finding("has-key", Outcome.NOT_MET),
        finding("has-lamp", Outcome.UNKNOWN),
        finding("has-roof", Outcome.NOT_APPLICABLE),
    )

    assert states(found) == {
        "has-door": "met",
        "has-key": "open",
        "has-lamp": "unknown",
        "has-roof": "not-applicable",
    }


def test_musts_and_shoulds_that_are_open_are_told_apart() -> None:
    held = profile("a", part(check("has-door"), check("has-key", SHOULD)))
    found = judged(held, finding("has-door", Outcome.NOT_MET), finding("has-key", Outcome.NOT_MET))

    assert [a.asked.about for a in found.open_musts] == ["has-door"]
    assert [a.asked.about for a in found.open_shoulds] == ["has-key"]


def test_what_is_not_asked_is_named_and_opens_nothing() -> None:
    found = judged(profile("a", part(check("has-door"))), finding("has-key", Outcome.NOT_MET))

    assert (found.answers, found.not_asked, found.open_musts) == ((), (CheckId("has-key"),), ())


def test_a_check_that_serves_a_control_that_is_asked_is_not_left_aside() -> None:
    found = judged(profile("a", part(control("s-2"))), finding("has-key", Outcome.NOT_MET))

    assert (states(found), found.not_asked) == ({"s-2": "open"}, ())
    assert [a.control.id for a in found.answers if a.control] == ["s-2"]


def test_a_control_without_checks_is_unknown_until_it_is_stated() -> None:
    held = profile("a", part(control("s-3")))
    said = Statement("s-3", True, "we did", "product owner", TODAY, TODAY + DAY)
    declared = Declaration(control_statements={ControlId("s-3"): said})

    assert states(judged(held)) == {"s-3": "unknown"}
    assert states(judged(held, declared=declared)) == {"s-3": "met"}


def test_a_control_of_which_no_check_was_run_is_not_answered() -> None:
    assert judged(profile("a", part(control("s-1"))), finding("has-lamp", Outcome.MET)).answers == ()


@pytest.mark.parametrize(("days", "state"), [(-1, State.OPEN), (0, State.WAIVED), (1, State.WAIVED)])
def test_a_waiver_of_the_profile_or_of_the_repository_counts_up_to_its_last_day(days: int, state: State) -> None:
    until = TODAY + days * DAY
    by_profile = profile("a", part(check("has-door"), control("s-2")), waivers=[waiver("has-door", until)])
    by_itself = profile("a", part(check("has-door")))
    own = finding("has-door", Outcome.NOT_MET, waiver("has-door", until))

    assert judged(by_profile, finding("has-door", Outcome.NOT_MET)).answers[0].state is state
    assert judged(by_itself, own).answers[0].state is state


def test_a_waiver_of_the_profile_may_be_about_a_control() -> None:
    held = profile("a", part(control("s-2")), waivers=[waiver("s-2", TODAY)])

    assert states(judged(held, finding("has-key", Outcome.NOT_MET))) == {"s-2": "waived"}


def test_a_waiver_does_not_make_the_unknown_known() -> None:
    held = profile("a", part(check("has-door")), waivers=[waiver("has-door", TODAY)])

    assert states(judged(held, finding("has-door", Outcome.UNKNOWN))) == {"has-door": "unknown"}


def test_the_groups_of_what_to_do_go_from_open_musts_to_unknown_shoulds() -> None:
    held = profile("a", part(check("has-door", SHOULD), check("has-key"), check("has-lamp"), check("has-roof", SHOULD)))
    found = judged(
        held,
        finding("has-door", Outcome.NOT_MET),
        finding("has-key", Outcome.NOT_MET),
        finding("has-lamp", Outcome.UNKNOWN),
        finding("has-roof", Outcome.UNKNOWN),
    )

    assert list(profiles.by_urgency(found)) == [{"has-key"}, {"has-door"}, {"has-lamp"}, {"has-roof"}]


SHELF = shelf(profile("a"), profile("b"), profile("c", tiers={"core": part()}, kinds={DATA: part()}))


def chosen(asked: str | None, own: str | None, owner: str | None) -> Choice | None:
    named = None if asked is None else ProfileId(asked)
    return profiles.choose(SHELF, named, Declaration(profile=own), owner, lambda: None)[0]


@pytest.mark.parametrize(
    ("asked", "own", "owner", "expected"),
    [
        ("a", "b", "c", ("a", Route.ASKED)),
        (None, "b", "c", ("b", Route.OWN)),
        (None, None, "c", ("c", Route.OWNER)),
    ],
)
def test_who_asks_goes_before_the_repository_and_that_before_its_owner(
    asked: str | None, own: str | None, owner: str | None, expected: tuple[str, Route]
) -> None:
    found = chosen(asked, own, owner)

    assert found is not None
    assert (found.profile, found.route) == expected


def test_nobody_names_a_profile_and_none_holds() -> None:
    assert chosen(None, None, None) is None


def test_a_profile_that_does_not_exist_is_a_problem_and_the_owners_holds() -> None:
    found, problems = profiles.choose(SHELF, None, Declaration(profile="gone"), "c", lambda: None)

    assert found is not None
    assert (found.profile, [str(p).partition(":")[0] for p in problems]) == ("c", [".ospo.yml"])
    assert "'gone'" in str(problems[0])


def test_the_owners_word_is_shown_only_when_it_is_a_name() -> None:
    _, problems = profiles.choose(SHELF, None, Declaration(), "\x1b[31m", lambda: None)

    assert "'?'" in str(problems[0])


def test_a_kind_that_is_declared_is_not_proposed_and_one_that_is_proposed_says_so() -> None:
    def never() -> RepositoryKind:
        raise AssertionError

    declared, _ = profiles.choose(SHELF, ProfileId("c"), Declaration(kind=DATA), None, never)
    proposed, _ = profiles.choose(SHELF, ProfileId("c"), Declaration(), None, lambda: DATA)
    no_matter, _ = profiles.choose(SHELF, ProfileId("a"), Declaration(), None, never)

    assert declared == Choice(ProfileId("c"), Route.ASKED, DATA, False)
    assert proposed == Choice(ProfileId("c"), Route.ASKED, DATA, True)
    assert no_matter == Choice(ProfileId("a"), Route.ASKED)


def test_a_tier_that_the_profile_does_not_have_is_a_problem() -> None:
    known, none = profiles.choose(SHELF, ProfileId("c"), Declaration(tier="core"), None, lambda: None)
    unknown, problems = profiles.choose(SHELF, ProfileId("a"), Declaration(tier="core"), None, lambda: None)

    assert (known and known.tier, none) == ("core", [])
    assert unknown is not None
    assert (unknown.tier, len(problems)) == (None, 1)
