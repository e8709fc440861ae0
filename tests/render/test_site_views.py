# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page says in each situation: nothing observed, something unknown, a review that is due."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

import knowledge_base
import policies
import sites
from html_pages import Page, read
from knowledge_base import KnowledgeBase
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Finding, met
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.domain.observation import Observations
from ospo.domain.site import Kind, Route
from ospo.render.html import Site
from ospo.render.html.dates import partial

KAART = "/en/repositories/github.com/voorbeeld/kaart/"


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def page(site: Site, path: str, query: str = "") -> Page:
    found = site.page(path, query)
    assert found is not None, path
    return read(found.content)


def observed(**outcomes: str) -> Observations:
    return sites.observed(gemeente_voorbeeld=[sites.repository("kaart", **outcomes)])


def test_without_observations_no_page_counts_anything(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path)
    texts = {path: page(site, path).text for path in site.routes}
    assert "We have not observed this in any repository yet." in texts["/en/practices/licentie-kiezen/"]
    assert "not observed" in texts["/en/norms/voorbeeldnorm/"]
    assert "We do not observe repositories of this organisation yet." in texts["/en/organisations/gemeente-voorbeeld/"]
    counted = re.compile(r"\b0 (?:of|van) (?:the |de )?\d|(?:of|van de) 0\b")
    assert {path: found[0] for path, text in texts.items() if (found := counted.search(text))} == {}


def test_what_is_not_known_is_not_counted_as_absent(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path, observed(has_licence_file="unknown"))
    shown = page(site, "/en/practices/licentie-kiezen/").text
    assert "0 of 1 organisations show this" in shown
    assert "Of 1 repositories we do not know." in shown
    assert "not known: 1" in page(site, "/en/practices/").text


def test_a_check_that_was_not_run_there_is_not_counted(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path, observed(has_ci="met"))
    assert "We have not observed this in any repository yet." in page(site, "/en/checks/has-licence-file/").text
    assert "not applicable" in page(site, "/en/organisations/gemeente-voorbeeld/").text


def test_a_repository_shows_findings_with_evidence_at_the_commit_and_one_next_step(base: KnowledgeBase) -> None:
    site = sites.fictional(
        base.path, observed(has_licence_file="met", readme_explains_the_project="not-met", has_ci="not-applicable")
    )
    shown = page(site, KAART)
    assert f"https://github.com/voorbeeld/kaart/blob/{'a' * 40}/LICENSE#L1" in shown.links
    assert "The best next step" in shown.text
    assert "Of all open points this one weighs most for the norms" in shown.text
    kinds = [a["class"] for a in shown.all("li") if a.get("class", "").startswith("finding ")]
    assert kinds == ["finding finding--met", "finding finding--not-met", "finding finding--not-applicable"]


def test_when_nothing_is_open_the_next_step_is_to_get_to_know(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path, observed(has_licence_file="met", has_security_policy="unknown"))
    assert "No point is open." in page(site, KAART).text


def test_when_everything_is_in_order_there_is_no_next_step(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path, observed(has_licence_file="met"))
    assert "next step" not in page(site, KAART).text


def test_a_step_for_several_repositories_names_the_values_of_none(base: KnowledgeBase) -> None:
    one = sites.repository("kaart", has_contributing="not-met")
    two = sites.repository("loket", has_contributing="not-met")
    changed = replace(two.findings[0].verdict, reason="empty", values={"path": "docs/CONTRIBUTING.md"})
    two = replace(two, findings=(Finding(two.findings[0].check, changed),))
    site = sites.fictional(base.path, sites.observed(gemeente_voorbeeld=[one, two]))
    step = page(site, "/en/organisations/gemeente-voorbeeld/").text.partition("The best next step")[2][:160]
    assert "docs/CONTRIBUTING.md" not in step
    assert step.strip().startswith("Says how to contribute")


def test_text_of_others_is_shown_and_not_run(base: KnowledgeBase) -> None:
    hostile = Finding(CheckId("has-licence-file"), met("found", path='<script>alert("x")</script>'))
    kaart = replace(sites.repository("kaart"), findings=(hostile,))
    site = sites.fictional(base.path, sites.observed(gemeente_voorbeeld=[kaart]))
    assert not page(site, KAART).all("script")


@pytest.mark.parametrize(("until", "words"), [("2026-11-23", "Waived until 23"), ("2026-11-22", "waiver ended on 22")])
def test_a_waiver_of_the_repository_is_shown_whether_it_holds_or_not(
    base: KnowledgeBase, until: str, words: str
) -> None:
    waiver = Waiver(sites.LICENCE, "The text follows in January.", "product owner", datetime.date.fromisoformat(until))
    kaart = sites.repository("kaart", has_licence_file="not-met")
    kaart = replace(kaart, findings=tuple(replace(f, waiver=waiver) for f in kaart.findings))
    shown = page(sites.fictional(base.path, sites.observed(gemeente_voorbeeld=[kaart])), KAART).text

    assert words in shown
    assert "product owner" in shown
    assert "The text follows in January." in shown


