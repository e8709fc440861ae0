# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the register: the list and its choices, who says what, why not, this week, and figures."""

import dataclasses
import datetime
import re
from pathlib import Path
from xml.etree import ElementTree as Tree

import icalendar
import pytest

import few_checks
import knowledge_base
import sites
from html_pages import Page, read
from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Reading
from ospo.domain.crawl import ForkKind, RepositoryState
from ospo.domain.crawled import KnownRepository, Past, Turn
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.domain.overview import StateChange
from ospo.domain.site import Kind, Route
from ospo.render.html import Site

TODAY = sites.NOW.date()
KAART = "https://github.com/voorbeeld/kaart"
ATOM = "{http://www.w3.org/2005/Atom}"


def said(kind: str, *pairs: tuple[str, Attribute, str], dated: datetime.date | None = TODAY) -> Reading:
    origin = Origin(kind, "https://lijst.example/", "L1", TODAY, dated)
    claims = tuple(Claim(who, name, value, origin, Confidence.LISTED) for who, name, value in pairs)
    return Reading(kind, kind, "https://lijst.example/", TODAY, dated, claims)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    seen = sites.observed(gemeente_voorbeeld=[sites.repository("kaart", has_ci="met")])
    with few_checks.used():
        return sites.fictional(knowledge_base.make(tmp_path).path, seen, address=sites.ADDRESS)


def shown(site: Site, kind: Kind, key: str = "", query: str = "", language: Language = Language.EN) -> Page:
    with few_checks.used():
        return read(site.html(Route(kind, key, language), query))


def names(page: Page) -> list[str]:
    return [a["data-key"] for _, a in page.elements if "data-key" in a]


def test_the_list_holds_every_organisation_and_a_search_leaves_those_that_fit(site: Site) -> None:
    listed = said("lijst", ("b", Attribute.NAME, "Bedrijf Één"), ("b", Attribute.ACCOUNT, "https://gitlab.com/een"))
    site = dataclasses.replace(site, readings=(listed,))

    assert names(shown(site, Kind.ORGANISATIONS)) == ["bedrijf-een", "gemeente-voorbeeld"]
    assert names(shown(site, Kind.ORGANISATIONS, query="een bedrijf")) == ["bedrijf-een"]
    assert names(shown(site, Kind.ORGANISATIONS, "kind/municipality")) == ["gemeente-voorbeeld"]
    assert "Organisations: 0" in shown(site, Kind.ORGANISATIONS, query="niemand").text
    assert "/ospo/en/why-not/?q=niemand" in shown(site, Kind.ORGANISATIONS, query="niemand").links


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", '"><img src=x>', "a" * 5000, "%00", "‮neerzegit"])
@pytest.mark.parametrize("kind", [Kind.ORGANISATIONS, Kind.WHY])
def test_what_is_asked_is_text_whatever_it_is(site: Site, kind: Kind, asked: str) -> None:
    page = shown(site, kind, query=asked)

    assert page.unclosed == []
    assert page.all("img") == []
    assert [a.get("src", "") for a in page.all("script")] == [f"/ospo/static/register.js?v={site.version}"]


def test_every_choice_has_a_page_and_a_link_to_it() -> None:
    real = sites.static()
    for path, route in real.routes.items():
        if route.kind is Kind.ORGANISATIONS and route.language is Language.NL and route.key:
            page = read(real.html(route))
            assert names(page), path
            assert [a for _, a in page.elements if a.get("class") == "chip" and "aria-current" in a], path


def test_an_organisation_shows_who_says_so_how_old_it_is_and_where_sources_differ(site: Site) -> None:
    name = site.library.organisations["gemeente-voorbeeld"].name  # type: ignore[index]
    old = said("a", ("g", Attribute.NAME, name), ("g", Attribute.COUNTRY, "NL"), dated=datetime.date(2019, 5, 1))
    other = said("b", ("h", Attribute.NAME, name), ("h", Attribute.COUNTRY, "BE"))
    page = shown(dataclasses.replace(site, readings=(old, other)), Kind.ORGANISATION, "gemeente-voorbeeld")

    assert "sources agree" in page.text
    assert "sources differ" in page.text
    assert "older than three years" in page.text
    assert "of 1 May 2019" in page.text


