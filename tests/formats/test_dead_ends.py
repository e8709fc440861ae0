# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dead ends: pages that say in words that there is nothing, in both languages; pages about that are alive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats import dead_ends, web_page
from ospo.formats.web_page import WebPage

NOTHING = [
    "404",
    "404 Not Found",
    "Error 404",
    "Page not found | Voorbeeld",
    "Voorbeeld - Pagina niet gevonden",
    "Oeps! Deze pagina bestaat niet meer.",
    "Helaas, de pagina is niet gevonden",
    "Sorry, this page isn’t available",
    "HTTP 410",
    "Fout 404 – Pagina bestaat niet",
    "Niet gevonden · Gemeente Voorbeeld",
]
SOMETHING = [
    "",
    "Welkom",
    "How to write a good 404 page",
    "Zo maak je een nette foutpagina",
    "Artikel 404",
    "Voorbeeld 404 en meer",
    "Pagina niet gevonden: wat nu met dode links",
    "Sorry",
    "Error handling",
    "Not found in the dictionary",
]


def shown(title: str = "", heading: str = "", text: str = "") -> WebPage:
    return web_page.read(f"<title>{title}</title><h1>{heading}</h1><p>{text}</p>".encode())


@pytest.mark.parametrize("words", NOTHING)
def test_a_title_or_heading_that_says_only_that_is_a_dead_end(words: str) -> None:
    assert dead_ends.says_nothing_is_here(shown(title=words))
    assert dead_ends.says_nothing_is_here(shown(title="Voorbeeld", heading=words))


@pytest.mark.parametrize("words", [w for w in SOMETHING if not w.startswith("Pagina")])
def test_a_title_that_says_more_is_no_dead_end(words: str) -> None:
    assert not dead_ends.says_nothing_is_here(shown(title=words, heading=words))


def test_words_in_the_text_are_no_dead_end() -> None:
    assert not dead_ends.says_nothing_is_here(shown("Handleiding", "Dode links", "404 Page not found. " * 20))


@pytest.mark.parametrize(
    ("title", "text", "host", "sold"),
    [
        ("voorbeeld.example is for sale", "", "voorbeeld.example", False),
        ("This domain is for sale", "", "voorbeeld.example", True),
        ("Deze domeinnaam is te koop", "", "voorbeeld.example", True),
        ("Voorbeeld", "Buy this domain now", "voorbeeld.example", True),
        ("Voorbeeld", "Dit domein is geregistreerd door een klant van Hoster", "voorbeeld.example", True),
        ("Voorbeeld", "Parked by Hoster", "voorbeeld.example", False),
        ("Voorbeeld", "This page is parked free, courtesy of Hoster", "voorbeeld.example", True),
        ("Voorbeeld", "Dag", "www.hugedomains.com", True),
        ("Voorbeeld", "Dag", "nothugedomains.com", False),
        ("Voorbeeld", "Dag", "sedo.com:8080", True),
        ("Huizen te koop", "Dit huis is te koop", "voorbeeld.example", False),
        ("Voorbeeld", "Domain for sale. " + "Een lang stuk over domeinnamen. " * 200, "voorbeeld.example", False),
    ],
)
def test_a_page_that_sells_its_name_is_known(title: str, text: str, host: str, sold: bool) -> None:
    assert dead_ends.is_for_sale(shown(title, text=text), host) == sold


@given(st.binary(max_size=500), st.text(max_size=40))
def test_whatever_a_page_holds_there_is_an_answer(content: bytes, host: str) -> None:
    page = web_page.read(content)

    assert dead_ends.says_nothing_is_here(page) in {True, False}
    assert dead_ends.is_for_sale(page, host) in {True, False}


@given(st.text("abcdefgh ", min_size=1, max_size=60))
def test_other_words_are_never_a_dead_end(text: str) -> None:
    assert not dead_ends.says_nothing_is_here(shown(text, text, text))


@given(st.sampled_from(NOTHING), st.sampled_from(["", " | Site", " - Site", " · Site"]))
def test_the_name_of_the_site_beside_it_changes_nothing(words: str, name: str) -> None:
    assert dead_ends.says_nothing_is_here(shown(title=words + name))
