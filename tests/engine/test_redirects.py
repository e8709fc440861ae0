# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Redirects: what was given up leads to what is there, and nothing leads astray."""

import dataclasses
import datetime
from pathlib import Path

import pytest

import knowledge_base
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.redirect import Redirect
from ospo.engine import redirects
from ospo.engine import site as plan

SINCE = datetime.date(2026, 11, 26)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return knowledge_base.make(tmp_path).load()


def paths(library: Library) -> set[str]:
    return set(plan.plan(library, [], Observations({})))


def with_redirects(library: Library, **places: str) -> Library:
    found = {was: Redirect(was, now, SINCE) for was, now in places.items()}
    return dataclasses.replace(library, redirects=found)


def said(library: Library, was: str, now: str, **others: str) -> list[str]:
    changed = with_redirects(library, **{was: now, **others})
    return [str(problem) for problem in redirects.problems(changed, paths(changed)) if problem.values["id"] == was]


def test_a_page_that_moved_leads_on_in_both_languages(library: Library) -> None:
    changed = with_redirects(
        library, **{"practices/oud": "practices/licentie-kiezen", "norms/oud": "glossary#licentie"}
    )

    assert redirects.moved(changed) == {
        "/nl/practices/oud/": "/nl/practices/licentie-kiezen/",
        "/en/practices/oud/": "/en/practices/licentie-kiezen/",
        "/nl/norms/oud/": "/nl/glossary/#licentie",
        "/en/norms/oud/": "/en/glossary/#licentie",
    }


def test_an_anchor_that_moved_stays_on_its_page(library: Library) -> None:
    term = next(iter(library.terms))
    changed = with_redirects(library, **{"glossary#oud": f"glossary#{term}", "glossary#ouder": f"glossary#{term}"})

    assert redirects.problems(changed, paths(changed)) == []
    assert redirects.moved(changed) == {}
    assert redirects.former_anchors(changed, "glossary") == {term: ("oud", "ouder")}
    assert redirects.former_anchors(changed, "roadmap") == {}


@pytest.mark.parametrize("now", ["practices/licentie-kiezen", "practices", "glossary"])
def test_a_redirect_to_what_is_there_is_in_order(library: Library, now: str) -> None:
    assert said(library, "practices/oud", now) == []


@pytest.mark.parametrize(
    ("was", "now", "wrong"),
    [
        ("practices/licentie-kiezen", "practices", "which exists"),
        ("practices/oud", "practices/nergens", "does not exist"),
        ("practices/oud", "glossary#nergens", "does not exist"),
        ("practices/oud", "practices/ouder", "moved itself"),
        ("practices/oud#deel", "practices/licentie-kiezen", "no anchors of terms or steps"),
        ("glossary#oud", "practices/licentie-kiezen", "no browser follows"),
        ("glossary#oud", "glossary#nergens", "does not exist"),
    ],
)
def test_a_redirect_that_leads_astray_is_told(library: Library, was: str, now: str, wrong: str) -> None:
    found = said(library, was, now, **{"practices/ouder": "practices"})

    assert len(found) == 1
    assert wrong in found[0]


def test_an_address_is_a_path_in_a_language() -> None:
    assert redirects.where("practices/ai", Language.EN) == "/en/practices/ai/"
    assert redirects.where("glossary#forge", Language.NL) == "/nl/glossary/#forge"
