# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live site over HTTP: every page, headers that keep readers safe, and requests that mean no good."""

import gzip
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from httpx import Response
from litestar.testing import TestClient

import sites
from html_pages import read
from ospo.domain.language import Language
from ospo.domain.site import Document, Kind
from ospo.web.application import SECURITY_HEADERS, create

PLAIN = {"accept-encoding": "identity"}
Client = TestClient  # type: ignore[type-arg]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with TestClient(create(sites.live()), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="module")
def answers(client: Client) -> dict[str, Response]:
    """What the server says at each route, asked once."""
    return {path: client.get(path, follow_redirects=False) for path in sites.some(sites.live())}


def test_every_route_answers_in_its_language(answers: dict[str, Response]) -> None:
    wrong = {}
    for path, route in sites.some(sites.live()).items():
        answer = answers[path]
        is_html = answer.headers["content-type"] == "text/html; charset=utf-8"
        if answer.status_code != 200 or not is_html or f'<html lang="{route.language}"' not in answer.text[:400]:
            wrong[path] = answer.status_code
    assert wrong == {}


def test_the_live_page_and_the_static_page_are_the_same_but_for_the_search(answers: dict[str, Response]) -> None:
    static = sites.app().site(address="http://127.0.0.1")
    for path, route in sites.some(static).items():
        is_form = route.kind is Kind.CONTRIBUTE and route.key  # which the server fills in, and elsewhere the browser
        if route.kind is not Kind.SEARCH and not is_form:
            assert answers[path].text == static.html(route), path


def test_the_root_is_the_dutch_home(client: Client) -> None:
    assert client.get("/").text == client.get("/nl/").text


def test_every_file_for_programs_answers_with_its_own_type(client: Client) -> None:
    types = {
        "/robots.txt": "text/plain; charset=utf-8",
        "/sitemap.xml": "application/xml; charset=utf-8",
        "/nl/atom.xml": "application/atom+xml; charset=utf-8",
        "/static/site.css": "text/css; charset=utf-8",
        "/static/search.js": "text/javascript; charset=utf-8",
        "/static/source-sans-3.woff2": "font/woff2",
        "/static/sign.svg": "image/svg+xml",
        "/static/share.png": "image/png",
        "/nl/practices/phase/publish/atom.xml": "application/atom+xml; charset=utf-8",
        "/content.json": "application/json",
        "/schemas/knowledge-base.schema.json": "application/schema+json",
        "/schemas/scan-report.schema.json": "application/schema+json",
    }
    for path, kind in types.items():
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (200, kind), path


@pytest.mark.parametrize("path", ["/nl/", "/nl/bestaat-niet/", "/static/site.css", "/nl", "/nl/search/?q=licentie"])
def test_every_answer_carries_the_safe_headers(client: Client, path: str) -> None:
    headers = client.get(path, follow_redirects=False).headers
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "unsafe" not in headers["content-security-policy"]
    assert "*" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "language"), [("/en/nowhere/", "en"), ("/nl/nergens/", "nl"), ("/x", "nl"), ("/en/x", "en")]
)
def test_what_is_not_there_is_said_in_the_language_of_the_path(client: Client, path: str, language: str) -> None:
    answer = client.get(path)
    page = read(answer.content)
    assert (answer.status_code, page.language) == (404, language)
    assert len([1 for level, _ in page.headings if level == 1]) == 1


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/nl", "/nl/"),
        ("/en/practices", "/en/practices/"),
        ("/nl/search?q=een%20vraag", "/nl/search/?q=een%20vraag"),
        ("/nl/search?q=%0d%0aSet-Cookie:x", "/nl/search/?q=%0d%0aSet-Cookie:x"),
    ],
)
def test_a_missing_slash_is_added_for_good(client: Client, path: str, location: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, location)
    assert "set-cookie" not in answer.headers


def test_a_base_path_stands_in_front_of_links_and_redirects() -> None:
    with TestClient(create(sites.app().site(address=sites.ADDRESS, search=True))) as client:
        assert client.get("/nl", follow_redirects=False).headers["location"] == "/ospo/nl/"
        links = [link for link in read(client.get("/nl/").content).links if not link.startswith(("https:", "#"))]
        assert all(link.startswith("/ospo/") for link in links)


