# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""On every page a reader sees how fresh it is, who vouches for it, and where what it says comes from."""

import dataclasses
import datetime
from pathlib import Path

import pytest

import knowledge_base
import sites
from html_pages import read
from ospo.domain.identifier import PracticeId
from ospo.domain.language import Language
from ospo.domain.page import FactStatus
from ospo.domain.site import Kind, Route
from ospo.domain.trust import Part, Trust
from ospo.render.html import Site
from ospo.render.html.views.trust import trust
from ospo.render.html.views.trust_words import Words

WITHOUT = {Kind.SEARCH, Kind.NOT_FOUND, Kind.CONTRIBUTE}
PRACTICE = Route(Kind.PRACTICE, "licentie-kiezen", Language.EN)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    observations = sites.observed(gemeente_voorbeeld=[sites.repository("een", has_ci="met")])
    return sites.fictional(knowledge_base.make(tmp_path).path, observations)


def of(site: Site, route: Route) -> Trust:
    practice = site.library.practices.get(PracticeId(route.key))
    found = trust(site, route, [site.library.facts[name] for name in practice.facts] if practice else [])
    assert found is not None
    return found


def words(parts: tuple[Part, ...]) -> list[str]:
    return [part.text for part in parts]


def one_of_each(site: Site) -> list[Route]:
    found: dict[tuple[Kind, Language], Route] = {}
    for route in site.routes.values():
        found.setdefault((route.kind, route.language), route)
    return list(found.values())


def test_every_kind_of_page_answers_all_three_questions_and_says_how_to_cite_it() -> None:
    site = sites.static()
    for route in one_of_each(site):
        html = site.html(route)
        answers = [a for a in read(html.encode()).all("div") if a.get("class") == "trust__item"]
        expected = route.kind not in WITHOUT
        assert len(answers) == (3 if expected else 0), route
        assert ("<summary>" in html and "@misc{" in html) is expected, route


def test_a_practice_tells_its_review_its_role_and_its_facts(site: Site) -> None:
    found = of(site, PRACTICE)
    practice = site.library.practices[PracticeId(PRACTICE.key)]

    assert words(found.fresh)[0].startswith("read through on ")
    assert words(found.fresh)[1].startswith("again before ")
    assert words(found.vouches) == [f"the role {practice.owner}"]
    assert Part(f"facts with their source: {len(practice.facts)}", "#facts") in found.origin
    assert found.dated == practice.reviewed
    assert found.licence == practice.licence


def test_a_review_that_was_missed_is_said_and_after_two_nobody_vouches(site: Site) -> None:
    practice = site.library.practices[PracticeId(PRACTICE.key)]
    late = of(
        dataclasses.replace(site, today=practice.reviewed + datetime.timedelta(days=31 * practice.review_months)),
        PRACTICE,
    )
    lost = of(dataclasses.replace(site, today=datetime.date(2099, 1, 1)), PRACTICE)

    assert late.fresh[1].is_doubt
    assert "had to be read again before" in late.fresh[1].text
    assert not any(part.is_doubt for part in late.vouches)
    assert lost.vouches[0].is_doubt
    assert "archive" in lost.vouches[0].text


def test_facts_that_are_not_sure_are_counted_apart(site: Site) -> None:
    facts = list(site.library.facts.values())
    weak = dataclasses.replace(facts[0], status=FactStatus.UNVERIFIED, check_before=datetime.date(2000, 1, 1))
    sure = dataclasses.replace(facts[0], status=FactStatus.VERIFIED, check_before=None)
    found = trust(site, PRACTICE, [weak, sure])

    assert found is not None
    assert [part.text for part in found.origin if part.is_doubt] == [
        "not verified at the source: 1",
        "past their date: 1",
    ]
    assert trust(site, PRACTICE, [sure]) == dataclasses.replace(
        found,
        origin=(Part("facts with their source: 1", "#facts"), *(p for p in found.origin if "documents" in p.text)),
    )


def test_an_old_copy_of_a_repository_is_in_doubt(site: Site) -> None:
    route = next(r for r in site.routes.values() if r.kind is Kind.REPOSITORY)
    fresh = of(site, route)
    old = of(dataclasses.replace(site, today=datetime.date(2099, 1, 1)), route)

    assert not fresh.fresh[0].is_doubt
    assert old.fresh[0].is_doubt
    assert fresh.licence == "CC0-1.0"


def test_days_are_said_once_when_they_are_the_same(site: Site) -> None:
    same = {p.reviewed for p in site.library.practices.values()}
    found = of(site, Route(Kind.PRACTICES, "", Language.EN))

    assert words(found.fresh)[0].count("–") == (len(same) > 1)


def test_days_of_one_month_are_named_with_the_month_once() -> None:
    say = Words(sites.live(), Route(Kind.PRACTICES, "", Language.EN), ())

    def when(*days: str) -> str:
        return "".join(p.text for p in say.between("read: {when}", map(datetime.date.fromisoformat, days)))

    assert when("2026-11-26", "2026-11-23", "2026-11-25") == "read: 23–26 November 2026"
    assert when("2026-11-23") == "read: 23 November 2026"
    assert when("2026-11-23", "2026-12-01") == "read: 23 November 2026 – 1 December 2026"
    assert when() == ""
