# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a repository stands on a norm: what settles a control, what disproves it, and which level that gives."""

import datetime
from dataclasses import replace

import pytest

from ospo.domain.declaration import Declaration, Statement, Waiver
from ospo.domain.finding import Finding, Outcome, Verdict
from ospo.domain.identifier import CheckId, ControlId, NormId
from ospo.domain.norm import Control, Mapping, Norm, Relation
from ospo.domain.wheel import State
from ospo.engine import standing, turning
from ospo.engine.standing import Axis, Standing

TODAY = datetime.date(2026, 11, 23)
LATER, EARLIER = datetime.date(2027, 6, 30), datetime.date(2026, 6, 30)
FULL, PARTIAL, NECESSARY = Relation.FULL, Relation.PARTIAL, Relation.NECESSARY


def control(name: str, *mappings: tuple[str, Relation], level: int = 1, up_to: int | None = None) -> Control:
    made = tuple(Mapping(CheckId(check), relation) for check, relation in mappings)
    return Control(ControlId(name), {}, "https://voorbeeld.example", made, level=level, axis="veilig", up_to=up_to)


def findings(**outcomes: str) -> list[Finding]:
    return [Finding(CheckId(name), Verdict(Outcome(outcome), "x")) for name, outcome in outcomes.items()]


def stand(one: Control, found: list[Finding], declared: Declaration | None = None) -> Standing:
    return standing.stands([one], found, declared or Declaration(), TODAY)[0].standing


@pytest.mark.parametrize(
    ("relations", "outcome", "expected"),
    [
        ([FULL], "met", Standing.MET),
        ([FULL], "not-met", Standing.UNKNOWN),
        ([PARTIAL], "met", Standing.UNKNOWN),
        ([PARTIAL], "not-met", Standing.UNKNOWN),
        ([NECESSARY], "met", Standing.UNKNOWN),
        ([NECESSARY], "not-met", Standing.NOT_MET),
        ([FULL, NECESSARY], "met", Standing.MET),
        ([FULL, NECESSARY], "not-met", Standing.NOT_MET),
        ([FULL], "unknown", Standing.UNKNOWN),
        ([FULL, PARTIAL], "not-applicable", Standing.NOT_APPLICABLE),
    ],
)
def test_what_a_relation_settles(relations: list[Relation], outcome: str, expected: Standing) -> None:
    one = control("x", *(("a", relation) for relation in relations))

    assert stand(one, findings(a=outcome)) is expected


def test_what_disproves_goes_before_what_settles() -> None:
    one = control("x", ("a", FULL), ("b", NECESSARY))

    assert stand(one, findings(a="met", b="not-met")) is Standing.NOT_MET


def test_a_part_that_was_found_shows_in_an_unknown() -> None:
    one = control("x", ("a", PARTIAL), ("b", PARTIAL))

    (found,) = standing.stands([one], findings(a="met", b="unknown"), Declaration(), TODAY)

    assert (found.partly, found.checks) == (True, (CheckId("a"),))


def test_a_check_that_was_not_run_settles_nothing() -> None:
    assert stand(control("x", ("a", FULL)), []) is Standing.UNKNOWN
    assert stand(control("x", ("a", NECESSARY), ("b", FULL)), findings(a="not-applicable")) is Standing.UNKNOWN
    assert stand(control("x"), []) is Standing.UNKNOWN


def stated(*, holds: bool, until: datetime.date = LATER) -> Declaration:
    made = datetime.date(2026, 1, 1)
    return Declaration(control_statements={ControlId("x"): Statement("x", holds, "y", "board", made, until)})


@pytest.mark.parametrize(
    ("declared", "outcome", "expected"),
    [
        (stated(holds=True), "unknown", Standing.MET),
        (stated(holds=False), "unknown", Standing.NOT_MET),
        (stated(holds=True, until=EARLIER), "unknown", Standing.UNKNOWN),
        (stated(holds=True), "not-met", Standing.NOT_MET),
        (stated(holds=False), "met", Standing.MET),
    ],
)
def test_a_statement_settles_only_what_files_do_not(declared: Declaration, outcome: str, expected: Standing) -> None:
    assert stand(control("x", ("a", FULL), ("a", NECESSARY)), findings(a=outcome), declared) is expected


@pytest.mark.parametrize(("until", "expected"), [(LATER, Standing.WAIVED), (EARLIER, Standing.NOT_MET)])
def test_a_waiver_of_the_control_or_of_the_check_tells_known_from_open(
    until: datetime.date, expected: Standing
) -> None:
    one = control("x", ("a", NECESSARY))
    of_control = Declaration(control_waivers={ControlId("x"): Waiver("x", "y", "board", until)})
    of_check = [Finding(CheckId("a"), Verdict(Outcome.NOT_MET, "x"), Waiver("a", "y", "board", until))]

    assert stand(one, findings(a="not-met"), of_control) is expected
    assert stand(one, of_check) is expected


