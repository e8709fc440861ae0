# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader takes away, in a real browser: a reference without JavaScript, a page on paper, a still page."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = pytest.mark.browser

PRACTICE = "/nl/practices/licentiekeuze/"
WATCH = """(() => {
  self.shift = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) self.shift += entry.value; })
    .observe({type: 'layout-shift', buffered: true});
})()"""


@pytest.fixture
def context(chromium: "Browser") -> Iterator["BrowserContext"]:
    made = chromium.new_context(java_script_enabled=False, viewport={"width": 412, "height": 823})
    yield made
    made.close()


@pytest.fixture
def page(context: "BrowserContext", address: str) -> "Page":
    made = context.new_page()
    made.goto(f"{address}{PRACTICE}")
    return made


def test_a_reference_is_there_to_copy_without_javascript(page: "Page") -> None:
    assert not page.locator(".cite__sentence").is_visible()
    page.locator(".cite summary").click()

    assert page.locator(".cite__sentence").inner_text().startswith("OSPO-NL (")
    assert page.locator(".cite pre").count() == 2
    assert all("ospo-nl-licentiekeuze-nl" in block.inner_text() for block in page.locator(".cite pre").all())


def test_on_paper_is_what_one_reads_and_where_it_came_from(page: "Page") -> None:
    assert not page.locator(".on-paper").is_visible()
    page.emulate_media(media="print")

    assert page.locator(".on-paper").is_visible()
    assert PRACTICE in page.locator(".on-paper").inner_text()
    assert page.locator(".trust").is_visible()
    for hidden in (".header", ".footer", ".crumbs", ".improve", ".cite"):
        assert not page.locator(hidden).first.is_visible(), hidden


@pytest.mark.parametrize("path", ["/nl/", PRACTICE, "/en/practices/", "/nl/roadmap/"])
def test_nothing_moves_when_the_typeface_never_comes(path: str, chromium: "Browser", address: str) -> None:
    def refuse(route: "Route") -> None:
        route.abort()

    context = chromium.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.route("**/*.woff2", refuse)
    page.add_init_script(WATCH)
    page.goto(f"{address}{path}")
    page.evaluate("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))")
    shift = page.evaluate("self.shift")
    context.close()

    assert shift == 0


@contextmanager
def _haltingly(page: bytes, other: str) -> Iterator[tuple[str, threading.Event]]:
    """Where a page is that stops in the middle of a button until it may go on; what it needs comes from the other."""
    go_on = threading.Event()
    cut = page.index(b'type="submit">') + len(b'type="submit">')

    class Halting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/":
                self.send_response(302)
                self.send_header("Location", f"{other}{self.path}")
                self.end_headers()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page[:cut])
            self.wfile.flush()
            go_on.wait(30)
            self.wfile.write(page[cut:])

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Halting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", go_on
        finally:
            go_on.set()
            server.shutdown()


def test_half_a_page_is_not_shown_to_move_when_the_rest_comes(chromium: "Browser", address: str) -> None:
    whole = httpx.get(f"{address}/nl/search/?q=licentie", timeout=60).content
    context = chromium.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.add_init_script(WATCH)
    with _haltingly(whole, address) as (place, go_on):
        page.goto(place, wait_until="commit")
        page.wait_for_function("document.querySelector('main button')", polling=50)
        page.wait_for_timeout(500)  # for whoever paints what there is
        go_on.set()
        page.wait_for_load_state("load")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length", polling=50)
        page.wait_for_timeout(200)
        shift = page.evaluate("self.shift")
    context.close()

    assert shift == 0
