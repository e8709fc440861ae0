# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The static site in a real browser, under a path of any web server: links, search with JavaScript and without."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

import sites
from ospo.domain.language import Language
from ospo.engine import relevance
from ospo.engine import site as plan
from questions import EN, NL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
# Words that stand on no page in that form: the server knows their lemma or their parts, the browser does not.
ELSEWHERE = {"beveiligingslek melden", "automatische tests in CI", "REUSE headers"}
QUESTIONS = [(Language.NL, q) for q in NL] + [(Language.EN, q) for q in EN]


@pytest.fixture(scope="module")
def page(chromium: "Browser") -> Iterator["Page"]:
    """A page that may not complain."""
    context = chromium.new_context()
    made, trouble = context.new_page(), []
    made.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: trouble.append(str(error)))
    yield made
    context.close()
    assert trouble == []


def found(page: "Page") -> list[str]:
    page.locator("#status:not(:empty)").wait_for()
    return [str(link.get_attribute("href")) for link in page.locator(".results a").all()]


@pytest.mark.parametrize(("language", "question"), QUESTIONS)
def test_the_browser_finds_what_the_server_finds(
    language: Language, question: str, page: "Page", static_address: str
) -> None:
    search = sites.live().find
    assert search is not None
    page.goto(f"{static_address}/{language}/search/?{urlencode({'q': question})}")
    here, there = found(page), [f"/ospo{plan.address(d.route)}" for d in search(question, language)][: relevance.LIMIT]
    assert here[:1] == there[:1]
    assert here == there or question in ELSEWHERE


def test_results_say_what_they_are_and_lead_there(page: "Page", static_address: str) -> None:
    page.goto(f"{static_address}/nl/")
    page.locator("#q").fill("licentie kiezen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/search/?q=*")
    found(page)
    assert page.locator(".results .quiet").first.inner_text().startswith("Praktijk · ")
    assert page.locator("#everything").is_hidden()
    assert "Pagina's die het best passen:" in page.locator("#status").inner_text()
    page.locator(".results a").first.click()
    assert page.url == f"{static_address}/nl/practices/licentiekeuze/"


def test_when_nothing_is_found_the_whole_list_remains(page: "Page", static_address: str) -> None:
    page.goto(f"{static_address}/en/search/?q=%3Cxqzzy%20qqqzx=%3E")
    assert found(page) == []
    assert "Nothing found." in page.locator("#status").inner_text()
    assert page.locator("#everything").is_visible()


def test_what_is_asked_is_shown_as_text(page: "Page", static_address: str) -> None:
    page.goto(f"{static_address}/en/search/?q=%3Cimg%20src=x%20onerror=alert(1)%3E")
    found(page)
    assert page.locator("main img").count() == 0
    assert page.locator("#q").input_value() == "<img src=x onerror=alert(1)>"


def test_without_javascript_the_list_is_there_and_the_page_says_so(chromium: "Browser", static_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{static_address}/nl/search/?q=licentie")
    assert "Zonder JavaScript kies je uit de lijst" in page.locator("noscript").inner_text()
    page.locator("#everything a", has_text="Kies één licentie").click()
    assert page.url == f"{static_address}/nl/practices/licentiekeuze/"
    page.get_by_role("link", name="English").click()
    assert page.url == f"{static_address}/en/practices/licentiekeuze/"
    context.close()
