# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site has for programs: Atom, site map, robots.txt, search index."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import pytest

import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.site import File
from ospo.engine import words

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, File]:
    site = sites.fictional(knowledge_base.make(tmp_path).path, address=sites.ADDRESS)
    return {file.path: file for file in site.files()}


@pytest.mark.parametrize("language", Language)
def test_the_feed_names_every_practice_with_full_addresses(files: dict[str, File], language: Language) -> None:
    feed = Tree.fromstring(files[f"/{language}/atom.xml"].content)  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    assert len(ids) == 2
    assert all(i.startswith(f"{sites.ADDRESS}/{language}/practices/") for i in ids)
    assert all(entry.findtext(f"{ATOM}updated", "").endswith("Z") for entry in entries)
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "OSPO-NL"


def test_the_site_map_names_every_page_in_both_languages_but_none_that_is_not_to_be_found(
    files: dict[str, File],
) -> None:
    urls = Tree.fromstring(files["/sitemap.xml"].content).findall(f"{MAP}url")  # noqa: S314 - our own
    places = [url.findtext(f"{MAP}loc", "") for url in urls]
    assert f"{sites.ADDRESS}/nl/practices/licentie-kiezen/" in places
    assert not any("not-found" in place or "/search/" in place for place in places)
    assert all({link.get("hreflang") for link in url.findall(LINK)} == {"nl", "en"} for url in urls)


def test_robots_are_welcome_and_told_where_the_map_is(files: dict[str, File]) -> None:
    text = files["/robots.txt"].content.decode()
    assert "Disallow" not in text
    assert f"Sitemap: {sites.ADDRESS}/sitemap.xml" in text


def test_without_an_address_there_is_no_map_rather_than_a_false_one(tmp_path: Path) -> None:
    site = sites.fictional(knowledge_base.make(tmp_path).path)
    files = {file.path: file.content for file in site.static_files()}
    assert "/sitemap.xml" not in files
    assert files["/robots.txt"] == b"User-agent: *\nAllow: /\n"


@pytest.mark.parametrize("language", Language)
def test_the_search_index_leads_to_pages_under_the_base(files: dict[str, File], language: Language) -> None:
    index: dict[str, Any] = json.loads(files[f"/{language}/search-index.json"].content)
    assert all(page[0].startswith(f"/ospo/{language}/") for page in index["pages"])
    assert all(count > 0 for page in index["pages"] for count in page[7].values())
    assert all(page[4] == sorted(page[4]) for page in index["pages"])
    assert all(index["forms"][word] == [] for word in words.STOP_WORDS)
    assert {page[3] for page in index["pages"]} & {"Praktijk", "Practice"}
