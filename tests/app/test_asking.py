# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What only a crawl found has a page, is found by its address, and is in the answer to why something is not there."""

import dataclasses
import datetime
from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient

import knowledge_base
import sites
from ospo.app import App, registering
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.render.html import Site
from ospo.settings import Settings
from ospo.store.database import Database
from ospo.store.upgrading import upgrade
from ospo.web.application import create
from recorded_register import DAY, HOST, OTHER, VALID, fail, fill_claims, invalid, met, record

PAGE = "/nl/repositories/github.com/voorbeeld/kaart/"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    opened = Database(str(tmp_path / "data" / "register.db"))
    upgrade(opened)
    record(opened, {f"{HOST}/kaart": {OTHER: met(), VALID: invalid()}, "file:/ergens/kaart": {OTHER: met()}})
    registering.conclude(fill_claims(opened), DAY)
    return opened


@pytest.fixture
def site(tmp_path: Path, database: Database) -> Site:
    content = knowledge_base.make(tmp_path / "content").path
    made = dataclasses.replace(
        Settings.read({}), content=content, observations=tmp_path / "none", data=tmp_path / "data"
    )
    return App(made, now=lambda: sites.NOW).site(address=sites.ADDRESS)


def asked(site: Site, path: str) -> httpx.Response:
    with TestClient(create(site)) as client:
        return client.get(path, follow_redirects=False)


def test_a_repository_has_a_page_with_its_findings_and_whose_it_is(site: Site) -> None:
    assert PAGE in site.routes
    page = site.page(PAGE)
    assert page is not None
    text = page.content.decode()

    assert "voorbeeld/kaart" in text
    assert 'href="/nl/organisations/gemeente-voorbeeld/"' in text.replace(site.base, "")
    assert "publiccode.yml" in text
    assert site.repository("github.com/voorbeeld/onbekend") is None
    assert not any("ergens" in path for path in site.routes)


def test_the_page_of_its_organisation_leads_to_it(site: Site) -> None:
    shown = site.register.of_account(HOST)

    assert shown is not None
    assert PAGE in site.html(Route(Kind.ORGANISATION, shown.key, Language.NL))


def test_a_server_shows_what_was_crawled_since_it_began(site: Site, database: Database) -> None:
    new = "/nl/repositories/github.com/voorbeeld/later/"
    assert asked(site, new).status_code == 404
    later = sites.NOW + datetime.timedelta(hours=1)
    record(database, {f"{HOST}/kaart": {OTHER: met()}, f"{HOST}/later": {OTHER: met()}}, now=later)

    assert asked(site, new).status_code == 200
    assert asked(site, new.rstrip("/")).headers["location"] == f"{site.base}{new}"
    assert "publiccode.yml" not in asked(site, PAGE).text
    assert asked(site, "/en/repositories/github.com/voorbeeld/later/").status_code == 200
    assert asked(site, "/nl/repositories/" + "x" * 999 + "/").status_code == 404
    assert asked(site, "/nl/repositories/ergens/%00/").status_code == 404


def test_repositories_are_found_by_words_in_their_address(site: Site) -> None:
    found = asked(site, "/nl/organisations/?q=KAART+voorb").text

    assert PAGE in found
    assert "ergens" not in found
    assert PAGE not in asked(site, "/nl/organisations/?q=kaart+niet").text


def test_why_not_tells_what_crawls_saw(site: Site, database: Database) -> None:
    invalid_one = asked(site, f"/nl/why-not/?q={HOST}/kaart").text
    fail(database, HOST, "cannot be reached ({url})", now=sites.NOW + datetime.timedelta(days=1))
    failed = asked(site, f"/nl/why-not/?q={HOST}").text

    assert "legal.license" in invalid_one
    assert "cannot be reached" not in invalid_one
    assert "cannot be reached" in failed
    assert "ospo crawl https://github.com/niemand" in asked(site, "/nl/why-not/?q=https://github.com/niemand").text
