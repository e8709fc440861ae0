# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advice: one step, the one that serves most."""

import datetime
from pathlib import Path

import pytest

import knowledge_base
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Finding, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.identifier import CheckId
from ospo.domain.library import Library
from ospo.engine import advice

TODAY = datetime.date(2026, 11, 23)
LICENCE, README, CI = CheckId("has-licence-file"), CheckId("readme-explains-the-project"), CheckId("has-ci")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return knowledge_base.make(tmp_path).load()


def finding(check: CheckId, verdict: Verdict, until: datetime.date | None = None) -> Finding:
    return Finding(check, verdict, None if until is None else Waiver(check, "because", "owner", until))


def test_a_check_weighs_what_its_controls_weigh(library: Library) -> None:
    value = advice.weight(library)

    assert (value(LICENCE), value(README), value(CI)) == (2 + 1, 1, 0)  # necessary and partial; partial; no control


def test_the_step_is_the_open_finding_that_weighs_most(library: Library) -> None:
    findings = [finding(CI, not_met("no-ci")), finding(README, not_met("x")), finding(LICENCE, not_met("missing"))]

    step = advice.next_step(findings, library, TODAY)

    assert step is not None
    assert (step.finding.check, step.controls, step.repositories) == (LICENCE, 2, 1)


def test_a_finding_with_a_waiver_that_holds_is_no_step_and_with_one_that_ended_it_is(library: Library) -> None:
    held = [finding(LICENCE, not_met("missing"), TODAY), finding(README, not_met("x"))]
    ended = [finding(LICENCE, not_met("missing"), TODAY - datetime.timedelta(1)), finding(README, not_met("x"))]

    steps = [advice.next_step(findings, library, TODAY) for findings in (held, ended)]

    assert [step and step.finding.check for step in steps] == [README, LICENCE]


def test_what_is_not_known_comes_after_everything_that_is_open(library: Library) -> None:
    findings = [finding(LICENCE, unknown("u")), finding(CI, not_met("no-ci"))]

    first = advice.next_step(findings, library, TODAY)
    then = advice.next_step(findings[:1], library, TODAY)

    assert first is not None
    assert then is not None
    assert (first.finding.check, then.finding.check) == (CI, LICENCE)


def test_nothing_open_and_nothing_unknown_is_no_step(library: Library) -> None:
    findings = [finding(LICENCE, met("found")), finding(CI, not_applicable("no-program"))]

    assert advice.next_step(findings, library, TODAY) is None
    assert advice.next_step([], library, TODAY) is None


def test_over_many_repositories_a_step_counts_for_each_it_helps(library: Library) -> None:
    one = [finding(LICENCE, not_met("missing")), finding(README, not_met("x"))]
    others = [[finding(README, not_met("x"))]] * 4

    step = advice.next_step_of_many([one, *others], library, TODAY)

    assert step is not None
    assert (step.finding.check, step.repositories) == (README, 5)


def test_equal_weights_are_settled_by_name_so_that_the_advice_is_stable(library: Library) -> None:
    findings = [finding(CheckId("b"), not_met("x")), finding(CheckId("a"), not_met("x"))]

    for order in (findings, findings[::-1]):
        step = advice.next_step(order, library, TODAY)
        assert step is not None
        assert step.finding.check == "a"
