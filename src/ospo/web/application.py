# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Litestar application: every page of the site at its own path, with headers that keep readers safe."""

import gzip
import hashlib
import logging
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from litestar import HttpMethod, Litestar, MediaType, Request, Response, route
from litestar.exceptions import HTTPException

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
_HOME = "/nl/"
_CHECKED = "no-cache"  # kept, but asked for again each time
_KEPT = "public, max-age=86400"  # static files carry a version in their address
_MAX_QUERY = 200  # characters of a question that are looked at
_READING = (HttpMethod.GET, HttpMethod.HEAD)
_WORTH_PACKING = 1000  # bytes
_QUESTIONS_KEPT = 256  # answers to questions, the latest ones

_log = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


class _Answer:
    """A file, ready to send: its mark, its headers, and itself packed for browsers that take that."""

    def __init__(self, file: File, cache: str = _CHECKED, status: int = 200) -> None:
        self.content = file.content
        self.packed = _packed(file)
        self.tag = f'W/"{hashlib.sha256(file.content).hexdigest()[:16]}"'
        self.status = status
        is_text = file.media_type.startswith("text/")  # to which the framework adds the character set itself
        self.kind = file.media_type.removesuffix("; charset=utf-8") if is_text else file.media_type
        self.headers = {"ETag": self.tag, "Cache-Control": cache, "Vary": "Accept-Encoding", **SECURITY_HEADERS}
        self.packed_headers = {**self.headers, "Content-Encoding": "gzip"}

    def to(self, request: AnyRequest) -> Response[bytes]:
        """The answer for who asks: the whole file, packed or not, or that nothing changed."""
        if self.status == 200 and self.tag in request.headers.get("if-none-match", ""):
            return Response(b"", status_code=304, headers=self.headers, media_type=self.kind)
        content, headers = self.content, self.headers
        if self.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            content, headers = self.packed, self.packed_headers
        return Response(content, status_code=self.status, headers=headers, media_type=self.kind)


def _packed(file: File) -> bytes | None:
    if file.media_type.startswith("font/") or len(file.content) < _WORTH_PACKING:
        return None
    return gzip.compress(file.content, 6, mtime=0)


def create(site: Site) -> Litestar:
    """The application for one site; pages are made once and kept, of answers to questions the latest ones."""
    files = {file.path: _Answer(file, _cache(file.path)) for file in site.static_files()}

    def made(path: str, wanted: Route, question: str = "") -> _Answer:
        return _Answer(File(path, site.html(wanted, question).encode("utf-8"), HTML))

    page, answer = cache(made), lru_cache(_QUESTIONS_KEPT)(made)

    @cache
    def missing(language: Language) -> _Answer:
        return _Answer(site.missing(f"/{language}/"), status=404)

    @route(["/", "/{path:path}"], http_method=_READING, include_in_schema=False, sync_to_thread=False)
    def serve(request: AnyRequest) -> Response[bytes]:
        path = _path(request)
        if path in files:
            return files[path].to(request)
        where = _HOME if path == "/" else path if path.endswith("/") else f"{path}/"
        found = site.routes.get(where)
        if found is None:
            return missing(Language.EN if where.startswith("/en/") else Language.NL).to(request)
        if not path.endswith("/"):
            return _moved(request, site.base + where)
        if found.kind is Kind.SEARCH and (question := _question(request)):
            return answer(where, found, question).to(request)
        return page(where, found).to(request)

    return Litestar(
        [serve],
        openapi_config=None,
        logging_config=None,
        exception_handlers={HTTPException: _refused, Exception: _crashed},
    )


def _path(request: AnyRequest) -> str:
    """The path as it was asked for: the framework drops a slash at the end, and some servers add the query."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode("utf-8")
    return unquote(raw.partition(b"?")[0].decode("ascii", "replace"))


def _cache(path: str) -> str:
    return _KEPT if path.startswith("/static/") else _CHECKED


def _question(request: AnyRequest) -> str:
    """What was asked, as one line of text; whatever a program sends, it is only looked for."""
    query = request.scope.get("query_string", b"").decode("ascii", "replace")
    asked = parse_qs(query, errors="replace", max_num_fields=None).get("q", [""])[0]
    printable = "".join(c if c.isprintable() else " " for c in asked[:_MAX_QUERY])
    return " ".join(printable.split())


def _moved(request: AnyRequest, path: str) -> Response[bytes]:
    query = request.scope.get("query_string", b"").decode("ascii", "replace")
    location = quote(path) + (f"?{quote(query, safe='=&+%-._~:/?')}" if query else "")
    return Response(b"", status_code=308, headers={"Location": location, **SECURITY_HEADERS})


def _refused(request: AnyRequest, error: HTTPException) -> Response[str]:
    return _plain(error.status_code, error.detail, error.headers or {})


def _crashed(request: AnyRequest, error: Exception) -> Response[str]:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return _plain(500, "Internal Server Error", {})


def _plain(status: int, detail: str, headers: Mapping[str, str]) -> Response[str]:
    text = f"{status} {detail}\n"
    return Response(text, status_code=status, media_type=MediaType.TEXT, headers={**headers, **SECURITY_HEADERS})
