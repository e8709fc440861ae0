# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests as they come over a socket: whole, in pieces, one after the other, and without end."""

import socket
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import uvicorn

from ospo.web import server

httptools = pytest.importorskip("httptools")


async def _hello(scope: Any, receive: Any, send: Callable[[Any], Any]) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"hi"})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Where a server listens that says hello."""
    bound = server.listen("127.0.0.1", 0)
    config = uvicorn.Config(_hello, http=server.protocol(), ws="none", log_level="critical", lifespan="off")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    yield bound.getsockname()[1]
    running.should_exit = True
    thread.join(10)
    bound.close()


def say(port: int, *pieces: bytes) -> bytes:
    """What comes back, until the server ends the connection."""
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
        except OSError:  # the server had enough of it
            pass
        found = b""
        try:
            while more := connection.recv(65_536):
                found += more
        except ConnectionResetError:
            pass
        return found


HEAD = b"GET / HTTP/1.1\r\nhost: voorbeeld.example\r\nconnection: close\r\n"
NEXT = b"GET / HTTP/1.1\r\nhost: voorbeeld.example\r\n\r\n"


def test_requests_may_come_in_pieces_and_one_after_the_other(port: int) -> None:
    assert say(port, HEAD[:7], HEAD[7:], b"\r\n").count(b"200 OK") == 1
    assert say(port, NEXT * 3000 + HEAD + b"\r\n").count(b"200 OK") == 3001  # more bytes than one head may have


def test_a_head_may_be_long_and_a_body_longer(port: int) -> None:
    assert b"200 OK" in say(port, HEAD, b"x: " + b"y" * 60_000 + b"\r\n\r\n")
    body = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 300000\r\nconnection: close\r\n\r\n" + b"z" * 300_000
    assert say(port, *[body[n : n + 10_000] for n in range(0, len(body), 10_000)]).startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("endless", [b"x: y\r\n", b"x: " + b"y" * 1000 + b"\r\n", b"y" * 1000])
def test_headers_without_end_are_ended(port: int, endless: bytes) -> None:
    lines = [endless * (10_000 // len(endless))] * 400
    answer = say(port, HEAD, *lines)
    assert b"200 OK" not in answer
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("nonsense", [b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\n\r\n"])
def test_nonsense_is_refused(port: int, nonsense: bytes) -> None:
    assert say(port, nonsense).startswith(b"HTTP/1.1 400")


def test_without_httptools_requests_are_read_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ospo.web.protocol", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn.protocols.http.httptools_impl", None)
    assert server.protocol() == "h11"