def test_an_old_copy_says_how_old_it_is(base: KnowledgeBase) -> None:
    long_ago = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)
    kaart = replace(sites.repository("kaart", has_licence_file="met"), committed=long_ago)
    old = page(sites.fictional(base.path, sites.observed(gemeente_voorbeeld=[kaart])), KAART).text
    fresh = page(sites.fictional(base.path, observed(has_licence_file="met")), KAART).text
    assert "Our copy of this repository is of 1 March 2025." in old
    assert "Our copy of this repository" not in fresh


def test_a_page_that_is_due_and_a_translation_that_is_behind_say_so(base: KnowledgeBase) -> None:
    base.change("practices/licentie-kiezen.nl.md", "reviewed: 2026-11-01", "reviewed: 2026-02-01")
    base.change("practices/licentie-kiezen.nl.md", "- Kies er een.", "- Kies er twee.")
    site = sites.fictional(base.path)
    english, dutch = (page(site, f"/{code}/practices/licentie-kiezen/").text for code in ("en", "nl"))
    assert "This page was due for review on 1 August 2026." in english
    assert "The Dutch text has changed since this translation was made." in english
    assert "1 augustus 2026" in dutch
    assert "behind the Dutch text" in english


def test_a_page_that_missed_its_review_twice_is_archive_and_says_what_that_means(base: KnowledgeBase) -> None:
    base.change("practices/licentie-kiezen.nl.md", "reviewed: 2026-11-01", "reviewed: 2025-11-01")
    site = sites.fictional(base.path)

    assert (
        "Archive. This page missed its review twice, first on 1 May 2026"
        in page(site, "/en/practices/licentie-kiezen/").text
    )
    assert "archief" in page(site, "/nl/practices/").text


def test_the_board_shows_what_there_is_to_do_and_where(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path)
    board = page(site, "/en/board/")

    assert "About ten municipalities do it like this." in board.text
    assert any(link.endswith("content/facts/geschat-aantal.yaml") for link in board.links)
    assert "role redactie-ospo" in board.text

    base.change("facts/geschat-aantal.yaml", "status: unverified", "status: verified")
    base.change("practices/open-werken.nl.md", "review-every: 1 maand", "review-every: 12 maanden")
    base.remove("events/eerste-keer.yaml")
    assert "Nothing is due this week." in page(sites.fictional(base.path), "/en/board/").text


def test_a_fact_that_had_to_be_looked_at_again_says_so(base: KnowledgeBase) -> None:
    base.change("facts/voorbeeld-besluit.yaml", "2027-05-01", "2026-11-23")
    assert (
        "had to be checked again before 23 November 2026"
        in page(sites.fictional(base.path), "/en/practices/licentie-kiezen/").text
    )


def test_a_practice_without_traces_counts_nothing(base: KnowledgeBase) -> None:
    base.change("practices/licentie-kiezen.nl.md", "licence: CC-BY-4.0", "traces: false\nlicence: CC-BY-4.0")
    site = sites.fictional(base.path, observed(has_licence_file="met"))
    assert "This practice leaves no trace in a repository" in page(site, "/en/practices/licentie-kiezen/").text


def test_a_practice_without_checks_has_nothing_to_run(base: KnowledgeBase) -> None:
    base.change("practices/licentie-kiezen.nl.md", "checks: [has-licence-file]", "checks: []\ntraces: false")
    text = page(sites.fictional(base.path), "/en/practices/licentie-kiezen/").text
    assert "This practice leaves no trace in a repository" in text
    assert "Check it yourself" not in text
    assert "The checks below" not in text


def test_the_question_goes_along_to_the_other_language_and_is_shown_as_text(base: KnowledgeBase) -> None:
    site = sites.fictional(base.path)
    site.find = lambda query, language: []
    found = site.page("/en/search/", '"><b>licence')
    assert found is not None
    shown = read(found.content)
    assert "/nl/search/?q=%22%3E%3Cb%3Elicence" in shown.links
    assert not shown.all("b")
    assert any(a.get("value") == '"><b>licence' for a in shown.all("input"))
    assert "Nothing found." in shown.text


def test_a_path_that_does_not_exist_gives_nothing(base: KnowledgeBase) -> None:
    assert sites.fictional(base.path).page("/nl/bestaat-niet/") is None


