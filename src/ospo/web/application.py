# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Litestar application: every page of the site at its own path, with headers that keep readers safe."""

import gzip
import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from litestar import HttpMethod, Litestar, MediaType, Request, Response, route
from litestar.exceptions import HTTPException

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

_log = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


@dataclass
class _Answer:
    """A file, ready to send: its mark, and itself packed for browsers that take that."""

    file: File
    cache: str = _CHECKED

    @cached_property
    def tag(self) -> str:
        return f'W/"{hashlib.sha256(self.file.content).hexdigest()[:16]}"'

    @cached_property
    def packed(self) -> bytes | None:
        is_packed = self.file.media_type.startswith("font/")
        if is_packed or len(self.file.content) < _WORTH_PACKING:
            return None
        return gzip.compress(self.file.content, 6, mtime=0)

    @property
    def is_text(self) -> bool:
        return self.file.media_type.startswith("text/")

    def to(self, request: AnyRequest, status: int = 200) -> Response[bytes]:
        # The framework says the character set of text itself.
        kind = self.file.media_type.removesuffix("; charset=utf-8") if self.is_text else self.file.media_type
        headers = {"ETag": self.tag, "Cache-Control": self.cache, "Vary": "Accept-Encoding"}
        if status == 200 and self.tag in request.headers.get("if-none-match", ""):
            return Response(b"", status_code=304, headers=headers, media_type=kind)
        content = self.file.content
        if self.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            content = self.packed
            headers["Content-Encoding"] = "gzip"
        return Response(content, status_code=status, headers=headers, media_type=kind)


def create(site: Site) -> Litestar:
    """The application for one site; pages are made once and kept, searches are made on the spot."""
    files = {file.path: _Answer(file, _cache(file.path)) for file in site.static_files()}
    pages: dict[str, _Answer] = {}

    def page(path: str, wanted: Route, question: str = "") -> _Answer:
        if question:
            return _Answer(File(path, site.html(wanted, question).encode("utf-8"), HTML))
        if path not in pages:
            pages[path] = _Answer(File(path, site.html(wanted).encode("utf-8"), HTML))
        return pages[path]

    @route(["/", "/{path:path}"], http_method=_READING, include_in_schema=False, sync_to_thread=False)
    def serve(request: AnyRequest) -> Response[bytes]:
        path = _path(request)
        if path in files:
            return files[path].to(request)
        where = _HOME if path == "/" else path if path.endswith("/") else f"{path}/"
        found = site.routes.get(where)
        if found is None:
            return _Answer(site.missing(where)).to(request, 404)
        if not path.endswith("/"):
            return _moved(request, site.base + where)
        question = _question(request) if found.kind is Kind.SEARCH else ""
        return page(where, found, question).to(request)

    return Litestar(
        [serve],
        openapi_config=None,
        logging_config=None,
        after_request=_protect,
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
    return Response(b"", status_code=308, headers={"Location": location})


def _protect(response: Response[bytes]) -> Response[bytes]:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _refused(request: AnyRequest, error: HTTPException) -> Response[str]:
    return _plain(error.status_code, error.detail, error.headers or {})


def _crashed(request: AnyRequest, error: Exception) -> Response[str]:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return _plain(500, "Internal Server Error", {})


def _plain(status: int, detail: str, headers: Mapping[str, str]) -> Response[str]:
    text = f"{status} {detail}\n"
    return Response(text, status_code=status, media_type=MediaType.TEXT, headers={**headers, **SECURITY_HEADERS})
