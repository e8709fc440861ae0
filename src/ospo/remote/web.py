# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One request on the web: a connection of its own through the guard, little time, and no more than the first bytes."""

import asyncio
import ssl
import zlib
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from types import TracebackType
from urllib.parse import urlsplit

import httpx

from ospo import __version__
from ospo.domain.link import LinkReason
from ospo.remote.network import Network, Refused

PRODUCT = "ospo-nl-links"
AGENT = f"{PRODUCT}/{__version__} (+https://github.com/ospo-nl/ospo-nl/blob/main/SUPPORT.md)"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "nl,en;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a request may last as a whole, and be silent, in seconds; and how many bytes of the answer are read."""

    whole: float = 30.0
    silent: float = 15.0
    bytes: int = 64_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the number, where to go, what it is and its first bytes; `after` is when to ask again."""

    status: int
    location: str = ""
    media_type: str = ""
    body: bytes = b""
    after: str = ""


@dataclass
class Web:
    """Asks addresses, one after the other. Use it within one event loop, as an asynchronous context."""

    network: Network = field(default_factory=Network)
    limits: Limits = field(default_factory=Limits)
    verify: ssl.SSLContext | bool = True

    async def __aenter__(self) -> "Web":
        # Nothing of the environment (proxies, certificates, .netrc), no redirects by themselves, no connection kept:
        # one that was made for one name would be used for another name at the same number.
        self._client = httpx.AsyncClient(
            trust_env=False,
            verify=self.verify,
            follow_redirects=False,
            timeout=httpx.Timeout(self.limits.silent),
            limits=httpx.Limits(max_keepalive_connections=0),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def ask(self, method: str, address: str) -> Reply | LinkReason:
        """One request, without what it redirects to; the reason when there is no answer."""
        try:
            async with asyncio.timeout(self.limits.whole):
                return await self._asked(method, address)
        except Refused as error:
            return error.reason
        except (TimeoutError, httpx.TimeoutException):
            return LinkReason.TIMEOUT
        except httpx.NetworkError as error:
            return LinkReason.CERTIFICATE if _is_about_safety(error) else LinkReason.NO_CONNECTION
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            return LinkReason.NOT_WEB
        except (httpx.HTTPError, ValueError):
            return LinkReason.NO_HTTP
        except OSError:
            return LinkReason.NO_CONNECTION
        finally:
            self._client.cookies.clear()

    async def _asked(self, method: str, address: str) -> Reply:
        parts = urlsplit(address)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        number = await self.network.number(host, port)
        request = self._client.build_request(
            method,
            httpx.URL(address).copy_with(host=number),
            headers={**_HEADERS, "Host": parts.netloc},
            extensions={"sni_hostname": host},
        )
        response = await self._client.send(request, stream=True)
        try:
            body = b"" if method == "HEAD" else await self._start(response)
        finally:
            await response.aclose()
        said = response.headers.get
        return Reply(
            response.status_code, said("location", ""), said("content-type", ""), body, said("retry-after", "")
        )

    async def _start(self, response: httpx.Response) -> bytes:
        """The first bytes, unpacked when they came packed although we asked that they would not."""
        found = bytearray()
        async for chunk in response.aiter_raw(8_192):
            found += chunk
            if len(found) >= self.limits.bytes:
                break
        content = bytes(found[: self.limits.bytes])
        if response.headers.get("content-encoding", "").lower() not in {"gzip", "deflate", "x-gzip"}:
            return content
        try:
            return zlib.decompressobj(47).decompress(content, self.limits.bytes)
        except zlib.error:
            return b""


def seconds_to_wait(after: str, now: float) -> float | None:
    """What `Retry-After` asks, in seconds from now (seconds since 1970); None when it asks nothing that we know."""
    if after.strip().isascii() and after.strip().isdigit():
        return float(after.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - now)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _is_about_safety(error: BaseException | None) -> bool:
    for _ in range(8):
        if isinstance(error, ssl.SSLError):
            return True
        error = error and (error.__cause__ or error.__context__)
    return False
