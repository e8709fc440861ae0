# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of the real site, read as a program reads it: no dead link, no double id, a twin in both languages."""

import itertools
import re
from collections import Counter
from functools import cache
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

import sites
from html_pages import Page, read
from ospo.domain.language import Language
from ospo.domain.site import Kind

BASE = "/ospo"


@cache
def pages() -> dict[str, Page]:
    sent_on = {f"{path}index.html" for path in sites.static().moved}
    return {path: page for path, page in sites.pages().items() if path not in sent_on}


def target(link: str) -> str | None:
    """The file that a link leads to within the site, or None when it leads elsewhere."""
    plain = urldefrag(link)[0].partition("?")[0].removeprefix(sites.ADDRESS.removesuffix(BASE))
    if not plain.startswith("/"):
        return None
    assert plain.startswith(f"{BASE}/"), f"{link} leaves the base"
    path = unquote(plain.removeprefix(BASE))
    return f"{path}index.html" if path.endswith("/") else path


def test_every_page_has_one_title_one_first_heading_and_the_right_language() -> None:
    wrong = {}
    for path, page in pages().items():
        language = "en" if path.startswith("/en/") else "nl"
        ones = [text for level, text in page.headings if level == 1]
        if page.language != language or len(ones) != 1 or not ones[0].strip() or not page.title.endswith(" · OSPO-NL"):
            wrong[path] = (page.language, ones, page.title)
    assert wrong == {}


def test_titles_tell_pages_apart() -> None:
    for language in Language:
        kept = [p.title for path, p in pages().items() if path.startswith(f"/{language}/")]
        assert [title for title, n in Counter(kept).items() if n > 1] == []


def test_headings_skip_no_level() -> None:
    wrong = {}
    for path, page in pages().items():
        levels = [level for level, _ in page.headings]
        if any(after > before + 1 for before, after in itertools.pairwise(levels)):
            wrong[path] = levels
    assert wrong == {}


def test_ids_are_unique_and_everything_that_points_at_one_finds_it() -> None:
    double = {p: [i for i, n in Counter(page.ids).items() if n > 1] for p, page in pages().items()}
    lost = {p: sorted(set(page.references) - set(page.ids)) for p, page in pages().items()}
    assert {p: ids for p, ids in double.items() if ids} == {}
    assert {p: ids for p, ids in lost.items() if ids} == {}


def test_no_link_and_no_asset_is_dead() -> None:
    dead = set()
    for path, page in pages().items():
        for link in (*page.links, *page.assets, *page.twins.values()):
            found = target(link)
            if found is not None and found not in sites.files():
                dead.add((path, link))
    assert dead == set()


def test_links_to_a_place_on_a_page_find_that_place() -> None:
    lost = set()
    for path, page in pages().items():
        for link in page.links:
            anchor = unquote(urldefrag(link)[1])
            there = path if link.startswith("#") else target(link)
            if anchor and there is not None and anchor not in pages()[there].ids:
                lost.add((path, link))
    assert lost == set()


def test_links_that_leave_the_site_use_https() -> None:
    schemes = {urlsplit(link).scheme for page in pages().values() for link in page.links}
    assert schemes <= {"", "https"}


def test_each_page_has_a_twin_in_the_other_language_that_points_back() -> None:
    for path, page in pages().items():
        assert set(page.twins) == {"nl", "en", "x-default"}, path
        assert page.twins["x-default"] == page.twins["nl"], path
        here, other = page.language, "en" if page.language == "nl" else "nl"
        twin = target(page.twins[other])
        assert twin is not None
        assert pages()[twin].twins == page.twins, path
        assert any(target(link) == twin for link in page.links), path
        assert page.twins[here].startswith(sites.ADDRESS)


def test_every_picture_has_a_title_or_is_decoration() -> None:
    assert {path: page.untitled for path, page in pages().items() if page.untitled} == {}
    assert {path for path, page in pages().items() if any("alt" not in a for a in page.all("img"))} == set()


def test_elements_are_closed_in_order() -> None:
    assert {path: page.unclosed for path, page in pages().items() if page.unclosed} == {}


def test_pages_bring_no_style_script_or_handler_of_their_own() -> None:
    for path, page in pages().items():
        assert not page.all("style"), path
        # Data for a script is no script: nothing runs it.
        assert all(script.get("src") or script.get("type") == "application/json" for script in page.all("script")), path
        assert not any("style" in a or any(n.startswith("on") for n in a) for _, a in page.elements), path


def test_nothing_of_the_making_shows() -> None:
    broken = re.compile(r"\{(?:feit|begrip|\w+)[:|}]|Markup\(|\bundefined\b|: None\b")
    code = re.compile(r"<(code|pre|script)\b.*?</\1>|<[^>]+>", re.DOTALL)
    prose = {p: code.sub("", f.content.decode()) for p, f in sites.files().items() if p.endswith(".html")}
    assert {path: found[0] for path, text in prose.items() if (found := broken.search(text))} == {}


def test_every_route_is_a_file_and_no_file_is_there_twice() -> None:
    paths = [file.path for file in sites.static().static_files()]
    assert {f"{route}index.html" for route in sites.static().routes} <= set(sites.files())
    assert len(paths) == len(set(paths))
    assert {"/index.html", "/404.html", "/robots.txt", "/sitemap.xml"} <= set(sites.files())


@pytest.mark.parametrize("language", Language)
def test_a_missing_page_speaks_the_language_of_its_path(language: Language) -> None:
    page = read(sites.static().missing(f"/{language}/bestaat-niet/").content)
    assert page.language == language
    assert {"name": "robots", "content": "noindex"} in page.all("meta")


def test_only_one_thing_on_a_page_is_the_next_step() -> None:
    steps = {p: [a for _, a in page.elements if a.get("class") == "next"] for p, page in pages().items()}
    assert max(map(len, steps.values())) == 1


_NOT_IN_THE_MENU = (
    *(Kind.HOME, Kind.SEARCH, Kind.NOT_FOUND, Kind.BOARD, Kind.EVENTS, Kind.EVENT, Kind.TEMPLATES, Kind.TEMPLATE),
    *(Kind.CONTRIBUTE, Kind.PARTICIPANTS, Kind.GROUPS, Kind.DECISIONS, Kind.WEEK),
)


def test_the_menu_shows_where_you_are() -> None:
    site = sites.static()
    for path, route in site.routes.items():
        here = [a for a in pages()[f"{path}index.html"].all("a") if "nav__link" in a["class"] and "aria-current" in a]
        assert len(here) == (route.kind not in _NOT_IN_THE_MENU) or route.kind is Kind.PAGE, path
