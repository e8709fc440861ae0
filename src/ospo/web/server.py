# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running the live site: a port that is really free, and one line that says where to look."""

import asyncio
import errno
import gc
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from typing import Literal

import uvicorn

from ospo.domain.overview import RegisterView
from ospo.errors import SettingsError
from ospo.render.html import Site
from ospo.web.answers import Answers
from ospo.web.application import create

_DOORS = 16  # readers who are let in at once


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the address.

    Raises:
        SettingsError: the port is in use, or may not be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            message = "Port {port} is in use: stop what runs there, or choose another with --port."
            raise SettingsError(message, port=port) from error
        message = "Cannot listen on {host}, port {port} ({error}): choose others with --host and --port."
        raise SettingsError(message, host=host, port=port, error=error.strerror) from error
    except OverflowError as error:
        bound.close()
        raise SettingsError("{port} is not a port: choose one from 0 to 65535.", port=port) from error
    return bound


def serve(
    site: Callable[[], Site], bound: socket.socket, contact: str = "", register: RegisterView | None = None
) -> None:
    """Answer requests until interrupted, which is how it is meant to end.

    Args:
        site: gives the site.
        bound: the socket that listens.
        contact: a mailbox for who uses the API.
        register: where the API reads organisations, repositories and findings.
    """
    # While a thread makes the search index, readers get their turn after a fifth of the usual time.
    sys.setswitchinterval(0.001)
    made = site()
    answers = Answers(made)
    config = uvicorn.Config(
        create(made, answers, lifespan=[lambda _: _warmed(answers)], contact=contact, register=register),
        http=protocol(),
        ws="none",
        log_level="warning",
        access_log=False,
        proxy_headers=False,  # nothing we say depends on who asks
        server_header=False,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=doors(bound))


def doors(bound: socket.socket) -> list[socket.socket]:
    """The socket, with copies for uvloop: that lets in one reader per copy, and then serves all others once more.

    Of a hundred readers who come at once the last would wait a hundred times for all the others.
    """
    if find_spec("uvloop") is None:
        return [bound]
    return [bound, *(bound.dup() for _ in range(_DOORS - 1))]


def protocol() -> type[asyncio.Protocol] | Literal["h11"]:
    """What reads requests: in C where that can be installed, else in Python."""
    try:
        from ospo.web.protocol import CappedProtocol
    except ImportError:
        return "h11"
    return CappedProtocol


@asynccontextmanager
async def _warmed(answers: Answers) -> AsyncIterator[None]:
    """Make the pages: the first ones before any reader comes in, the others between the readers."""
    answers.prepare()
    _keep()
    warming = asyncio.create_task(answers.warm())
    warming.add_done_callback(lambda _: _keep())
    yield
    warming.cancel()
    with suppress(asyncio.CancelledError):
        await warming


def _keep() -> None:
    """What there is now stays: no need to look for garbage in it again while readers wait."""
    gc.collect()
    gc.freeze()
