# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site in a real browser: accessible, readable at every width, by keyboard, and without JavaScript."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# One page of each kind, and the situations that look different.
PATHS = {
    "home": "/",
    "practices": "/practices/",
    "filtered": "/practices/phase/publish/audience/ciso/",
    "practice": "/practices/kwetsbaarheden-melden/",
    "practice without traces": "/practices/open-tenzij/",
    "checks": "/checks/",
    "check": "/checks/has-security-policy/",
    "norms": "/norms/",
    "norm": "/norms/osps-baseline/",
    "ladder": "/norms/ambitieladder/",
    "roadmap": "/roadmap/situation/alone/",
    "board": "/board/",
    "events": "/events/",
    "event": "/events/ospologylive-2025/",
    "profiles": "/profiles/",
    "profile": "/profiles/rijksoverheid/",
    "organisations": "/organisations/",
    "organisations found": "/organisations/?q=gemeente",
    "organisation": "/organisations/ministerie-vws/",
    "why not": "/why-not/?q=https://github.com/nergens-bekend-voorbeeld",
    "why not this one": "/why-not/github.com/pdok/",
    "this week": "/this-week/",
    "figures": "/statistics/",
    "repository": "/repositories/github.com/minvws/nl-kat-coordination/",
    "glossary": "/glossary/",
    "page": "/pages/ondersteuning/",
    "search": "/search/?q=licentie",
    "nothing found": "/search/?q=xqzzy",
    "search without a question": "/search/",
    "not found": "/nergens/",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: dict[str, dict[str, Any]] = {
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}
# What may be wrong in the dark only, as `test_in_the_dark_only_colours_are_others` sees to.
COLOURS = ["color-contrast", "link-in-text-block"]
Open = Callable[..., "Page"]


@pytest.fixture
def opened(windows: Windows) -> Open:
    """Opens pages that may not complain and may not ask anything of another origin."""

    def open_page(url: str, **options: Any) -> "Page":
        return windows.window(**{"reduced_motion": "reduce", "locale": "nl-NL", **options}).open(url)

    return open_page


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", PATHS)
def test_axe_finds_nothing(kind: str, language: str, opened: Open, axe: str, address: str) -> None:
    page = opened(f"{address}/{language}{PATHS[kind]}", script=axe, bypass_csp=True)
    wrong = {}
    for name, look in LOOKS.items():
        page.set_viewport_size(look["viewport"])
        page.emulate_media(color_scheme=look.get("color_scheme", "light"))
        rules = COLOURS if name == "dark" else TAGS
        found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
        wrong[name] = [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found["violations"]]
    assert wrong == {name: [] for name in LOOKS}


def test_in_the_dark_only_colours_are_others(opened: Open, axe: str, address: str) -> None:
    page = opened(f"{address}/nl/", script=axe, bypass_csp=True)
    changed = page.evaluate("""() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
        .filter(rule => rule.media?.mediaText.includes('prefers-color-scheme')).flatMap(rule => [...rule.cssRules])
        .flatMap(rule => [...rule.style].map(name => [rule.selectorText, name, rule.style.getPropertyValue(name)]))
        .map(([where, name, value]) => [where, name.slice(0, 2), CSS.supports('color', value.trim())])""")
    about_colours = page.evaluate(
        "tags => axe.getRules(tags).filter(rule => rule.tags.includes('cat.color')).map(rule => rule.ruleId)", TAGS
    )

    assert changed
    assert [change for change in changed if change != [":root", "--", True]] == []
    assert sorted(about_colours) == COLOURS


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_sticks_out_at_320_pixels(kind: str, language: str, opened: Open, address: str) -> None:
    page = opened(f"{address}/{language}{PATHS[kind]}", **LOOKS["narrow"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = """() => [...document.querySelectorAll('main *, header *, footer *')]
        .filter(e => e.getBoundingClientRect().right > 321 && !e.closest('pre'))
        .filter(e => getComputedStyle(e).position !== 'absolute')
        .map(e => e.outerHTML.slice(0, 120))"""
    assert page.evaluate(wide) == []


@pytest.mark.parametrize("kind", PATHS)
def test_text_may_be_twice_as_large(kind: str, opened: Open, address: str) -> None:
    page = opened(f"{address}/nl{PATHS[kind]}", **LOOKS["wide"])
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


# Where each press of a key leaves the reader, told by the page itself when the next one comes, or it is let go.
WATCHED = """() => {
  const index = new Map([...document.querySelectorAll('*')].map((element, number) => [element, number]));
  window.reached = [];
  const look = event => {
    if (event.type === 'keydown' && !event.repeat) return;
    const e = document.activeElement;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    reached.push({
      name: e.outerHTML.slice(0, 100),
      index: index.get(e),
      seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      body: e === document.body,
    });
  };
  document.addEventListener('keydown', look, true);
  document.addEventListener('keyup', look, true);
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true})).length"""


# Each page once; and wide those that have columns there.
BY_KEYBOARD = [(kind, "narrow") for kind in PATHS] + [(kind, "wide") for kind in ("home", "practice", "repository")]


@pytest.mark.parametrize(("kind", "look"), BY_KEYBOARD)
def test_everything_is_reached_by_keyboard_in_order_and_seen(kind: str, look: str, opened: Open, address: str) -> None:
    page = opened(f"{address}/nl{PATHS[kind]}", **LOOKS[look])
    expected = page.evaluate(REACHABLE)
    page.evaluate(WATCHED)
    for _ in range(expected):
        page.keyboard.down("Tab")  # and again, as of a key that is held
    page.keyboard.up("Tab")
    reached = page.evaluate("reached")
    assert len([focus for focus in reached if not focus["body"]]) == expected
    assert [focus["name"] for focus in reached if not focus["seen"]] == []
    assert [focus["name"] for focus in reached if not focus["ring"]] == []
    assert 'href="#main"' in reached[0]["name"]
    order = [focus["index"] for focus in reached]
    assert order == sorted(set(order))


def test_the_skip_link_skips(opened: Open, address: str) -> None:
    page = opened(f"{address}/nl/practices/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_question_by_keyboard_alone(opened: Open, address: str) -> None:
    page = opened(f"{address}/nl/", java_script_enabled=False)
    page.get_by_label("Wat wil je weten?").focus()
    page.keyboard.type("welke licentie kies ik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/search/?q=*")
    assert page.locator(".results a").first.get_attribute("href") == "/nl/practices/licentiekeuze/"
    assert page.get_by_label("Wat wil je weten?").input_value() == "welke licentie kies ik"


def test_without_javascript_one_can_filter_and_change_language(opened: Open, address: str) -> None:
    page = opened(f"{address}/nl/practices/", java_script_enabled=False)
    page.get_by_role("link", name=re.compile(r"Publiceren \d")).click()
    assert page.url.endswith("/nl/practices/phase/publish/")
    assert page.locator(".chip[aria-current]").count() == 2
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/practices/phase/publish/")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("kind", PATHS)
def test_without_javascript_every_page_can_be_read(kind: str, opened: Open, address: str) -> None:
    page = opened(f"{address}/nl{PATHS[kind]}", java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert len(page.locator("main").inner_text()) > 100


def test_the_wheel_can_be_told_apart_without_colours(opened: Open, address: str) -> None:
    page = opened(f"{address}/nl{PATHS['organisation']}", forced_colors="active")
    fills = page.evaluate("""() => Object.fromEntries(['filled', 'hatched', 'outlined'].map(look => {
        const e = document.querySelector(`.wheel__segment--${look}`);
        return [look, e && getComputedStyle(e).fill];
    }))""")
    assert len({fill for fill in fills.values() if fill}) == len([fill for fill in fills.values() if fill])


def test_motion_is_left_out_for_who_asks(opened: Open, address: str) -> None:
    page = opened(f"{address}/nl/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
