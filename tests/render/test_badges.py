# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The badges of the site: beside every page of a repository, whole by themselves, and used by that page."""

import json
from xml.etree import ElementTree as Tree

import pytest

import sites
from ospo.domain.language import Language
from ospo.domain.site import Kind

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", Language)
def test_every_page_of_a_repository_has_its_badges_beside_it(language: Language) -> None:
    site = sites.static()
    pages = {path for path, r in site.routes.items() if r.kind is Kind.REPOSITORY and r.language is language}

    mine = {
        path
        for path in site.beside
        if path.startswith(f"/{language}/") and path.endswith(("/badge.svg", "/badge.json"))
    }

    assert pages
    assert mine == {page + name for page in pages for name in ("badge.svg", "badge.json")}


def test_a_badge_is_one_picture_that_needs_no_style_sheet_and_says_what_its_json_says() -> None:
    site = sites.static()
    for path in [path for path in site.beside if path.endswith(".svg")][:40]:
        picture = site.beside[path].file()
        told = json.loads(site.beside[path.removesuffix("svg") + "json"].file().content)
        root = Tree.fromstring(picture.content)  # noqa: S314 - our own picture

        assert picture.media_type == "image/svg+xml"
        assert not list(root.iter(f"{_SVG}style"))
        assert root.findtext(f"{_SVG}title") == f"OSPO-NL: {told['message']}"
        drawn = [part for part in root.iter(f"{_SVG}path") if "wheel__segment" in part.get("class", "")]
        assert not drawn, "a segment that has no colour of its own"


def test_the_page_shows_the_badge_and_what_to_put_in_a_readme() -> None:
    site = sites.static()
    path = next(path for path, route in site.routes.items() if route.kind is Kind.REPOSITORY)
    page = site.page(path)

    assert page is not None
    text = page.content.decode()
    assert f'<img src="{site.base}{path}badge.svg" alt="OSPO-NL: ' in text
    assert f"[![OSPO-NL]({site.absolute(path)}badge.svg)]({site.absolute(path)})" in text
    here = sites.live().page(path)
    assert here is not None
    assert "[![OSPO-NL](" not in here.content.decode(), "an address that only this machine knows is of no use elsewhere"
