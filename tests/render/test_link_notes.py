# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page and the editors' board say of addresses outside: nothing when all is well, no more than was seen."""

import dataclasses
import datetime
from pathlib import Path

import pytest

import knowledge_base
import sites
from html_pages import Page, read
from knowledge_base import KnowledgeBase
from ospo.domain.link import LinkReason, Links, LinkState, Stretch
from ospo.render.html import Site

DAY = sites.NOW.date()
FACT, SOURCE, EVENT = (f"https://voorbeeld.example/{name}" for name in ("besluit", "licenties", "werkdag"))
WEBSITE = "https://voorbeeld.example/"
GONE = "the address said on 23 November 2026 that it no longer exists (404)"


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def page(base: KnowledgeBase, path: str, links: Links, today: datetime.date = DAY) -> Page:
    site: Site = dataclasses.replace(sites.fictional(base.path), links=links, today=today)
    found = site.page(path)
    assert found is not None, path
    return read(found.content)


def one(address: str, state: LinkState, to: str = "") -> Links:
    return Links({address: (Stretch(state, LinkReason.ANSWERS, DAY, DAY, 200, to),)})


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (FACT, "/en/practices/licentie-kiezen/"),
        (SOURCE, "/en/practices/licentie-kiezen/"),
        (EVENT, "/en/events/werkdag-2026/"),
        ("https://voorbeeld.example/norm", "/en/norms/voorbeeldnorm/"),
        (WEBSITE, "/en/organisations/gemeente-voorbeeld/"),
    ],
)
def test_beside_a_source_stands_what_is_wrong_with_its_address(base: KnowledgeBase, address: str, path: str) -> None:
    assert GONE in page(base, path, sites.seen_gone(address)).text
    assert GONE not in page(base, path, Links()).text
    assert GONE not in page(base, path, sites.seen_gone(f"{address}-anders")).text


def test_a_source_that_moved_has_its_new_address(base: KnowledgeBase) -> None:
    new = "https://nieuw.example/a?b=<c>"

    found = page(base, "/nl/practices/licentie-kiezen/", one(SOURCE, LinkState.MOVED, new))

    assert "het adres is verhuisd, zagen we op 23 november 2026" in found.text
    assert new in found.links
    assert SOURCE in found.links


def test_what_is_in_order_is_silent_until_it_is_long_ago(base: KnowledgeBase) -> None:
    alive, path = one(SOURCE, LinkState.ALIVE), "/en/practices/licentie-kiezen/"

    assert "last looked at" not in page(base, path, alive).text
    later = DAY + datetime.timedelta(days=200)
    assert "the address was last looked at on 23 November 2026" in page(base, path, alive, later).text


def test_the_board_says_that_nobody_looked_yet(base: KnowledgeBase) -> None:
    assert "The addresses outside have not been looked at yet." in page(base, "/en/board/", Links()).text
    assert "De adressen van elders zijn nog niet nagelopen." in page(base, "/nl/board/", Links()).text


def test_the_board_has_a_task_for_each_address_that_is_wrong_with_its_files(base: KnowledgeBase) -> None:
    named_more = "https://voorbeeld.example/verslag"
    board = page(base, "/en/board/", sites.seen_gone(FACT, EVENT, named_more))

    assert "Addresses outside that were looked at: 3, the last one on 23 November 2026." in board.text
    assert "Addresses that no longer lead where they did" in board.text
    assert GONE in board.text
    assert FACT in board.links
    for file in ("facts/voorbeeld-besluit.yaml", "events/werkdag-2026.yaml", "practices/open-werken.nl.md"):
        assert any(link.endswith(f"content/{file}") for link in board.links)


def test_the_site_as_we_ship_it_makes_up_no_history() -> None:
    assert sites.app().links.by_address == {} or all(
        stretch.first <= stretch.last <= datetime.datetime.now(datetime.UTC).date()
        for stretches in sites.app().links.by_address.values()
        for stretch in stretches
    )


NOT_YET = "Whether these addresses still work, nobody has looked at yet."


def test_a_page_with_facts_says_so_when_no_address_was_ever_looked_at(base: KnowledgeBase) -> None:
    never = page(base, "/en/practices/licentie-kiezen/", Links())
    looked = page(base, "/en/practices/licentie-kiezen/", one(FACT, LinkState.ALIVE))

    assert NOT_YET in never.text
    assert NOT_YET not in looked.text