def test_an_organisation_that_only_a_list_knows_has_a_page_with_its_relations(site: Site) -> None:
    listed = said(
        "lijst",
        ("m", Attribute.NAME, "Ministerie van Proeven"),
        ("m", Attribute.ACCOUNT, "https://github.com/minproeven"),
        ("d", Attribute.NAME, "Dienst Proeven"),
        ("d", Attribute.HAS_OSPO, "yes"),
        ("d", Attribute.PARENT, "m"),
    )
    site = dataclasses.replace(site, readings=(listed,))
    page = shown(site, Kind.ORGANISATION, "dienst-proeven")

    assert "/en/organisations/dienst-proeven/" in site.routes
    assert "/ospo/en/organisations/ministerie-van-proeven/" in page.links
    assert "We do not observe repositories of this organisation yet." in page.text
    assert page.untitled == 0


def test_the_one_change_for_all_repositories_names_the_file_and_what_it_settles() -> None:
    page = read(sites.static().html(Route(Kind.ORGANISATION, "alliander", Language.EN)))
    place = r"github\.com/alliander-opensource/\.github"

    assert re.search(rf"Put \S+ in {place}: that settles \d+ findings in \d+ repositories at once", page.text)


def test_the_course_of_the_ladder_is_a_picture_and_the_same_table() -> None:
    real = sites.static()
    page = read(real.html(Route(Kind.ORGANISATION, "kadaster", Language.NL)))
    pictures = [a for a in page.all("svg") if a.get("class") == "columns-chart"]

    assert len(pictures) == 4
    assert page.untitled == 0
    assert "1 januari 2023" in page.text


def test_with_one_observation_there_is_a_table_and_no_picture() -> None:
    real = dataclasses.replace(sites.static(), past=Past())
    page = read(real.html(Route(Kind.ORGANISATION, "kadaster", Language.EN)))

    assert [a for a in page.all("svg") if a.get("class") == "columns-chart"] == []
    assert "There is one observation so far" in page.text


def test_a_repository_shows_what_a_crawl_recorded(site: Site) -> None:
    when = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)
    states = (
        StateChange(KAART, RepositoryState.ACTIVE, when),
        StateChange(KAART, RepositoryState.ARCHIVED, sites.NOW),
    )
    origin, was = "https://github.com/elders/kaart", ("https://oud.example/kaart",)
    known = KnownRepository(KAART, when, states, fork=ForkKind.FORK, fork_of=origin, was=was)
    page = shown(dataclasses.replace(site, past=Past({KAART: known})), Kind.REPOSITORY, "github.com/voorbeeld/kaart")

    assert "archived, since 23 November 2026" in page.text
    assert "a fork of github.com/elders/kaart" in page.text
    assert "oud.example/kaart" in page.text
    assert "1 March 2025: active" in page.text


def test_why_not_explains_an_account_that_nobody_names_and_one_of_an_organisation(site: Site) -> None:
    nowhere = shown(site, Kind.WHY, query="https://github.com/nergens-bekend")
    here = shown(site, Kind.WHY, query="https://github.com/gemeentevoorbeeld")

    assert "It is not in the register" in nowhere.text
    assert "put an ospo.yml in the .github repository" in nowhere.text
    assert "It is in the register" in here.text
    assert "/ospo/en/organisations/gemeente-voorbeeld/" in here.links


def test_an_unsettled_account_has_a_page_with_the_same_answer(site: Site) -> None:
    account = "https://github.com/van-niemand"
    site = dataclasses.replace(site, readings=(said("lijst", (account, Attribute.ACCOUNT, account)),))
    page = shown(site, Kind.WHY, "github.com/van-niemand")

    assert "/nl/why-not/github.com/van-niemand/" in site.routes
    assert "no source says of which organisation it is" in page.text
    assert "/ospo/en/why-not/github.com/van-niemand/" in shown(site, Kind.WHY).links


def test_every_source_is_on_the_page_with_its_date(site: Site) -> None:
    site = dataclasses.replace(site, readings=(said("lijst", ("x", Attribute.NAME, "X")),))
    page = shown(site, Kind.WHY)

    assert "What we read: 2 sources" in page.text
    assert "23 November 2026" in page.text


