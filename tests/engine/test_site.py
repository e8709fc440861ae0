# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of the site: which pages there are, and where."""

from pathlib import Path

import pytest

import knowledge_base
import sites
from ospo.domain.identifier import ControlId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.practice import Audience, Phase
from ospo.domain.site import Kind, Route
from ospo.engine import site as plan


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return knowledge_base.make(tmp_path).load()


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        (Kind.HOME, "", "/nl/"),
        (Kind.PRACTICES, "", "/nl/practices/"),
        (Kind.PRACTICES, "phase/publish/audience/ciso", "/nl/practices/phase/publish/audience/ciso/"),
        (Kind.PRACTICE, "licentiekeuze", "/nl/practices/licentiekeuze/"),
        (Kind.REPOSITORY, "github.com/minvws/kat", "/nl/repositories/github.com/minvws/kat/"),
        (Kind.PAGE, "over", "/nl/pages/over/"),
        (Kind.SEARCH, "", "/nl/search/"),
        (Kind.NOT_FOUND, "", "/nl/not-found/"),
        (Kind.GLOSSARY, "", "/nl/glossary/"),
        (Kind.GLOSSARY, "forge", "/nl/glossary/#forge"),
    ],
)
def test_the_address_of_a_page(kind: Kind, key: str, expected: str) -> None:
    assert plan.address(Route(kind, key, Language.NL)) == expected


def test_every_page_is_there_in_both_languages_at_an_address_of_its_own(library: Library) -> None:
    found = plan.plan(library, [sites.CI], sites.observed(x=[sites.repository("kaart", has_ci="met")]))
    assert {path.replace("/nl/", "/en/", 1) for path in found if path.startswith("/nl/")} == {
        path for path in found if path.startswith("/en/")
    }
    assert {plan.address(route) for route in found.values()} == set(found)
    assert "/nl/repositories/github.com/voorbeeld/kaart/" in found
    assert "/nl/checks/has-ci/" in found
    assert "/nl/pages/home/" not in found


def test_a_filter_is_there_when_it_finds_something(library: Library) -> None:
    keys = list(plan.filters(library))
    assert keys[0] == ""
    assert all(plan.chosen(library, *plan.choice(key)) for key in keys)
    assert "phase/publish" in keys
    assert len(keys) == len(set(keys))
    empty = [p for p in Phase if not plan.chosen(library, p, None)]
    assert not any(plan.filter_key(phase) in keys for phase in empty)


@pytest.mark.parametrize("phase", [None, *Phase])
@pytest.mark.parametrize("audience", [None, *Audience])
def test_the_key_of_a_filter_can_be_read_back(phase: Phase | None, audience: Audience | None) -> None:
    assert plan.choice(plan.filter_key(phase, audience)) == (phase, audience)


@pytest.mark.parametrize("key", ["", "phase", "phase/nonsense", "x/y/z", "audience/"])
def test_a_key_that_means_nothing_chooses_nothing(key: str) -> None:
    assert plan.choice(key) == (None, None)


def test_practices_come_in_the_order_of_the_phases(library: Library) -> None:
    order = list(Phase)
    found = [order.index(p.phase) for p in plan.chosen(library, None, None)]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("control", "expected"), [("OSPS-VM-02.01", "OSPS-VM-02.01"), ("spc:make-it/4", "spc-make-it-4")]
)
def test_the_anchor_of_a_requirement(control: str, expected: str) -> None:
    assert plan.control_anchor(ControlId(control)) == expected
