# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers of the live site, ready to send: headers and bodies are made once, not for every reader."""

import asyncio
import gzip
import hashlib
import logging
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from litestar.types import HTTPResponseBodyEvent, HTTPResponseStartEvent, HTTPScope, Send

from ospo.domain.language import Language
from ospo.domain.site import File, Kind, Route
from ospo.render.html import HTML, Site

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_CHECKED = "no-cache"  # kept, but asked for again each time
_KEPT = "public, max-age=86400"  # static files carry a version in their address
_WORTH_PACKING = 1000  # bytes
_PAGES_KEPT = 2048  # pages, the latest ones; some 40 kB each
_QUESTIONS_KEPT = 256  # answers to questions, the latest ones
_FIRST = (Kind.HOME, Kind.SEARCH, Kind.PRACTICES)  # pages that are made before the first reader is let in
_GZIP = re.compile(rb"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")

_log = logging.getLogger(__name__)


class Message:
    """The two messages of an answer: its status with its headers, and its body."""

    __slots__ = ("_body", "_empty", "_start")

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        every = {**headers, **SECURITY_HEADERS}
        if status not in (204, 304):
            every["Content-Length"] = str(len(body))
        packed = tuple((name.lower().encode("ascii"), value.encode("latin-1")) for name, value in every.items())
        self._start: HTTPResponseStartEvent = {"type": "http.response.start", "status": status, "headers": packed}
        self._body: HTTPResponseBodyEvent = {"type": "http.response.body", "body": body, "more_body": False}
        self._empty: HTTPResponseBodyEvent = {**self._body, "body": b""}

    async def send(self, scope: HTTPScope, send: Send) -> None:
        """Send it; who asks for the headers alone gets no body."""
        await send(self._start)
        await send(self._empty if scope["method"] == "HEAD" else self._body)


class Answer:
    """A file, ready to send: whole, packed for browsers that take that, and as the news that nothing changed."""

    __slots__ = ("_packed", "_tag", "_unchanged", "_whole")

    def __init__(self, file: File, cache: str = _CHECKED, status: int = 200) -> None:
        tag = f'W/"{hashlib.sha256(file.content).hexdigest()[:16]}"'
        headers = {"ETag": tag, "Cache-Control": cache, "Vary": "Accept-Encoding"}
        full = {"Content-Type": file.media_type, **headers}
        packed = _packed(file)
        self._tag = tag.encode("ascii") if status == 200 else None
        self._whole = Message(status, full, file.content)
        self._packed = self._whole if packed is None else Message(status, {**full, "Content-Encoding": "gzip"}, packed)
        self._unchanged = Message(304, headers)

    async def send(self, scope: HTTPScope, send: Send) -> None:
        """Send who asks the whole file, packed or not, or the news that it did not change."""
        message = self._whole
        for name, value in scope["headers"]:
            if name == b"accept-encoding" and _takes_gzip(value):
                message = self._packed
            elif name == b"if-none-match" and self._tag is not None and self._tag in value:
                message = self._unchanged
                break
        await message.send(scope, send)


def _caching(path: str) -> str:
    return _KEPT if path.startswith("/static/") else _CHECKED


@lru_cache(64)
def _takes_gzip(accepted: bytes) -> bool:
    return _GZIP.search(accepted[:1000]) is not None


def _packed(file: File) -> bytes | None:
    if file.media_type.startswith("font/") or len(file.content) < _WORTH_PACKING:
        return None
    return gzip.compress(file.content, 6, mtime=0)


class Answers:
    """Everything one site has to say; pages are made once and kept, of answers to questions the latest ones."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._is_index_made = False
        self._asking = asyncio.Lock()
        self.files = {file.path: Answer(file, _caching(file.path)) for file in site.static_files()}
        self.page = lru_cache(_PAGES_KEPT)(self._made)
        self.beside = lru_cache(_PAGES_KEPT)(self._beside)
        self.missing = cache(self._missing)
        self._answer = lru_cache(_QUESTIONS_KEPT)(self._made)
        self.asked = lru_cache(_QUESTIONS_KEPT)(self._made) if site.recorded is None else self._made

    def _made(self, path: str, route: Route, question: str = "") -> Answer:
        return Answer(File(path, self._site.html(route, question).encode("utf-8"), HTML))

    def _beside(self, path: str) -> Answer:
        return Answer(self._site.beside[path].file())

    def _missing(self, language: Language) -> Answer:
        return Answer(self._site.missing(f"/{language}/"), status=404)

    def is_recorded(self, route: Route) -> bool:
        """Whether a page is of a repository that only a crawl found."""
        site = self._site
        return site.recorded is not None and route.kind is Kind.REPOSITORY and route.key not in site.repositories

    def recorded(self, path: str, route: Route) -> Answer | None:
        """The page of a repository that a crawl found, as it is now; None when there is none. It is kept nowhere."""
        return None if self._site.repository(route.key) is None else self._made(path, route)

    def form(self, path: str, route: Route, given: str) -> Answer:
        """The page with what came of a form: for who filled it in alone, so that it is kept nowhere."""
        return Answer(File(path, self._site.html(route, given).encode("utf-8"), HTML), "no-store")

    async def answer(self, path: str, route: Route, question: str) -> Answer:
        """The page with what was found. Only the first may have to wait for the index, beside the other readers."""
        if not self._is_index_made:
            async with self._asking:
                if not self._is_index_made:
                    found = await asyncio.to_thread(self._answer, path, route, question)
                    self._is_index_made = True
                    return found
        return self._answer(path, route, question)

    def prepare(self) -> None:
        """Make the pages that most readers see first, with what all pages share."""
        for path, route in self._site.routes.items():
            if route.kind in _FIRST and not route.key:
                self._try(path, route)

    async def warm(self) -> None:
        """Make the other pages, one at a time; after each one readers get as long as it took."""
        loop = asyncio.get_running_loop()
        kept = [(path, route) for path, route in self._site.routes.items() if not self.is_recorded(route)]
        for path, route in kept[:_PAGES_KEPT]:
            start = loop.time()
            self._try(path, route)
            await asyncio.sleep(loop.time() - start)

    def _try(self, path: str, route: Route) -> None:
        try:
            self.page(path, route)
        except Exception as error:  # who asks for this page gets to know; the others do not suffer
            _log.error("%s cannot be made: %r", path, error)
