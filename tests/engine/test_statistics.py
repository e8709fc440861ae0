# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures: every row is counted, rows add up to what is said to be counted, and no organisation is named."""

import datetime
from pathlib import Path

import pytest

import knowledge_base
import sites
from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Reading
from ospo.domain.crawl import RepositoryState
from ospo.domain.crawled import KnownRepository, Past
from ospo.domain.identifier import CheckId
from ospo.domain.overview import StateChange
from ospo.engine import statistics
from ospo.engine.register import own, reconcile
from ospo.engine.register.showing import Showing

TODAY = sites.NOW.date()


def claims(name: str, dated: datetime.date | None, *accounts: str) -> Reading:
    origin = Origin(name, "", "L1", TODAY, dated)
    said = [Claim("x", Attribute.NAME, "Bedrijf Een", origin, Confidence.LISTED)]
    said += [Claim("x", Attribute.ACCOUNT, account, origin, Confidence.LISTED) for account in accounts]
    return Reading(name, name, "", TODAY, dated, tuple(said))


@pytest.fixture
def register(tmp_path: Path) -> Showing:
    library = knowledge_base.make(tmp_path).load()
    both, one = "https://github.com/bedrijf-een", "https://gitlab.com/bedrijf-een"
    lists = (claims("a", datetime.date(2026, 1, 1), both, one), claims("b", datetime.date(2018, 1, 1), both))
    seen = sites.observed(gemeente_voorbeeld=[sites.repository("kaart")])
    return Showing(reconcile((*own.readings(library), *lists), TODAY), library, seen, TODAY)


def test_organisations_are_counted_by_kind_and_by_what_we_observe(register: Showing) -> None:
    figure = statistics.kinds(register)

    assert dict(figure.rows) == {"municipality": (1, 0), statistics.OTHER: (0, 1)}
    assert figure.total == len(register.by_key) == 2


def test_accounts_are_counted_by_forge_and_by_sources(register: Showing) -> None:
    assert dict(statistics.forges(register).rows) == {"github.com": (2,), "gitlab.com": (1,)}
    assert dict(statistics.agreement(register).rows) == {"2": (1,), "1": (2,)}


def test_the_age_of_what_is_said_is_that_of_its_newest_source(register: Showing) -> None:
    rows = dict(statistics.ages(register).rows)

    assert sum(n for (n,) in rows.values()) == statistics.ages(register).total
    assert set(rows) == {"fresh", "undated"}  # what b says of 2018, a said again


def test_a_figure_says_from_when_to_when_it_is(register: Showing) -> None:
    assert statistics.kinds(register).as_of[0] == datetime.date(2018, 1, 1)


def test_repositories_are_counted_by_their_last_change() -> None:
    figure = statistics.changed([sites.repository("a"), sites.repository("b")], TODAY)

    assert (figure.rows, figure.total, figure.as_of) == ((("year", (2,)),), 2, (TODAY,))


def test_findings_are_counted_by_topic_and_those_without_a_meaning_are_left_out() -> None:
    seen = [
        sites.repository("a", has_ci="met", has_licence_file="not-applicable"),
        sites.repository("b", has_ci="unknown"),
    ]
    figure = statistics.topics(seen, {"quality": [CheckId("has-ci")], "licence": [CheckId("has-licence-file")]})

    assert dict(figure.rows) == {"quality": (1, 1, 0), "licence": (0, 0, 0)}
    assert figure.total == 2


def test_states_are_those_of_now() -> None:
    when = sites.NOW
    changes = tuple(StateChange("a", s, when) for s in (RepositoryState.ACTIVE, RepositoryState.ARCHIVED))
    figure = statistics.states(Past({"a": KnownRepository("a", when, changes), "b": KnownRepository("b", when)}))

    assert (figure.rows, figure.total) == ((("archived", (1,)),), 1)


def test_states_are_added_up_and_none_is_a_figure_of_nothing() -> None:
    seen = {
        str(n): KnownRepository(str(n), sites.NOW, (StateChange("x", RepositoryState.ACTIVE, sites.NOW),))
        for n in range(3)
    }

    assert statistics.states(Past(seen)).rows == (("active", (3,)),)
    assert statistics.states(Past()).total == 0
