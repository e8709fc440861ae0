# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real web server on this machine, in a thread, that behaves as badly as a test asks; and names that lead to it."""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from ospo.remote import Limits, Manners, Network, Walk, Web
from ospo.remote.network import Number

HERE = ipaddress.ip_address("127.0.0.1")


@dataclass(frozen=True)
class Asked:
    """One request that came in."""

    method: str
    host: str
    path: str
    headers: Mapping[str, str]


Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """What it does at each path, and what it was asked; a path it does not know is a 404."""

    port: int = 0
    paths: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    scheme: str = "http"

    def url(self, path: str = "/", host: str = "een.example") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def on(self, path: str, behaviour: Behaviour) -> str:
        """Say what happens at a path; gives its address."""
        self.paths[path] = behaviour
        return self.url(path)

    def seen(self, *, robots: bool = False) -> list[str]:
        """Method and path of what was asked."""
        return [f"{a.method} {a.path}" for a in self.asked if robots or a.path != "/robots.txt"]


def page(text: str | bytes = "<title>Een pagina</title><p>Met tekst.", status: int = 200, **headers: str) -> Behaviour:
    """Answer with a page; `_` in the name of a header is a hyphen."""
    content = text.encode() if isinstance(text, str) else text

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        known = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
        for name, value in (known | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            handler.send_header(name, value)
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(content)

    return answer


def to(place: str, status: int = 302) -> Behaviour:
    """Send on to another place."""
    return page("", status, Location=place)


def raw(content: bytes) -> Behaviour:
    """Write bytes as they are, and hang up."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(content)
        handler.wfile.flush()
        handler.close_connection = True

    return answer


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Another behaviour each time, and then always the last; a HEAD does not count."""
    left = list(behaviours)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        chosen = left[0]
        if handler.command != "HEAD" and len(left) > 1:
            left.pop(0)
        chosen(handler)

    return answer


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


@contextmanager
def serving(certificate: tuple[str, str] | None = None) -> Iterator[Server]:
    """A server on a free port of this machine, for as long as the block lasts."""
    server = Server(scheme="https" if certificate else "http")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.asked.append(Asked(self.command, self.headers.get("Host", ""), self.path, dict(self.headers)))
            server.paths.get(self.path, page("<title>Niets</title>", 404))(self)

        do_HEAD = do_GET  # noqa: N815 - named by the protocol

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with _Quiet(("127.0.0.1", 0), Handler) as listening:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            listening.socket = context.wrap_socket(listening.socket, server_side=True)
        server.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()


async def names(host: str, port: int) -> list[str]:
    """Every name under .example is this machine, but those that are made to lead elsewhere."""
    if host.startswith("intern."):
        return ["10.0.0.8"]
    if host.startswith("half."):
        return ["127.0.0.1", "169.254.169.254"]
    if host.endswith(".example") and not host.startswith("weg."):
        return ["127.0.0.1"]
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError as error:
        raise socket.gaierror(socket.EAI_NONAME, "no such name") from error


def only_here(number: Number) -> bool:
    return number == HERE


def web(**limits: float) -> Web:
    """The real thing, but for names that lead to this machine, and only to this machine."""
    known: dict[str, float] = {"whole": 20.0, "silent": 10.0, **limits}
    return Web(Network(names, only_here), Limits(known["whole"], known["silent"]))


@dataclass
class Clock:
    """A clock that only goes on when somebody waits."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    async def pause(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.now += seconds


def walk(clock: Clock | None = None, manners: Manners | None = None, **limits: float) -> Walk:
    """A walk that does not wait really."""
    clock = clock or Clock()
    return Walk(web(**limits), manners, pause=clock.pause, clock=lambda: clock.now, chance=lambda: 0.5)
