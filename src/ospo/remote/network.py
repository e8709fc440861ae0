# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guard before the socket: a name is looked up once, and only a public number goes on to be connected to.

Who asks an address that others wrote could be led into our own network: to a server that trusts its neighbours, or to
the machine itself. So the name is turned into numbers here, every one of them is looked at, and the connection is made
to the very number that was found to be public. A redirect passes the same guard.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from ospo.domain.link import LinkReason

Number = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv6 that stands for an IPv4 address (RFC 6052)
_TRANSLATED_HERE = ipaddress.ip_network("64:ff9b:1::/48")  # the same, within one network (RFC 8215)


class Refused(Exception):  # noqa: N818 - the name is the sentence
    """No connection is made, and why."""

    def __init__(self, reason: LinkReason) -> None:
        super().__init__(reason)
        self.reason = reason


def is_public(number: Number) -> bool:
    """Whether an address is one of the public internet, also when it is an IPv4 address within one of IPv6."""
    if isinstance(number, ipaddress.IPv6Address):
        if number in _TRANSLATED_HERE or number.is_site_local:
            return False
        inner = number.ipv4_mapped or number.sixtofour
        if inner is None and number in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if number.teredo is not None:
            return False
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_unspecified)


async def look_up(host: str, port: int) -> list[str]:
    """The numbers of a name, from the resolver of this machine.

    Raises:
        OSError, UnicodeError: there are none.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


@dataclass(frozen=True, slots=True)
class Network:
    """How names become numbers, and which numbers may be connected to.

    The program uses it as it is: no setting, option or variable reaches these fields. A test hands in others, to send
    names to a server of its own.
    """

    look_up: Callable[[str, int], Awaitable[list[str]]] = look_up
    is_allowed: Callable[[Number], bool] = is_public

    async def number(self, host: str, port: int) -> str:
        """The number to connect to; when one of several is not public, none is used.

        Raises:
            Refused: the name does not exist, or leads into a network that is not public.
        """
        try:
            found = await self.look_up(host, port)
        except socket.gaierror as error:
            is_ours = error.errno in {socket.EAI_AGAIN, getattr(socket, "EAI_SYSTEM", None)}
            raise Refused(LinkReason.NO_CONNECTION if is_ours else LinkReason.NO_HOST) from error
        except (OSError, UnicodeError) as error:
            raise Refused(LinkReason.NO_HOST) from error
        if not found:
            raise Refused(LinkReason.NO_HOST)
        if not all(self.is_allowed(ipaddress.ip_address(number)) for number in found):
            raise Refused(LinkReason.NOT_PUBLIC)
        return found[0]
