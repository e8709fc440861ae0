# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that moved: the static site sends readers on, and old anchors keep their place."""

from pathlib import Path

import pytest

import knowledge_base
import sites
from html_pages import read
from ospo.domain.site import File

REDIRECTS = """
- {was: practices/oud, now: practices/licentie-kiezen, since: 2026-11-26}
- {was: glossary#oude-term, now: glossary#TERM, since: 2026-11-26}
- {was: roadmap#oude-stap, now: roadmap#STEP, since: 2026-11-26}
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, File]:
    base = knowledge_base.make(tmp_path)
    library = base.load()
    text = REDIRECTS.replace("TERM", next(iter(library.terms))).replace("STEP", next(iter(library.steps)))
    base.write("redirects.yaml", text)
    return {file.path: file for file in sites.fictional(base.path, address=sites.ADDRESS).files()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_that_moved_sends_readers_and_their_links_on(files: dict[str, File], language: str) -> None:
    content = files[f"/{language}/practices/oud/index.html"].content
    page = read(content)
    new = f"/ospo/{language}/practices/licentie-kiezen/"

    assert page.language == language
    assert page.links == [new]
    assert {"http-equiv": "refresh", "content": f"0; url={new}"} in page.all("meta")
    assert {"rel": "canonical", "href": f"https://voorbeeld.example{new}"} in page.all("link")


def test_a_page_that_moved_is_on_no_map_and_in_no_search(files: dict[str, File]) -> None:
    assert b"practices/oud/" not in files["/sitemap.xml"].content
    assert b"practices/oud/" not in files["/nl/search-index.json"].content


def test_an_old_anchor_stands_at_what_it_is_called_now(files: dict[str, File]) -> None:
    assert "oude-term" in read(files["/nl/glossary/index.html"].content).ids
    assert "oude-term" in read(files["/en/glossary/index.html"].content).ids
    assert "oude-stap" in read(files["/nl/roadmap/index.html"].content).ids


def test_what_a_reader_ticked_under_the_old_name_is_looked_up(files: dict[str, File]) -> None:
    boxes = [a for a in read(files["/nl/roadmap/index.html"].content).all("input") if "data-was" in a]

    assert [box["data-was"] for box in boxes] == ["oude-stap"]