def norm(*controls: Control) -> Norm:
    return Norm(NormId("n"), {}, "1", "k", "u", "l", TODAY, {}, controls, len(controls))


def axis(*controls: Control, declared: Declaration | None = None, **outcomes: str) -> Axis:
    (found,) = standing.axes(norm(*controls), findings(**outcomes), declared or Declaration(), TODAY)
    return found


LADDER = (
    control("one", ("a", FULL), ("a", NECESSARY)),
    control("only-one", ("once", FULL), ("once", NECESSARY), up_to=1),
    control("two", ("b", FULL), ("b", NECESSARY), level=2),
)


@pytest.mark.parametrize(
    ("outcomes", "reached", "possible"),
    [
        ({"a": "met", "once": "met", "b": "not-met"}, 1, 1),
        ({"a": "met", "once": "met", "b": "unknown"}, 1, 2),
        ({"a": "met", "once": "not-met", "b": "met"}, 2, 2),
        ({"a": "not-met", "once": "met", "b": "met"}, 0, 0),
        ({"a": "unknown", "once": "unknown", "b": "unknown"}, 0, 2),
        ({"a": "met", "once": "not-applicable", "b": "not-applicable"}, 2, 2),
    ],
)
def test_the_highest_level_is_judged_by_its_own_list(outcomes: dict[str, str], reached: int, possible: int) -> None:
    found = axis(*LADDER, **outcomes)

    assert (found.reached, found.possible) == (reached, possible)


def test_what_is_missing_for_the_next_level_is_named_and_what_is_dropped_there_is_not() -> None:
    following = axis(*LADDER, a="met", once="met", b="not-met").following

    assert following is not None
    assert [(s.control.id, s.standing) for s in following.stands] == [("one", "met"), ("two", "not-met")]


def test_at_the_top_there_is_no_next_level() -> None:
    assert axis(*LADDER, a="met", once="met", b="met").following is None


def test_a_waiver_does_not_reach_a_level() -> None:
    declared = Declaration(control_waivers={ControlId("two"): Waiver("two", "y", "board", LATER)})

    found = axis(*LADDER, declared=declared, a="met", once="met", b="not-met")

    assert (found.reached, found.levels[1].having(Standing.WAIVED)[0].control.id) == (1, "two")


@pytest.mark.parametrize(
    ("repositories", "expected"),
    [
        ([{"a": "met", "once": "met"}], (State.MET, 2, 2)),
        ([{"a": "met", "once": "met"}, {"a": "met", "once": "unknown"}], (State.UNKNOWN, 3, 4)),
        ([{"a": "met", "once": "met"}, {"a": "not-met", "once": "met"}], (State.NOT_MET, 3, 4)),
        ([{"a": "not-applicable", "once": "not-applicable"}], (State.ABSENT, 0, 0)),
        ([{"a": "met", "once": "met"}, {"a": "not-applicable", "once": "not-applicable"}], (State.MET, 2, 2)),
        ([], (State.ABSENT, 0, 0)),
    ],
)
def test_a_segment_of_the_wheel(repositories: list[dict[str, str]], expected: tuple[State, int, int]) -> None:
    drawn = turning.wheel([[axis(*LADDER, **outcomes)] for outcomes in repositories])

    segment = drawn.at("veilig", 1)
    assert (segment.state, segment.met, segment.counted) == expected
    assert drawn.at("samen", 3).state is State.ABSENT
    assert len(drawn.segments) == 12


def test_what_is_disproved_is_taken_up_before_what_is_unknown() -> None:
    found = axis(control("a", ("p", PARTIAL)), control("b", ("q", NECESSARY)), p="met", q="not-met")

    assert found.missing is not None
    assert (found.missing.control.id, found.missing.standing) == ("b", Standing.NOT_MET)
    assert axis(control("a", ("p", FULL)), p="met").missing is None


def test_what_the_following_level_no_longer_asks_is_dropped() -> None:
    found = axis(
        control("a", ("p", FULL), up_to=1),
        control("b", ("p", FULL)),
        control("c", ("q", FULL), level=2),
        p="met",
        q="unknown",
    )

    assert (found.reached, [s.control.id for s in found.dropped]) == (1, ["a"])


def test_what_cannot_be_mended_is_named_once_until_it_is_met() -> None:
    lasting = replace(control("a", ("p", FULL)), irreversible=True)
    higher = control("b", ("q", FULL), level=2)

    assert [s.control.id for s in axis(lasting, higher, p="not-met", q="met").irreversible] == ["a"]
    assert axis(lasting, higher, p="met", q="met").irreversible == ()
