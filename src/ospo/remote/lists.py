# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of forges over HTTP: one request each, with the mark of the last answer, and never led into another network."""

import asyncio
import ipaddress
import time
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

import httpx

from ospo import __version__
from ospo.domain.crawl import Answer, Refused, RepositoryState
from ospo.domain.link import LinkReason
from ospo.remote.network import Network
from ospo.remote.network import Refused as NotAllowed
from ospo.remote.web import seconds_to_wait

MOST = 64_000_000  # bytes of one list
SECONDS = 60.0
PAUSE = 60.0  # seconds that a host is left alone when it asks for that and does not say for how long
HOPS = 5  # that lead on
_LONGEST = 86_400.0
_HEADERS = {"User-Agent": f"ospo-nl/{__version__}", "Accept": "application/json"}
_ON = frozenset({301, 302, 303, 307, 308})
_FOLLOWED = frozenset({301, 307, 308})  # the others lead to a page to log in on
_BUSY = frozenset({500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class _Reply:
    answer: Answer
    location: str = ""


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

    def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
        """The answer at an address, or where that leads on the same host; status 304 when `etag` still holds.

        A token goes out over https only, and to the host of the address only.

        Raises:
            Refused: no answer, one that is too large, or an address that may not be asked.
        """
        return asyncio.run(self._followed(url, etag, token))

    def leads_to(self, url: str) -> str:
        """Where an address leads to in the end, on any host that may be asked; itself when it leads nowhere.

        Raises:
            Refused: that is a circle, too far, or an address that may not be asked.
        """
        return asyncio.run(self._end(url))

    async def _followed(self, url: str, etag: str | None, token: str | None) -> Answer:
        at, been = url, {url}
        while True:
            reply = await self._ask(at, etag, token)
            if not reply.location:
                return replace(reply.answer, requests=len(been))
            to = _onward(at, reply.location, been)
            if reply.answer.status not in _FOLLOWED or urlsplit(to)[:2] != urlsplit(at)[:2]:
                message = "{url}: leads to {to}: crawl that address when you trust it"
                raise Refused(message, url=url, to=reply.location[:200])
            been.add(to)
            at = to

    async def _end(self, url: str) -> str:
        at, been = url, {url}
        while location := (await self._ask(at, None, None)).location:
            at = _onward(at, location, been)
            been.add(at)
        return at

    async def _ask(self, url: str, etag: str | None, token: str | None) -> _Reply:
        number = await self._number(url)
        parts = urlsplit(url)
        marks = {"If-None-Match": etag} if etag else {}
        if token and (parts.scheme == "https" or parts.hostname in self.internal):
            marks["Authorization"] = f"Bearer {token}"
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

    async def _answer(self, url: str, response: httpx.Response) -> _Reply:
        status, said = response.status_code, response.headers.get
        rest = _rest(response.headers, time.time())
        try:
            if status in _ON and said("location"):
                return _Reply(Answer(status, url, None, b""), said("location", ""))
            if status == 429 or (status == 503 and rest is not None):
                message = "{url}: asks us to wait: that is done, and then it is tried again"
                raise Refused(message, rests=True, after=PAUSE if rest is None else rest, url=url)
            if status in _BUSY:
                raise Refused("{url}: answers with status {status}", is_passing=True, url=url, status=status)
            body = bytearray()
            async for chunk in response.aiter_bytes(65_536):
                body += chunk
                if len(body) > self.most:
                    message = "{url}: answers with more than {n} MB, which is no list: look what is there"
                    raise Refused(message, url=url, n=self.most // 1_000_000)
            return _Reply(Answer(status, url, said("etag"), bytes(body), rest))
        finally:
            await response.aclose()


def _onward(at: str, location: str, been: Collection[str]) -> str:
    """Where a redirect leads to.

    Raises:
        Refused: to where it came from, too far, or to no address of the web.
    """
    try:
        to = urljoin(at, location)
        is_web = urlsplit(to).scheme in ("http", "https")
    except ValueError:
        to, is_web = location, False
    if to in been or len(been) > HOPS:
        message = "{url}: leads on and on, or in a circle: ask who keeps it, or leave it out"
        raise Refused(message, RepositoryState.UNREACHABLE, url=at)
    if not is_web or (at.startswith("https:") and not to.startswith("https:")):
        raise Refused("{url}: leads to {to}: crawl that address when you trust it", url=at, to=location[:200])
    return to


def _rest(headers: httpx.Headers, now: float) -> float | None:
    """For how many seconds the host wants to hear nothing: it says so, or nothing is left of what it allows."""
    asked = seconds_to_wait(headers.get("retry-after", ""), now)
    if asked is not None:
        return min(asked, _LONGEST)
    for name in ("x-ratelimit", "ratelimit"):  # GitHub, GitLab
        left, moment = headers.get(f"{name}-remaining", ""), headers.get(f"{name}-reset", "")
        if left.strip() == "0" and moment.strip().isascii() and moment.strip().isdigit():
            return min(max(1.0, float(moment.strip()[:12]) - now), _LONGEST)
    return None


def _anything(_number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """A host that the user named may be anywhere."""
    return True
