# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One request against a real server: what comes back, what does not, and how little of it is read."""

import asyncio
import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from ospo.domain.link import LinkReason
from ospo.remote import Limits, Network, Web
from ospo.remote.web import AGENT, Reply, seconds_to_wait
from web_server import Server, names, only_here, page, raw, serving, to, web


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def ask(address: str, method: str = "GET", using: Web | None = None) -> Reply | LinkReason:
    async def once() -> Reply | LinkReason:
        async with using or web() as made:
            return await made.ask(method, address)

    return asyncio.run(once())


def test_a_page_comes_back_with_what_it_is(server: Server) -> None:
    reply = ask(server.on("/", page("<p>Dag")))

    assert reply == Reply(200, "", "text/html; charset=utf-8", b"<p>Dag")


def test_it_says_who_asks_and_where_we_can_be_reached(server: Server) -> None:
    ask(server.on("/", page()))

    (asked,) = server.asked
    assert asked.headers["User-Agent"] == AGENT
    assert AGENT.startswith("ospo-nl")
    assert "+https://" in AGENT
    assert asked.host == f"een.example:{server.port}"
    assert {"Cookie", "Referer", "Authorization", "From"} & set(asked.headers) == set()


def test_a_cookie_is_not_carried_to_the_next_request(server: Server) -> None:
    async def twice() -> None:
        async with web() as made:
            await made.ask("GET", server.on("/", page(Set_Cookie="a=1")))
            await made.ask("GET", server.url("/", "twee.example"))

    asyncio.run(twice())
    assert [a.headers.get("Cookie") for a in server.asked] == [None, None]


def test_a_redirect_is_not_followed_by_itself(server: Server) -> None:
    reply = ask(server.on("/", to("/elders", 301)))

    assert isinstance(reply, Reply)
    assert (reply.status, reply.location, server.seen()) == (301, "/elders", ["GET /"])


def test_of_a_giant_only_the_first_bytes_are_read(server: Server) -> None:
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(10**12))
        handler.end_headers()
        for _ in range(10_000):
            handler.wfile.write(b"a" * 100_000)
            sent.append(100_000)

    reply = ask(server.on("/", endless))

    assert isinstance(reply, Reply)
    assert len(reply.body) == Limits().bytes
    assert sum(sent) < 10**9


def test_what_comes_packed_is_unpacked_no_further_than_that(server: Server) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)

    reply = ask(server.on("/", page(bomb, Content_Encoding="gzip")))
    small = ask(server.on("/klein", page(gzip.compress(b"dag"), Content_Encoding="gzip")))
    broken = ask(server.on("/stuk", page(b"not packed at all", Content_Encoding="gzip")))

    assert isinstance(reply, Reply)
    assert isinstance(small, Reply)
    assert isinstance(broken, Reply)
    assert len(reply.body) == Limits().bytes
    assert (small.body, broken.body) == (b"dag", b"")


def silence(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A header that comes a letter at a time, never silent for long, and never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(200):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.02)


def test_a_server_that_says_nothing_is_left(server: Server) -> None:
    assert ask(server.on("/", silence), using=web(silent=0.2)) is LinkReason.TIMEOUT


def test_a_server_that_never_comes_to_an_end_is_left(server: Server) -> None:
    assert ask(server.on("/", drip), using=web(whole=0.5, silent=5.0)) is LinkReason.TIMEOUT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"220 mail.example ESMTP\r\n",
        b"HTTP/1.1 twee\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nkort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
        b"\x00\xff" * 100,
    ],
)
def test_what_is_no_http_is_said_to_be_none(server: Server, content: bytes) -> None:
    assert ask(server.on("/", raw(content))) is LinkReason.NO_HTTP


def test_a_port_without_a_server_gives_no_connection() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

    assert ask(f"http://een.example:{port}/") is LinkReason.NO_CONNECTION


def test_a_name_that_does_not_exist_says_so(server: Server) -> None:
    assert ask(server.url("/", "weg.example")) is LinkReason.NO_HOST


@pytest.mark.parametrize("host", ["intern.example", "half.example", "10.0.0.8", "[::1]"])
def test_nothing_is_asked_of_a_network_that_is_not_public(server: Server, host: str) -> None:
    assert ask(server.url("/", host)) is LinkReason.NOT_PUBLIC
    assert server.asked == []


def test_by_itself_it_asks_nothing_of_this_machine(server: Server) -> None:
    assert ask(f"http://127.0.0.1:{server.port}/", using=Web()) is LinkReason.NOT_PUBLIC
    assert server.asked == []


def test_a_name_that_changes_its_mind_is_asked_for_once(server: Server) -> None:
    answers = [["127.0.0.1"], ["10.0.0.8"]]

    async def rebinding(host: str, port: int) -> list[str]:
        return answers.pop(0)

    reply = ask(server.on("/", page()), using=Web(Network(rebinding, only_here)))

    assert isinstance(reply, Reply)
    assert answers == [["10.0.0.8"]]


def test_a_proxy_of_the_environment_is_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    assert isinstance(ask(server.on("/", page())), Reply)


def test_plain_http_where_a_safe_connection_is_asked_is_no_safe_connection(server: Server) -> None:
    assert ask(server.url("/").replace("http:", "https:")) is LinkReason.CERTIFICATE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A certificate for een.example that only this test trusts."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not on this machine")
    folder: Path = tmp_path_factory.mktemp("certificate")
    key, made = str(folder / "key"), str(folder / "made")
    ask_for = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names_it = ["-subj", "/CN=een.example", "-addext", "subjectAltName=DNS:een.example"]
    subprocess.run([openssl, *ask_for, *names_it, "-keyout", key, "-out", made], check=True, capture_output=True)
    return made, key


def test_a_certificate_counts_for_its_own_name_alone(certificate: tuple[str, str]) -> None:
    trusting = ssl.create_default_context(cafile=certificate[0])
    with serving(certificate) as server:
        address = server.on("/", page())

        reply = ask(address, using=Web(Network(names, only_here), verify=trusting))
        assert isinstance(reply, Reply)
        other = server.url("/", "twee.example")
        assert ask(other, using=Web(Network(names, only_here), verify=trusting)) is LinkReason.CERTIFICATE
        assert ask(address) is LinkReason.CERTIFICATE


@pytest.mark.parametrize(
    ("after", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Thu, 01 Jan 1970 00:16:50 GMT", 10.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("٣", None),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_how_long_to_wait_is_a_number_or_a_moment(after: str, seconds: float | None) -> None:
    assert seconds_to_wait(after, 1000.0) == seconds
