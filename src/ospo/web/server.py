# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running the live site: a port that is really free, and one line that says where to look."""

import errno
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from ospo.errors import SettingsError
from ospo.render.html import Site
from ospo.web.application import create


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


def serve(site: Callable[[], Site], bound: socket.socket) -> None:
    """Answer requests until interrupted, which is how it is meant to end."""
    application = create(site())
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning", server_header=False, lifespan="off"))
    with suppress(KeyboardInterrupt):
        server.run(sockets=[bound])