def test_a_browser_that_has_the_page_is_told_so(client: Client) -> None:
    first = client.get("/nl/norms/")
    again = client.get("/nl/norms/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    several = {"if-none-match": f'"other", {first.headers["etag"]}'}
    assert client.get("/nl/norms/", headers=several).status_code == 304
    assert client.get("/nl/norms/", headers={"if-none-match": 'W/"other"'}).status_code == 200
    assert client.get("/nl/nergens/", headers={"if-none-match": "*"}).status_code == 404


def test_pages_are_asked_for_again_and_static_files_are_kept(client: Client) -> None:
    assert client.get("/nl/").headers["cache-control"] == "no-cache"
    assert client.get("/nl/atom.xml").headers["cache-control"] == "no-cache"
    assert client.get("/static/site.css").headers["cache-control"] == "public, max-age=86400"


def test_what_is_worth_packing_is_packed_for_who_takes_it(client: Client) -> None:
    plain = client.get("/nl/", headers=PLAIN)
    with client.stream("GET", "/nl/", headers={"accept-encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed) == plain.content
    assert "content-encoding" not in plain.headers
    for path in ("/static/source-sans-3.woff2", "/robots.txt"):
        assert "content-encoding" not in client.get(path, headers={"accept-encoding": "gzip"}).headers


@pytest.mark.parametrize("path", ["/nl/", "/static/site.css", "/nl/nergens/"])
def test_head_gives_the_headers_of_get(client: Client, path: str) -> None:
    head, get = client.head(path, headers=PLAIN), client.get(path, headers=PLAIN)
    assert head.status_code == get.status_code
    assert head.headers.get("etag") == get.headers.get("etag")
    assert head.headers["content-length"] == get.headers["content-length"]


def test_the_badge_of_a_repository_is_served_beside_its_page(client: Client) -> None:
    path = next(path for path, route in sites.live().routes.items() if route.kind is Kind.REPOSITORY)
    picture, told = client.get(f"{path}badge.svg"), client.get(f"{path}badge.json")
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
    assert told.json()["schemaVersion"] == 1
    assert "cross-origin-resource-policy" not in picture.headers, "a README elsewhere shows it"
    assert client.get("/nl/repositories/github.com/niemand/niets/badge.svg").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: Client, method: str) -> None:
    answer = client.request(method, "/nl/")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/static/../../site.py",
        "/static/%2e%2e/%2e%2e/site.py",
        "/static/..%2f..%2fsite.py",
        "/..%5c..%5cwindows",
        "/nl/%00/",
        "/nl/%ff%fe/",
        "/%2f%2fevil.example",
        "/nl/" + "a" * 5000,
        "/nl/practices/<script>",
        "/static/",
        "/.ospo-site",
        "/nl/index.html/",
    ],
)
def test_no_path_leads_out_of_the_site(client: Client, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code in (400, 404)
    assert "<script>" not in answer.text
    assert "location" not in answer.headers


QUERIES = [
    "",
    "   ",
    "\x00",
    "\r\nSet-Cookie: x=y",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1; DROP TABLE document; --",
    '"licentie" AND (NEAR("a" "b"))',
    "title:* ^ - + *",
    "x" * 20_000,
    "licentie " * 1000,
    "\u202eomgekeerd\u200b",
    "🦀",
    "{{ 7*7 }} {feit:x} %s %(x)s",
]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", Language)
def test_whatever_is_asked_is_only_looked_for(client: Client, query: str, language: Language) -> None:
    answer = client.get(f"/{language}/search/", params={"q": query})
    page = read(answer.content)
    assert answer.status_code == 200
    assert page.all("script") == []
    assert page.all("img") == []
    assert page.unclosed == []
    assert "set-cookie" not in answer.headers
    assert "\x00" not in answer.text
    assert len(answer.content) < 60_000


@pytest.mark.parametrize("raw", ["q=%ff%fe", "q=%", "q", "=&=&", "q=a&q=b", "q[]=a", "q=%u0041", "&" * 5000, "%00=%00"])
def test_a_broken_query_string_is_no_problem(client: Client, raw: str) -> None:
    assert client.get(f"/nl/search/?{raw}").status_code == 200


def test_a_question_is_answered_without_javascript_and_repeated_in_the_field(client: Client) -> None:
    page = read(client.get("/nl/search/", params={"q": "Welke licentie kies ik?"}).content)
    assert "/nl/practices/licentiekeuze/" in page.links
    assert any(a.get("value") == "Welke licentie kies ik?" for a in page.all("input"))
    assert f"/en/search/?q={quote('Welke licentie kies ik?')}" in page.links


def test_a_question_matters_only_on_the_search_page(client: Client) -> None:
    assert client.get("/nl/norms/?q=x").text == client.get("/nl/norms/").text


def test_a_fault_of_ours_is_said_plainly_and_written_down(caplog: pytest.LogCaptureFixture) -> None:
    site = sites.app().site(search=True)

    def broken(query: str, language: Language) -> list[Document]:
        raise RuntimeError("secret inside")

    site.find = broken
    with TestClient(create(site), raise_server_exceptions=False) as client:
        answer = client.get("/nl/search/?q=x")
    assert (answer.status_code, answer.text) == (500, "500 Internal Server Error\n")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret inside" in caplog.text
