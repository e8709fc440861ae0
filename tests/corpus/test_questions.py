# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well the search answers the judged questions. Nothing is timed here; only the tuning half is tuned on."""

import pytest

import sites
from judged_questions import HALVES, ndcg, questions
from ospo.domain.language import Language
from ospo.engine import documents

WANTED = 0.85
# What the halves that nobody tunes on have reached so far: it may rise, and is not to fall.
REACHED = {"blind": 0.85, "fresh": 0.80}


def mean(half: str) -> float:
    search = sites.live().find
    assert search is not None
    scores = [ndcg(q, [documents.name(d.route) for d in search(q.ask, q.language)]) for q in questions(half)]
    return sum(scores) / len(scores)


def test_there_are_enough_questions_in_both_languages() -> None:
    every = [question for half in HALVES for question in questions(half)]
    assert len(every) >= 120
    assert len({(q.language, q.ask) for q in every}) == len(every)
    assert 0.6 < sum(q.language is Language.NL for q in every) / len(every) < 0.72


@pytest.mark.parametrize("half", HALVES)
def test_every_page_that_is_judged_is_there_and_every_grade_has_a_reason(half: str) -> None:
    app = sites.app()
    for language in Language:
        found = documents.of(app.library, app.catalogue, app.observations, language)
        there = {documents.name(d.route) for d in found}
        for question in questions(half):
            assert question.language is not language or set(question.relevant) <= there, question.ask
            assert any(grade == 3 for grade, _ in question.relevant.values()), question.ask
            assert all(1 <= grade <= 3 and reason for grade, reason in question.relevant.values()), question.ask


def test_every_page_with_search_words_is_there() -> None:
    app = sites.app()
    found = documents.of(app.library, app.catalogue, app.observations, Language.NL)
    assert set(app.library.search_words) <= {documents.name(d.route) for d in found}


def test_the_tuning_half_is_answered_as_well_as_we_want() -> None:
    assert mean("tuning") >= WANTED


@pytest.mark.parametrize("half", REACHED)
def test_questions_that_nobody_tuned_on_are_answered_no_worse_than_before(half: str) -> None:
    assert mean(half) >= REACHED[half]


NOT_YET = pytest.mark.xfail(strict=True, reason="not reached yet: these were written last, and asked in other words")


@pytest.mark.parametrize("half", ["blind", pytest.param("fresh", marks=NOT_YET)])
def test_questions_that_nobody_tuned_on_are_answered_as_well_as_we_want(half: str) -> None:
    assert mean(half) >= WANTED
