# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of forges over HTTP: one request each, with the mark of the last answer, and never led into another network."""

import asyncio
import ipaddress
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from ospo import __version__
from ospo.domain.crawl import Answer, Refused
from ospo.domain.link import LinkReason
from ospo.remote.network import Network
from ospo.remote.network import Refused as NotAllowed
from ospo.remote.web import seconds_to_wait

MOST = 64_000_000  # bytes of one list
SECONDS = 60.0
_HEADERS = {"User-Agent": f"ospo-nl/{__version__}", "Accept": "application/json"}
_ON = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Lists:
    """Satisfies Fetcher and Guard. `internal` are the hosts in our own network that the user said may be asked."""

    internal: Collection[str] = ()
    network: Network = field(default_factory=Network)
    most: int = MOST

    def place_of(self, url: str) -> str:
        """The IP address of the host of an address.

        Raises:
            Refused: it has none, or one in a network that is not public and was not named.
        """
        return asyncio.run(self._number(url))

    async def _number(self, url: str) -> str:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise Refused("{url}: is no address", url=url) from error
        network = Network(self.network.look_up, _anything) if host in self.internal else self.network
        try:
            return await network.number(host, port)
        except NotAllowed as error:
            if error.reason is LinkReason.NOT_PUBLIC:
                message = "{host} is in a network that is not public: name it with --internal when it is yours"
                raise Refused(message, host=host) from error
            is_passing = error.reason is LinkReason.NO_CONNECTION
            raise Refused("{host} cannot be found", is_passing=is_passing, host=host) from error

    def get(self, url: str, etag: str | None = None) -> Answer:
        """The answer at an address; status 304 when `etag` still holds.

        Raises:
            Refused: no answer, one that is too large, or an address that may not be asked.
        """
        return asyncio.run(self._get(url, etag))

    async def _get(self, url: str, etag: str | None) -> Answer:
        number = await self._number(url)
        parts = urlsplit(url)
        marks = {"If-None-Match": etag} if etag else {}
        try:
            async with asyncio.timeout(SECONDS), httpx.AsyncClient(trust_env=False, timeout=SECONDS / 2) as client:
                request = client.build_request(
                    "GET",
                    httpx.URL(url).copy_with(host=number),
                    headers={**_HEADERS, **marks, "Host": parts.netloc},
                    extensions={"sni_hostname": parts.hostname or ""},
                )
                response = await client.send(request, stream=True)
                return await self._answer(url, response)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise Refused("{url}: does not answer in time", is_passing=True, url=url) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise Refused("{url}: gives no answer ({error})", is_passing=True, url=url, error=error) from error

    async def _answer(self, url: str, response: httpx.Response) -> Answer:
        status, said = response.status_code, response.headers.get
        try:
            if status in _ON:
                message = "{url}: leads to {to}: crawl that address when you trust it"
                raise Refused(message, url=url, to=said("location", "")[:200])
            if status in _BUSY:
                import time

                after = seconds_to_wait(said("retry-after", ""), time.time())
                message = "{url}: answers with status {status}"
                raise Refused(message, is_passing=True, after=after, url=url, status=status)
            body = bytearray()
            async for chunk in response.aiter_bytes(65_536):
                body += chunk
                if len(body) > self.most:
                    raise Refused("{url}: answers with more than {n} MB", url=url, n=self.most // 1_000_000)
            return Answer(status, url, said("etag"), bytes(body))
        finally:
            await response.aclose()


def _anything(_number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """A host that the user named may be anywhere."""
    return True
