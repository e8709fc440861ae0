# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A polite walk past addresses: one request at a time, a rest for each host, robots.txt, and patience when asked."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Generator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from ospo.domain.link import Answer, Hop, LinkReason
from ospo.formats import robots, web_address
from ospo.formats.robots import Rules
from ospo.remote.web import PRODUCT, Reply, Web, seconds_to_wait

_ON = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_TRY_AGAIN = frozenset({LinkReason.TIMEOUT, LinkReason.NO_CONNECTION})
_NOBODY = frozenset({LinkReason.NO_HOST, LinkReason.NOT_PUBLIC, LinkReason.CERTIFICATE, *_TRY_AGAIN})


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave; times in seconds."""

    delay: float = 2.0  # between two requests to one host
    hops: int = 8  # redirects that are followed
    tries: int = 3  # for what may pass by
    back_off: float = 4.0  # before the second try, and twice as long before each next one
    patience: float = 120.0  # the longest that a host may ask us to wait
    requests: int = 5_000  # in one walk
    kilobytes: int = 500_000  # of pages, in one walk


class _Spent(Exception):  # noqa: N818 - the name is the sentence
    """All requests of this walk were made, or all its bytes read."""


class _Later(Exception):  # noqa: N818 - the name is the sentence
    """The host asks to come back after longer than we wait."""


class Walk:
    """One walk. `pause`, `clock` and `chance` are the sleep, the clock and the dice, so that tests need not wait."""

    def __init__(
        self,
        web: Web | None = None,
        manners: Manners | None = None,
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._web, self._manners = web or Web(), manners or Manners()
        self._pause, self._clock, self._chance = pause, clock, chance
        self._free: dict[str, float] = {}  # from when a host may be asked again
        self._rules: dict[str, Rules | LinkReason] = {}
        self._later: set[str] = set()
        self._left = self._manners.requests
        self._bytes_left = self._manners.kilobytes * 1000

    def answers(self, addresses: Sequence[str]) -> Generator[Answer, None, None]:
        """What each address answers, as it comes; those that there was no time for do not come.

        Addresses are asked in the order given, one request at a time.
        """
        with asyncio.Runner() as runner:
            runner.run(self._web.__aenter__())
            try:
                for address in addresses:
                    answer = runner.run(self._answer(address))
                    if answer is not None:
                        yield answer
            except _Spent:
                return
            finally:
                runner.run(self._web.__aexit__(None, None, None))

    async def _answer(self, address: str) -> Answer | None:
        if not web_address.normal(address):
            return Answer(address, failure=LinkReason.NOT_WEB)
        if web_address.host(address) in self._later:
            return None
        try:
            return await self._follow(Answer(address), heeds_robots=True)
        except _Later:
            host = web_address.host(address)
            is_first = host not in self._later
            self._later.add(host)
            return Answer(address, failure=LinkReason.TOO_BUSY) if is_first else None

    async def _follow(self, answer: Answer, *, heeds_robots: bool) -> Answer:
        """Ask, and go where it sends us, until it does so no more."""
        been = {answer.end}
        while True:
            stop = await self._may_ask(answer.end) if heeds_robots else None
            reply = stop or await self._reply(answer.end, whole=not heeds_robots)
            if not isinstance(reply, Reply):
                return replace(answer, failure=reply)
            if reply.status not in _ON or not reply.location:
                return replace(answer, status=reply.status, media_type=reply.media_type, body=reply.body)
            to = web_address.target(answer.end, reply.location)
            if not to:
                return replace(answer, status=reply.status, failure=LinkReason.NOT_WEB)
            answer = replace(answer, hops=(*answer.hops, Hop(reply.status, to)))
            if to in been:
                return replace(answer, status=reply.status, failure=LinkReason.CIRCLE)
            if len(answer.hops) > self._manners.hops:
                return replace(answer, status=reply.status, failure=LinkReason.TOO_FAR)
            been.add(to)

    async def _may_ask(self, address: str) -> LinkReason | None:
        """Why not, or None when robots.txt lets us: a host without one, or that keeps it to itself, minds nothing."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = await self._robots(origin)
        rules = self._rules[origin]
        if isinstance(rules, LinkReason):
            return rules
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return None if rules.allow(path) else LinkReason.ROBOTS

    async def _robots(self, origin: str) -> Rules | LinkReason:
        answer = await self._follow(Answer(f"{origin}/robots.txt"), heeds_robots=False)
        if answer.failure in _NOBODY and not answer.hops:
            return answer.failure or LinkReason.NO_HOST
        status = answer.status or 0
        if answer.failure is None and 200 <= status < 300:
            return robots.parse(answer.body, PRODUCT)
        is_broken = answer.failure is None and (status == 429 or status >= 500)
        return robots.NOTHING if is_broken else robots.EVERYTHING

    async def _reply(self, address: str, *, whole: bool) -> Reply | LinkReason:
        """HEAD first; then GET, for the words of a page and for servers that do not know HEAD."""
        if not whole:
            reply = await self._patient("HEAD", address)
            if isinstance(reply, Reply):
                is_page = not reply.media_type or "html" in reply.media_type.lower()
                if (reply.status in _ON and reply.location) or (200 <= reply.status < 300 and not is_page):
                    return reply
            elif reply in _NOBODY - _TRY_AGAIN:
                return reply
        return await self._patient("GET", address)

    async def _patient(self, method: str, address: str) -> Reply | LinkReason:
        """Ask, and ask again a while later when it may have been a bad moment. HEAD that fails is not worth that."""
        tries = self._manners.tries if method == "GET" else 1
        for number in range(tries):
            reply = await self._once(method, address)
            is_busy = isinstance(reply, Reply) and reply.status in _BUSY
            if not is_busy and reply not in _TRY_AGAIN:
                return reply
            wait = self._manners.back_off * 2**number * (0.5 + self._chance())
            if isinstance(reply, Reply) and reply.after:
                asked = seconds_to_wait(reply.after, time.time())
                wait = max(wait, asked or 0.0)
                if wait > self._manners.patience:
                    raise _Later
            if number + 1 < tries or (isinstance(reply, Reply) and reply.after):
                self._rest(address, wait)
        return reply

    async def _once(self, method: str, address: str) -> Reply | LinkReason:
        host = web_address.host(address)
        wait = self._free.get(host, 0.0) - self._clock()
        if wait > 0:
            await self._pause(wait)
        if self._left <= 0 or self._bytes_left <= 0:
            raise _Spent
        self._left -= 1
        reply = await self._web.ask(method, address)
        self._bytes_left -= len(reply.body) if isinstance(reply, Reply) else 0
        rules = self._rules.get(f"{urlsplit(address).scheme}://{host}")
        self._rest(address, max(self._manners.delay, rules.delay if isinstance(rules, Rules) else 0.0))
        return reply

    def _rest(self, address: str, seconds: float) -> None:
        host = web_address.host(address)
        self._free[host] = max(self._free.get(host, 0.0), self._clock() + seconds)
