# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo serve` as people start and stop it: a port that is free, one sentence when it is not, a clean end."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ospo.errors import SettingsError
from ospo.web import server


@contextmanager
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def start(*arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "OSPO_LANGUAGE": "en", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "ospo", "serve", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


@pytest.mark.parametrize(("signals", "code"), [(signal.SIGINT, {0}), (signal.SIGTERM, {0, 143, -15})])
def test_it_takes_a_free_port_says_where_serves_and_ends_cleanly(signals: signal.Signals, code: set[int]) -> None:
    running = start("--port", "0")
    try:
        assert running.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", running.stderr.readline())
        assert found is not None
        with urllib.request.urlopen(f"{found[0]}/nl/", timeout=20) as answer:  # noqa: S310 - our own
            assert f'<link rel="canonical" href="{found[0]}/nl/">' in answer.read().decode()
        running.send_signal(signals)
        out, said = running.communicate(timeout=20)
    finally:
        running.kill()
    assert running.returncode in code
    assert out == ""
    assert said == ""


def test_a_port_in_use_is_said_in_one_sentence() -> None:
    with taken() as port:
        running = start("--port", str(port))
        out, said = running.communicate(timeout=20)
    assert running.returncode == 2
    assert out == ""
    assert said == f"ospo: Port {port} is in use: stop what runs there, or choose another with --port.\n"


@pytest.mark.parametrize(
    ("host", "port", "words"),
    [
        ("127.0.0.1", 70_000, "is not a port"),
        ("127.0.0.1", -1, "is not a port"),
        ("192.0.2.1", 0, "Cannot listen on 192.0.2.1"),
        ("no.such.host.invalid", 0, "Cannot listen on no.such.host.invalid"),
    ],
)
def test_what_cannot_be_listened_on_is_said(host: str, port: int, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        server.listen(host, port)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_port_0_takes_a_free_one(host: str) -> None:
    try:
        bound = server.listen(host, 0)
    except SettingsError:
        if host == "::1":
            pytest.skip("this machine has no IPv6")
        raise
    with bound:
        assert bound.getsockname()[1] > 0


def test_where_uvloop_lets_readers_in_one_by_one_there_are_several_doors(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        monkeypatch.setattr(server, "find_spec", lambda name: object())
        many = server.doors(bound)
        assert len({door.fileno() for door in many}) == len(many) > 1
        assert {door.getsockname() for door in many} == {bound.getsockname()}
        for door in many[1:]:
            door.close()
        monkeypatch.setattr(server, "find_spec", lambda name: None)
        assert server.doors(bound) == [bound]