def test_each_figure_has_a_picture_a_table_a_number_and_what_it_does_not_tell() -> None:
    page = read(sites.static().html(Route(Kind.STATISTICS, "", Language.EN)))
    figures = [a for _, a in page.elements if a.get("class") == "below figure"]
    pictures = [a for a in page.all("svg") if a.get("class") == "bars"]
    tables = [a for a in page.all("table") if "numbers" in a.get("class", "")]

    assert len(figures) >= 7
    assert (
        len(pictures)
        == len(tables)
        == page.text.count("Not measured:")
        == len(re.findall(r"\bn = \d", page.text))
        == len(figures)
    )
    assert page.untitled == 0


def test_no_figure_names_an_organisation() -> None:
    real = sites.static()
    page = read(real.html(Route(Kind.STATISTICS, "", Language.NL))).text
    long = [o.name for o in real.library.organisations.values() if len(o.name) > 4 and o.name != "OSPO-NL"]

    assert [name for name in long if name in page] == []


def week(site: Site) -> Site:
    turn = Turn(KAART, CheckId("has-ci"), Outcome.NOT_MET, Outcome.MET, TODAY)
    seen = KnownRepository("https://x.example/[a](b)", sites.NOW)
    return dataclasses.replace(site, past=Past(recent=(seen,), turned=(turn,)))


def test_this_week_tells_what_changed_and_where_to_read_more(site: Site) -> None:
    page = shown(week(site), Kind.WEEK)

    assert "New repositories: 1" in page.text
    assert "from not met to met" in page.text
    assert "/ospo/en/repositories/github.com/voorbeeld/kaart/" in page.links
    assert "From 17 November 2026 to 23 November 2026" in page.text


def beside(site: Site, name: str, language: Language = Language.EN) -> bytes:
    with few_checks.used():
        return site.beside[f"/{language}/this-week/{name}"].file().content


def test_the_feed_has_an_entry_for_each_change_under_an_id_of_its_own_that_is_on_the_page(site: Site) -> None:
    site = week(site)
    top = Tree.fromstring(beside(site, "atom.xml"))  # noqa: S314 - our own
    ids = [str(e.findtext(f"{ATOM}id")) for e in top.iter(f"{ATOM}entry")]
    anchors = set(shown(site, Kind.WEEK).ids)

    assert len(ids) == len(set(ids)) >= 2
    assert {i.partition("#")[2] for i in ids} <= anchors


def test_the_id_of_a_change_is_the_same_a_day_later(site: Site) -> None:
    def ids(today: datetime.date) -> set[str]:
        top = Tree.fromstring(beside(dataclasses.replace(week(site), today=today), "atom.xml"))  # noqa: S314 - our own
        return {str(e.findtext(f"{ATOM}id")) for e in top.iter(f"{ATOM}entry")}

    assert ids(TODAY) & ids(TODAY + datetime.timedelta(days=1))


def test_a_quiet_week_has_a_feed_that_says_so(site: Site) -> None:
    later = dataclasses.replace(site, today=datetime.date(2035, 1, 1))
    top = Tree.fromstring(beside(later, "atom.xml"))  # noqa: S314 - our own

    assert [e.findtext(f"{ATOM}title") for e in top.iter(f"{ATOM}entry")] == ["Nothing changed this week"]


def test_the_text_for_a_mail_has_whole_addresses_and_no_markup_of_others(site: Site) -> None:
    text = beside(week(site), "week.md").decode()

    assert "https://voorbeeld.example/ospo/en/repositories/github.com/voorbeeld/kaart/" in text
    assert "x.example/\\[a\\](b)" in text
    assert "](/" not in text


def test_the_calendar_has_a_day_for_each_coming_event_and_review(site: Site) -> None:
    found = icalendar.Calendar.from_ical(beside(site, "agenda.ics"))
    days = found.walk("VEVENT")

    assert len({str(e["UID"]) for e in days}) == len(days)
    assert all(e["DTSTART"].dt >= TODAY for e in days)
