# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One request for a list: its mark, its limits, where it leads, and whom a token is shown to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ospo.domain.crawl import Refused
from ospo.remote.lists import HOPS, Lists
from ospo.remote.network import Network

Answers = dict[str, Callable[[BaseHTTPRequestHandler], None]]


class Host:
    """A web server of the test; `asked` is every request with its token."""

    def __init__(self, answers: Answers, port: int) -> None:
        self.answers, self.port = answers, port
        self.asked: list[tuple[str, str | None]] = []

    def url(self, path: str, host: str = "localhost") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def running(answers: Answers) -> Iterator[Host]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            host.asked.append((self.path, self.headers.get("authorization")))
            host.answers[self.path](self)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host = Host(answers, server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(status: int, body: bytes = b"", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def give(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return give


HERE = Lists(("localhost",))


def test_a_permanent_redirect_on_the_same_host_is_followed_and_counted() -> None:
    with running({"/old": answer(301, Location="/new"), "/new": answer(200, b"[]", ETag='"1"')}) as host:
        found = HERE.get(host.url("/old"), token="geheim")

    assert (found.status, found.url, found.requests, found.etag) == (200, host.url("/new"), 2, '"1"')
    assert host.asked == [("/old", "Bearer geheim"), ("/new", "Bearer geheim")]


@pytest.mark.parametrize(
    ("status", "location", "said"),
    [
        (301, "http://127.0.0.1:{port}/new", "leads to"),  # another host: it gets no token either
        (302, "/new", "leads to"),  # where somebody has to log in
        (301, "ftp://localhost/new", "leads to"),
        (301, "/old", "circle"),
        (301, "http://[", "leads to"),
    ],
)
def test_where_it_is_not_followed_it_says_so(status: int, location: str, said: str) -> None:
    with running({"/old": answer(status), "/new": answer(200, b"[]")}) as host:
        host.answers["/old"] = answer(status, Location=location.format(port=host.port))
        with pytest.raises(Refused, match=said):
            HERE.get(host.url("/old"), token="geheim")

    assert [path for path, _ in host.asked] == ["/old"]


def test_a_chain_of_redirects_ends() -> None:
    answers = {f"/{n}": answer(301, Location=f"/{n + 1}") for n in range(50)}
    with running(answers) as host, pytest.raises(Refused, match="on and on"):
        HERE.get(host.url("/0"))

    assert len(host.asked) <= HOPS + 1


def test_a_repository_that_moved_is_followed_to_another_host_but_not_into_a_private_network() -> None:
    async def look_up(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    ours = Lists(("localhost", "nieuw.voorbeeld.example"), Network(look_up))
    with running({"/a": answer(200), "/b": answer(200)}) as host:
        host.answers["/old"] = answer(302, Location=host.url("/a", "nieuw.voorbeeld.example"))
        host.answers["/trap"] = answer(301, Location=host.url("/b", "169.254.169.254"))

        assert ours.leads_to(host.url("/old")) == host.url("/a", "nieuw.voorbeeld.example")
        with pytest.raises(Refused, match="is in a network that is not public"):
            ours.leads_to(host.url("/trap"))

    assert [path for path, _ in host.asked] == ["/old", "/a", "/trap"]


def test_an_answer_without_end_is_cut_off() -> None:
    sent = 0

    def flood(request: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        request.send_response(200)
        request.end_headers()
        try:
            for _ in range(300):
                request.wfile.write(b" " * 1_000_000)
                sent += 1
        except OSError:
            pass

    with running({"/list": flood}) as host, pytest.raises(Refused, match="more than 4 MB") as told:
        Lists(("localhost",), most=4_000_000).get(host.url("/list"))

    assert sent < 100
    assert not told.value.is_passing


@pytest.mark.parametrize(
    ("status", "headers", "rests"),
    [
        (429, {"Retry_After": "90"}, 90.0),
        (429, {}, 60.0),
        (429, {"Retry_After": "999999999"}, 86_400.0),
        (503, {"Retry_After": "5"}, 5.0),
        (503, {}, None),
        (502, {}, None),
    ],
)
def test_a_host_that_asks_us_to_wait_is_left_alone(status: int, headers: dict[str, str], rests: float | None) -> None:
    with running({"/list": answer(status, **headers)}) as host, pytest.raises(Refused) as told:
        HERE.get(host.url("/list"))

    assert told.value.is_passing
    assert told.value.rests is (rests is not None)
    assert told.value.after == rests


@pytest.mark.parametrize("name", ["X-RateLimit", "RateLimit"])
def test_the_last_request_that_a_forge_allows_says_that_it_was(name: str) -> None:
    last = {f"{name}-Remaining": "0", f"{name}-Reset": "4102444800"}
    with running(
        {"/list": answer(200, b"[]", **last), "/more": answer(200, b"[]", **{f"{name}-Remaining": "9"})}
    ) as host:
        assert HERE.get(host.url("/list")).rest == 86_400.0
        assert HERE.get(host.url("/more")).rest is None


def test_a_token_does_not_go_out_over_plain_http() -> None:
    async def look_up(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    anybody = Lists((), Network(look_up, lambda number: True))
    with running({"/list": answer(200, b"[]")}) as host:
        anybody.get(host.url("/list", "forge.voorbeeld.example"), token="geheim")

    assert host.asked == [("/list", None)]
