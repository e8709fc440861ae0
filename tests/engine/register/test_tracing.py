# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decision traces: for any address or name, which sources were looked at, what each said, and what to do."""

import csv

import pytest

from claim_files import REGISTRY, TODAY, needs_real_files, read, real_register
from ospo.domain.claim import PassedReason
from ospo.domain.register import KnownRegister, QuestionKind, Trace, TraceKind
from ospo.engine.register import reconcile
from ospo.engine.register.tracing import explain
from ospo.formats import accounts

DON = """{"data": [{"description": "Gemeente Voorbeeld", "rooId": "12", "codeHosting": [
  {"url": "https://github.com/Gemeente-Voorbeeld"}, {"url": "https://gitlab.com/voorbeeld/groep"}]}]}"""
README = """# Open source & Dutch public sector
## Organisations
* [Gemeente Voorbeeld](https://github.com/gemeente-voorbeeld)
* Hogeschool Proef [(GitLab)](https://gitlab.proef.example/explore)
## About
Made by [dev-one](https://github.com/dev-one).
"""


@pytest.fixture(scope="module")
def register() -> KnownRegister:
    return reconcile([read("don-publishers", DON), read("public-sector-nl", README)], TODAY)


def kinds(trace: Trace) -> list[TraceKind]:
    return [step.kind for step in trace.steps]


@pytest.mark.parametrize(
    "asked",
    [
        "https://github.com/Gemeente-Voorbeeld",
        "github.com/gemeente-voorbeeld/kaart",
        "git@github.com:Gemeente-Voorbeeld/kaart.git",
        "https://gitlab.com/voorbeeld/groep/project",
        "Gemeente Voorbeeld",
        "gemeente-voorbeeld",
        "voorbeeld",
        "12",
    ],
)
def test_what_is_there_is_found_in_any_spelling_and_told_by_whom(register: KnownRegister, asked: str) -> None:
    trace = explain(register, asked)

    assert trace.is_known
    assert [o.id for o in trace.organisations] == ["gemeente-voorbeeld"]
    assert TraceKind.SAID in kinds(trace)
    assert TraceKind.ADVICE_DECLARE not in kinds(trace)


def test_every_source_is_accounted_for_once(register: KnownRegister) -> None:
    for asked in ("https://gitlab.com/voorbeeld/groep", "Hogeschool Proef", "https://github.com/dev-one", "niets"):
        steps = [step.source.name for step in explain(register, asked).steps if step.source is not None]
        assert sorted(steps) == ["PublicSectorNL", "don-oss-register"]


def test_a_forge_of_its_own_is_found_by_any_of_its_front_pages(register: KnownRegister) -> None:
    for asked in ("https://gitlab.proef.example", "https://gitlab.proef.example/explore"):
        assert [o.name for o in explain(register, asked).organisations] == ["Hogeschool Proef"]


def test_what_was_passed_over_is_told_with_its_line_and_reason(register: KnownRegister) -> None:
    trace = explain(register, "https://github.com/dev-one")
    [passed] = [step.passed for step in trace.steps if step.passed is not None]

    assert not trace.is_known
    assert (passed.place, passed.reason) == ("L6", PassedReason.ELSEWHERE)
    assert kinds(trace)[-2:] == [TraceKind.ADVICE_DECLARE, TraceKind.ADVICE_IMPORT]


def test_what_comes_close_is_named(register: KnownRegister) -> None:
    by_address = explain(register, "https://github.com/gemeente-vorbeeld")
    by_name = explain(register, "Gemeente Vorbeeld")

    assert [s.values["name"] for s in by_address.steps if s.kind is TraceKind.CLOSE] == [
        "https://github.com/gemeente-voorbeeld"
    ]
    assert [s.values["name"] for s in by_name.steps if s.kind is TraceKind.CLOSE] == ["Gemeente Voorbeeld"]


@pytest.mark.parametrize("asked", ["", "a/b", "../x", "https://", "https://[", "\ud800/x", "x" * 5000, "(" * 400])
def test_any_question_gets_an_answer(register: KnownRegister, asked: str) -> None:
    trace = explain(register, asked)

    assert not trace.is_known
    assert trace.steps


@needs_real_files
def test_every_account_of_the_real_union_is_explained() -> None:
    register = real_register()
    with (REGISTRY / "nl-forge-accounts.union.csv").open(encoding="utf-8", newline="") as stream:
        urls = [row["url"] for row in csv.DictReader(stream)]
    traces = [explain(register, url) for url in urls]

    assert len({accounts.account(url) for url in urls}) == 166
    present = [trace for trace in traces if trace.is_known]
    assert all(TraceKind.SAID in kinds(trace) for trace in present)
    assert len(present) == 163
    # The other three stand in a thank-you note below a list: no accounts of organisations.
    for trace in traces:
        if not trace.is_known:
            reasons = {step.passed.reason for step in trace.steps if step.passed is not None}
            assert reasons == {PassedReason.ELSEWHERE, PassedReason.SECOND_HAND}


@needs_real_files
def test_the_trace_of_a_disputed_account_names_the_line_to_correct() -> None:
    trace = explain(real_register(), "https://github.com/MinBZK/any")

    [advice] = [step.values for step in trace.steps if step.kind is TraceKind.ADVICE_SOURCE]
    assert advice == {"source": "ospo-nl-kennisbank", "place": "L75"}
    assert QuestionKind.LIKELY_MISTAKE in {step.question.kind for step in trace.steps if step.question is not None}
