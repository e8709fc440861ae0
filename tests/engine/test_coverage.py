# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting findings: what is not known is not counted as absent, and what was not tested is not counted at all."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId, ControlId
from ospo.domain.norm import Control, Mapping, Relation
from ospo.domain.observation import Observations
from ospo.domain.wheel import State
from ospo.engine import coverage
from ospo.engine.coverage import Coverage, Tally, state
from sites import CI, LICENCE, observed, repository


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ({}, State.ABSENT),
        ({LICENCE: Outcome.MET}, State.ABSENT),  # the other check was not run there
        ({LICENCE: Outcome.NOT_APPLICABLE, CI: Outcome.NOT_APPLICABLE}, State.ABSENT),
        ({LICENCE: Outcome.MET, CI: Outcome.NOT_APPLICABLE}, State.MET),
        ({LICENCE: Outcome.MET, CI: Outcome.MET}, State.MET),
        ({LICENCE: Outcome.MET, CI: Outcome.UNKNOWN}, State.UNKNOWN),
        ({LICENCE: Outcome.NOT_APPLICABLE, CI: Outcome.UNKNOWN}, State.UNKNOWN),
        ({LICENCE: Outcome.UNKNOWN, CI: Outcome.NOT_MET}, State.NOT_MET),
    ],
)
def test_how_a_repository_stands_on_two_checks(outcomes: dict[CheckId, Outcome], expected: State) -> None:
    assert state([LICENCE, CI], outcomes) is expected


def test_an_organisation_is_counted_by_its_best_repository() -> None:
    counted = Coverage(
        observed(
            one=[repository("a", has_ci="not-met"), repository("b", has_ci="met")],
            two=[repository("c", has_ci="not-met"), repository("d", has_ci="unknown")],
            three=[repository("e", has_ci="not-met")],
            four=[repository("f", has_ci="not-applicable")],
            five=[],
        )
    )
    found = counted.evidence([CI])
    assert found.organisations == Tally(shown=1, unknown=1, total=3)
    assert found.repositories == Tally(shown=1, unknown=1, total=5)
    assert [example.repository.name for example in found.examples] == ["b"]


def test_examples_are_one_per_organisation_the_fullest_first_then_the_freshest() -> None:
    full = repository("full", has_ci="met", has_licence_file="met")
    later = replace(repository("later", has_ci="met", has_licence_file="not-applicable"), committed=_later(1))
    latest = replace(repository("latest", has_ci="met", has_licence_file="not-applicable"), committed=_later(2))
    counted = Coverage(observed(one=[later, latest], two=[full], three=[repository("none", has_ci="not-met")]))
    found = counted.evidence([CI, LICENCE]).examples
    assert [(e.organisation, e.repository.name) for e in found] == [("two", "full"), ("one", "latest")]
    assert [place.path for place in found[0].places] == ["LICENSE"]


def _later(days: int) -> datetime.datetime:
    return datetime.datetime(2026, 11, 23 + days, tzinfo=datetime.UTC)


def test_at_most_three_examples() -> None:
    many = {f"o{n}": [repository(f"r{n}", has_ci="met")] for n in range(5)}
    assert len(Coverage(observed(**many)).evidence([CI]).examples) == 3


def test_the_same_count_is_made_once() -> None:
    counted = Coverage(observed(one=[repository("a", has_ci="met")]))
    assert counted.evidence([CI, LICENCE]) is counted.evidence([LICENCE, CI])


def test_outcomes_of_a_check_leave_out_where_it_was_not_run() -> None:
    counted = Coverage(observed(one=[repository("a", has_ci="met"), repository("b", has_licence_file="met")]))
    assert counted.check(CI) == {o: int(o is Outcome.MET) for o in Outcome}


def test_a_control_is_counted_over_repositories() -> None:
    control = Control(ControlId("X-1"), {}, "https://x.example", (Mapping(CI, Relation.PARTIAL),))
    counted = Coverage(observed(one=[repository("a", has_ci="met"), repository("b", has_ci="not-met")]))
    assert counted.control(control) == Tally(1, 0, 2)


outcome_names = st.sampled_from(["met", "not-met", "unknown", "not-applicable"])


@given(st.lists(st.lists(st.fixed_dictionaries({}, optional={"has_ci": outcome_names}), max_size=3), max_size=5))
def test_the_parts_never_exceed_the_whole(found: list[list[dict[str, str]]]) -> None:
    organisations = {f"o{i}": [repository(f"r{n}", **r) for n, r in enumerate(rs)] for i, rs in enumerate(found)}
    evidence = Coverage(observed(**organisations)).evidence([CI])
    for tally in (evidence.organisations, evidence.repositories):
        assert 0 <= tally.shown + tally.unknown <= tally.total
    assert evidence.organisations.total <= len(found)
    assert len(evidence.examples) == min(3, evidence.organisations.shown)


def test_counts_name_every_outcome() -> None:
    assert coverage.counts(()) == dict.fromkeys(Outcome, 0)
    assert Coverage(Observations({})).evidence([CI]).organisations == Tally(0, 0, 0)
