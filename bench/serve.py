# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serving: pages per second and the slowest 1 %, measured with wrk, beside a server that only says hello.

Usage: ./dev bench serve [ROUNDS]   (needs the Debian package wrk)
"""

import re
import shutil
import socket
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn

from bench.measure import ospo, processor, wait_until_idle

PATHS = ("/nl/", "/nl/practices/licentiekeuze/", "/nl/search/?q=licentie")
READERS, SECONDS, ROUNDS = 100, 4, 3
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_HELLO = "import sys; from bench.serve import hello; hello(int(sys.argv[1]))"


@dataclass(frozen=True, slots=True)
class Load:
    """What one server did under load: requests per second, the slowest 1 % in ms, and the share of a core it got."""

    rate: float
    slowest: float
    core: float

    @property
    def per_core(self) -> float:
        """Requests per second of processor time: what a core does that nothing else runs on."""
        return self.rate / self.core if self.core else float("nan")


def main(arguments: list[str]) -> None:
    """One server process, one wrk thread, 100 readers; every page in turn with a hello of the same size."""
    if shutil.which("wrk") is None:
        sys.exit("bench serve needs wrk: install the Debian package wrk")
    rounds = int(arguments[0]) if arguments else ROUNDS
    head = ("req/s", "p99 ms", "core", "req/s of a whole core")
    print(f"{'':<44}{head[0]:>9}{head[1]:>9}{head[2]:>7}{head[3]:>24}")
    with _running(*ospo(), "serve", "--port", "0", "--language", "en") as (site, process):
        _get(site + PATHS[0])
        _print(f"{PATHS[0]} while the other pages are made", [load(site + PATHS[0], process.pid)])
        wait_until_idle(process.pid)
        for path in PATHS:
            _compare(site + path, path, process.pid, rounds)


def _compare(url: str, name: str, process: int, rounds: int) -> None:
    size = len(_get(url))
    with _running(sys.executable, "-c", _HELLO, str(size)) as (hello_url, other):
        pairs = [(load(hello_url, other.pid), load(url, process)) for _ in range(rounds)]
    said = _print(f"hello of {size:,} bytes", [first for first, _ in pairs])
    ours = _print(name, [second for _, second in pairs])
    print(f"{'  of the hello':<44}{ours.rate / said.rate:>8.2f}x{ours.slowest / said.slowest:>8.2f}x"
          f"{'':>7}{ours.per_core / said.per_core:>23.2f}x")  # fmt: skip


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


def _print(name: str, loads: list[Load]) -> Load:
    """The middle one of several loads."""
    middle = Load(*(statistics.median(getattr(each, part) for each in loads) for part in ("rate", "slowest", "core")))
    print(f"{name:<44}{middle.rate:>9,.0f}{middle.slowest:>9.1f}{middle.core:>7.2f}{middle.per_core:>24,.0f}")
    return middle


def load(url: str, process: int) -> Load:
    """Put one server under load."""
    command = ["wrk", "-t1", f"-c{READERS}", f"-d{SECONDS}s", "--latency", url]
    before = processor(process)
    done = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = processor(process) - before
    rate, slow = re.search(r"Requests/sec:\s+([\d.]+)", done), re.search(r"99%\s+([\d.]+)(us|ms|s)", done)
    if rate is None or slow is None or "Non-2xx" in done:
        sys.exit(f"wrk said something else than expected:\n{done}")
    return Load(float(rate[1]), float(slow[1]) * _MILLISECONDS[slow[2]], used / SECONDS)


@contextmanager
def _running(*command: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server and its address, which it says in its first line."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        found = re.search(r"http://[\w.:]+", server.stderr.readline() if server.stderr else "")
        if found is None:
            sys.exit(f"{' '.join(command)} did not start")
        try:
            yield found[0], server
        finally:
            server.terminate()


def hello(size: int) -> None:
    """The least a server can do with the same software: one answer, made beforehand, for whoever asks."""
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(size).encode())]

    async def application(scope: Any, receive: Any, send: Callable[[Any], Any]) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    body = b"x" * size
    bound = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{bound.getsockname()[1]}", file=sys.stderr, flush=True)
    config = uvicorn.Config(application, ws="none", log_level="warning", access_log=False, proxy_headers=False,
                            server_header=False, lifespan="off")  # fmt: skip
    uvicorn.Server(config).run(sockets=[bound])