def test_without_a_home_text_the_page_still_stands(base: KnowledgeBase) -> None:
    assert sites.fictional(base.path).html(Route(Kind.HOME, "", Language.EN)).count("<h1") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-05-01", "1 mei 2026"), ("2026-05", "mei 2026"), ("2026", "2026"), ("2026-13", "2026-13"), ("ooit", "ooit")],
)
def test_dates_are_written_as_far_as_they_are_known(text: str, expected: str) -> None:
    assert partial(text, Language.NL) == expected


def test_the_style_sheets_are_whole() -> None:
    """A selector cut in two makes a browser drop everything after it."""
    sheets = {f.path: f.content.decode() for f in sites.static().static_files() if f.path.endswith(".css")}
    assert len(sheets) == 3
    for path, css in sheets.items():
        heads = [part.rpartition("}")[2] for part in css.split("{")]
        assert [h for h in heads if h.count("(") != h.count(")")] == [], path
        assert css.count("{") == css.count("}"), path


def test_a_profile_is_a_page_with_what_it_asks_changes_and_leaves_out(base: KnowledgeBase) -> None:
    waiver = "waivers: [{check: has-ci, reason: Komt nog, role: eigenaar, until: 2020-01-01}]\n"
    policies.put(base, huis=policies.HOUSE + waiver, boven=policies.text("boven", "extends: [huis]\n"))
    site = sites.fictional(base.path)
    shown = page(site, "/en/profiles/huis/")

    assert [text for _, text in shown.headings][:2] == ["Policy huis", "What every repository must have"]
    for words in ("When the repository is: documentation", "Only text.", "Core", "ended on 1 January 2020"):
        assert words in shown.text
    assert "/en/checks/has-licence-file/" in shown.links
    assert "/en/profiles/huis/" in page(site, "/en/profiles/boven/").links
    assert {"/en/profiles/boven/", "/en/profiles/huis/"} <= set(page(site, "/en/profiles/").links)


def test_without_profiles_there_is_no_door_to_them(base: KnowledgeBase) -> None:
    base.remove("profiles/voorbeeldbeleid.yaml")
    site = sites.fictional(base.path)

    assert not [path for path in site.routes if "/profiles/" in path]
    assert "/en/profiles/" not in page(site, "/en/").links


def test_a_norm_shows_every_control_by_level_and_what_the_rest_takes(base: KnowledgeBase) -> None:
    person = """
  - id: VB-03
    title: {nl: Iemand waakt, en: Somebody watches}
    url: https://voorbeeld.example/norm#VB-03
    level: 1
    up-to: 1
    axis: open
    proof: person
    irreversible: true
    note: {nl: "Weg is weg.", en: "Gone is gone."}
"""
    norm = base.path / "norms" / "voorbeeldnorm.yaml"
    norm.write_text(norm.read_text("utf-8") + person, "utf-8")
    shown = page(sites.fictional(base.path, observed(has_licence_file="met")), "/en/norms/voorbeeldnorm/")

    assert "2 of 3 requirements have a check" in shown.text
    assert "no check; a person tells" in shown.text
    assert "asked up to level 1" in shown.text
    assert "cannot be mended afterwards" in shown.text
    tables = shown.all("table")
    headings = {a["id"] for a in shown.all("h2") if "id" in a}
    assert len(tables) == 3
    assert {table["aria-labelledby"] for table in tables} <= headings


def test_a_repository_and_its_organisation_say_the_level_of_each_axis_in_words(base: KnowledgeBase) -> None:
    ladder = (base.path / "norms" / "voorbeeldnorm.yaml").read_text("utf-8")
    ladder = ladder.replace("id: voorbeeldnorm", "id: ambitieladder").replace("VB-0", "LA-0")
    ladder = ladder.replace("axis: open", "axis: transparant").replace("level: MUST", "level: 2\n    axis: transparant")
    ladder = ladder.replace("relation: necessary", "relation: full")
    base.write("norms/ambitieladder.yaml", ladder)
    site = sites.fictional(base.path, observed(has_licence_file="met", readme_explains_the_project="unknown"))

    words = "Transparency: level 1 shown, 2 still possible. For level 2, 1 not known, first: The work is explained"
    assert words in page(site, KAART).text
    many = "Transparency: level 1 shown in 1 of 1 repositories, level 2 in 0, level 3 in 0."
    assert many in page(site, "/en/organisations/gemeente-voorbeeld/").text


def test_the_controls_of_every_check_are_those_of_the_library() -> None:
    site = sites.static()
    for check in site.catalogue.ids():
        assert tuple(site.controls_by_check.get(check, ())) == site.library.controls_for(check)
