# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms in a real browser: explained in place without JavaScript, by mouse, keyboard and touch, and on paper."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

import sites
from ospo.domain.identifier import TermId
from ospo.domain.language import Language
from windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
PATH = "practices/klein-beginnen/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def plain(windows: Windows, address: str) -> Iterator["Page"]:
    """A narrow page with a touch screen, without JavaScript."""
    page = windows.window(java_script_enabled=False, has_touch=True, **NARROW).open(f"{address}/nl/{PATH}")
    yield page
    page.emulate_media(media="null")


def first(page: "Page") -> tuple["Locator", "Locator"]:
    """The first term of a page and its explanation."""
    button = page.locator("button.term").first
    return button, page.locator(f"#{button.get_attribute('popovertarget')}")


def test_a_tap_shows_what_a_term_means_and_a_tap_elsewhere_hides_it(plain: "Page") -> None:
    button, explanation = first(plain)
    assert explanation.is_hidden()
    button.tap()
    assert explanation.is_visible()
    place = str(explanation.get_attribute("id")).removeprefix("term-")
    term = sites.app().library.terms[TermId(place)]
    assert term.definition[Language.NL] in explanation.inner_text()
    assert "Meer in de begrippenlijst" in explanation.inner_text()
    plain.touchscreen.tap(5, 635)
    assert explanation.is_hidden()


def test_it_works_by_keyboard_and_leads_to_the_glossary(plain: "Page") -> None:
    button, explanation = first(plain)
    name = str(explanation.get_attribute("id")).removeprefix("term-")
    button.focus()
    plain.keyboard.press("Enter")
    assert explanation.is_visible()
    plain.keyboard.press("Escape")
    assert explanation.is_hidden()
    plain.keyboard.press("Space")
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    plain.wait_for_url(f"**/nl/glossary/#{name}")


def test_every_explanation_fits_on_a_narrow_screen(plain: "Page") -> None:
    buttons = plain.locator("button.term").all()
    assert buttons
    for button in buttons:
        explanation = plain.locator(f"#{button.get_attribute('popovertarget')}")
        button.tap()
        box = explanation.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 320
        assert 0 <= box["y"] <= box["y"] + box["height"] <= 640
        plain.keyboard.press("Escape")


def test_on_paper_the_explanation_stands_behind_the_word(plain: "Page") -> None:
    _, explanation = first(plain)
    plain.emulate_media(media="print")
    assert explanation.is_visible()
    assert explanation.locator("a").is_hidden()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "look", [NARROW, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["narrow", "dark", "forced colours"]
)
def test_axe_finds_nothing_while_an_explanation_is_open(
    language: Language, look: dict[str, Any], windows: Windows, axe: str, address: str
) -> None:
    page = windows.window(script=axe, **look).open(f"{address}/{language}/{PATH}")
    button, explanation = first(page)
    button.click()
    assert explanation.is_visible()
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
