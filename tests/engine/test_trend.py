# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How repositories stood through time: counted from what was found then, and only from that."""

import dataclasses
import datetime

import sites
from ospo.domain.crawled import KnownRepository, LookedBack
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId, ControlId, NormId
from ospo.domain.norm import Norm, Relation
from ospo.domain.overview import Stretch
from ospo.engine import trend
from ospo.engine.trend import Share

DAY = datetime.date(2024, 1, 1)
LATER = datetime.date(2026, 1, 1)
NOW = datetime.date(2026, 11, 23)
CI, LICENCE = CheckId("has-ci"), CheckId("has-licence-file")


def ladder() -> Norm:
    """A ladder of two requirements on one axis."""
    real = sites.app().library.norms[NormId("ambitieladder")]
    mapped = next(c for c in real.controls if c.mappings)
    made = tuple(
        dataclasses.replace(
            mapped,
            id=ControlId(name),
            axis="transparant",
            level=1,
            up_to=None,
            mappings=(dataclasses.replace(mapped.mappings[0], check=check, relation=Relation.FULL),),
        )
        for name, check in (("X-1", CI), ("X-2", LICENCE))
    )
    return dataclasses.replace(real, controls=made)


def test_each_day_counts_what_was_found_then() -> None:
    look = LookedBack((DAY, LATER), ("a" * 40, "b" * 40), {CI: "nm", LICENCE: "mm"})
    moments = trend.trend(ladder(), [trend.looked_back(ladder(), look, NOW)])

    assert [(m.day, m.repositories, m.axes["transparant"].met) for m in moments] == [(DAY, 1, 1), (LATER, 1, 2)]
    assert [m.levels["transparant"][0] for m in moments] == [0, 1]


def test_a_day_on_which_there_was_a_look_of_our_own_is_left_to_that() -> None:
    look = LookedBack((DAY, NOW), ("a" * 40, "b" * 40), {CI: "mm"})

    assert list(trend.looked_back(ladder(), look, NOW)) == [DAY]


def test_a_check_that_was_not_asked_then_says_nothing() -> None:
    look = LookedBack((DAY,), ("a" * 40,), {CI: " ", LICENCE: "x"})

    assert look.at(0) == {}
    share = trend.share("transparant", trend.looked_back(ladder(), look, NOW).values())
    assert share == Share(0, 0, 2)


def test_repositories_are_added_up_as_far_as_they_were_there() -> None:
    old = LookedBack((DAY, LATER), ("a" * 40, "b" * 40), {CI: "mm", LICENCE: "mm"})
    new = LookedBack((LATER,), ("c" * 40,), {CI: "m", LICENCE: "n"})
    moments = trend.trend(ladder(), [trend.looked_back(ladder(), look, NOW) for look in (old, new)])

    assert [(m.repositories, m.axes["transparant"].met, m.levels["transparant"][0]) for m in moments] == [
        (1, 2, 1),
        (2, 3, 1),
    ]


def test_a_crawl_gives_the_answers_that_held_at_the_end_of_a_day() -> None:
    first, second = (datetime.datetime(2026, m, 1, 12, tzinfo=datetime.UTC) for m in (3, 6))
    history = (
        Stretch(CI, Outcome.NOT_MET, "none", "a" * 40, first, second),
        Stretch(CI, Outcome.MET, "found", "b" * 40, second, None),
        Stretch(LICENCE, Outcome.MET, "found", "a" * 40, first, None),
    )
    found = trend.crawled(ladder(), KnownRepository("https://voorbeeld.example/x", first, history=history))

    moments = trend.trend(ladder(), [found])
    assert [(m.day, m.axes["transparant"].met) for m in moments] == [(first.date(), 1), (second.date(), 2)]


def test_without_looks_there_are_no_moments() -> None:
    assert trend.trend(ladder(), []) == ()
