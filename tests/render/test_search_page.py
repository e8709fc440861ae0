# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with what was found: marked words, filters that are links, and nothing of a question that is not text."""

import re

import pytest

import sites


def shown(query: str, language: str = "nl") -> str:
    page = sites.live().page(f"/{language}/search/", query)
    assert page is not None
    return page.content.decode()


def test_the_words_that_were_found_are_marked_also_when_they_were_misspelt() -> None:
    assert "<mark>licentie</mark>" in shown("lisentie")


def test_each_filter_is_a_link_with_its_count_that_can_be_shared() -> None:
    page = shown("licentie")
    link = re.search(
        r'href="/nl/search/\?q=licentie%20kind%3Acheck">Toets <span class="chip__count">(\d+)</span>', page
    )
    assert link is not None
    chosen = shown("licentie kind:check")
    assert chosen.count('class="results__item"') == min(int(link[1]), 20)
    assert 'href="/nl/search/?q=licentie" aria-current="true">Toets' in chosen
    assert '"/nl/practices/' not in chosen.partition('<ol class="results"')[2].partition("</ol>")[0]


def test_a_role_leaves_practices_for_that_role() -> None:
    found = shown("licentie for:jurist").partition('<ol class="results"')[2].partition("</ol>")[0]
    assert "/nl/practices/licentie" in found
    assert "/nl/checks/" not in found


@pytest.mark.parametrize(
    "query",
    [
        "<script>alert(1)</script>",
        "licentie <img src=x onerror=alert(1)>",
        'licentie" onmouseover="x',
        "licentie kind:<b>",
        "kind:check",
        "for:jurist " * 300,
        "</mark><h1>licentie",
        "((((licentie))))+*?[",
    ],
)
def test_whatever_is_typed_stays_text(query: str) -> None:
    page = shown(query)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'onmouseover="x' not in page.replace("&#34;", "")
    assert page.count("<h1") == 1
