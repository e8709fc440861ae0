# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""No page is heavy: what a first visit brings over the line, without pictures, is at most 100 kB.

Counted is what a browser fetches to show a page: its HTML, its style sheets, its scripts and the typeface, each as our
server sends it (packed, but for the typeface, which is packed in itself). The index that the search of the static site
reads once somebody asks something is no part of showing a page. Headers are not counted. The HTML alone is also held to
a limit before it is packed, for what a browser has to read, and for servers of files that do not pack.
"""

import gzip
from functools import cache
from urllib.parse import urlsplit

import sites

LINE = 100_000  # bytes over the line
READ = 140_000  # bytes of HTML to read
PICTURES = (".svg", ".png")


@cache
def sent(path: str) -> int:
    """The bytes of a file as our server sends them."""
    content = sites.files()[path].content
    return len(content) if path.endswith(".woff2") else len(gzip.compress(content, 6))


def fetched(path: str) -> set[str]:
    """The files beside the page itself that a browser fetches to show it, but for pictures and feeds."""
    found = sites.pages()[path]
    addresses = [a["href"] for a in found.all("link") if a.get("rel") in ("stylesheet", "preload")]
    addresses += [a["src"] for a in found.all("script") if "src" in a]  # one without stands in the page itself
    paths = {urlsplit(address).path.removeprefix("/ospo") for address in addresses}
    return {p for p in paths if not p.endswith(PICTURES)}


def test_no_page_brings_more_than_100_kb_over_the_line() -> None:
    weight = {path: sent(path) + sum(map(sent, fetched(path))) for path in sites.pages()}

    assert len(weight) > 900
    assert {path: bytes_ for path, bytes_ in weight.items() if bytes_ > LINE} == {}


def test_no_page_has_more_html_than_can_be_read_at_once() -> None:
    long = {path: len(sites.files()[path].content) for path in sites.pages()}

    assert {path: bytes_ for path, bytes_ in long.items() if bytes_ > READ} == {}


def test_the_typeface_and_every_style_sheet_are_counted() -> None:
    counted = fetched("/nl/index.html")

    assert {
        "/static/source-sans-3.woff2",
        "/static/site.css",
        "/static/tokens.css",
        "/static/components.css",
    } <= counted
    assert "/static/roadmap.js" in fetched("/nl/roadmap/index.html")
    assert sum(map(sent, counted)) > 30_000
