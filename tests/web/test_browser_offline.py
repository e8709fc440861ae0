# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The zip of the site, unpacked and opened from disk in a real browser: no server, and nothing that complains."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import knowledge_base
import sites
from ospo.render.html import offline

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the zip was unpacked."""
    folder = tmp_path_factory.mktemp("offline")
    site = replace(sites.fictional(knowledge_base.make(folder).path, address=sites.ADDRESS), has_zip=True)
    content = next(output.make() for output in site.outputs() if output.path == offline.PATH)
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.fixture
def page(chromium: "Browser", unpacked: Path) -> Iterator["Page"]:
    """The first page from disk, in a browser without a network."""
    context = chromium.new_context(offline=True)
    made, trouble = context.new_page(), []
    made.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: trouble.append(str(error)))
    made.on("requestfailed", lambda request: trouble.append(request.url))
    made.on("request", lambda r: None if r.url.startswith("file:") else trouble.append(r.url))
    made.goto(f"file://{unpacked}/ospo-nl/index.html")
    yield made
    context.close()
    assert trouble == []


def test_one_can_read_on_change_language_and_see_the_typeface(page: "Page") -> None:
    page.locator(".door a").first.click()
    page.locator(".rows a").first.click()
    assert page.url.endswith("/index.html")
    page.wait_for_load_state("load")
    fonts = page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(f => [f.family, f.status]))")
    assert ["Source Sans 3", "loaded"] in [[family.strip('"'), status] for family, status in fonts]
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").count() == 1


def test_one_can_search(page: "Page") -> None:
    page.locator("#q").fill("licentie kiezen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/search/index.html?q=*")
    page.locator("#status:not(:empty)").wait_for()
    page.locator(".results a").first.click()
    assert page.url.endswith("/nl/practices/licentie-kiezen/index.html")
