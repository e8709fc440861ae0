# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Litestar application: every page of the site at its own path, with headers that keep readers safe."""

import hashlib
from functools import lru_cache
from typing import Annotated, Any

from litestar import Litestar, MediaType, Request, Response, get
from litestar.config.compression import CompressionConfig
from litestar.exceptions import HTTPException
from litestar.params import Parameter

from ospo.domain.site import File
from ospo.render.html import Site

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
_PAGE = "no-cache"
_STATIC = "public, max-age=86400"
_MAX_QUERY = 200


def create(site: Site) -> Litestar:
    """The application for one site; pages are made once and kept, searches are made on the spot."""
    files = {file.path: file for file in site.static_files()}
    tags = {path: _etag(file.content) for path, file in files.items()}

    @lru_cache(maxsize=4096)
    def page(path: str) -> tuple[File, str] | None:
        made = site.page(path)
        return None if made is None else (made, _etag(made.content))

    @get(["/", "/{path:path}"], include_in_schema=False)
    async def serve(
        request: Request[Any, Any, Any],
        path: str = "/",
        q: Annotated[str, Parameter(required=False)] = "",
    ) -> Response[bytes]:
        if path in files:
            return _answer(request, files[path], tags[path], _STATIC)
        where = "/nl/" if path == "/" else f"{path.rstrip('/')}/"
        question = " ".join(q[:_MAX_QUERY].split())
        if question and (found := site.page(where, question)):
            return _answer(request, found, _etag(found.content), _PAGE)
        known = page(where)
        if known is not None and not request.scope.get("raw_path", b"/").endswith(b"/"):
            return Response(b"", status_code=308, headers={"Location": f"{site.base}{where}"})
        if known is None:
            missing = site.missing(where)
            return Response(missing.content, status_code=404, media_type=missing.media_type)
        return _answer(request, known[0], known[1], _PAGE)

    return Litestar(
        [serve],
        openapi_config=None,
        compression_config=CompressionConfig(backend="gzip", minimum_size=1000, exclude=[r"\.woff2$"]),
        after_request=_protect,
        exception_handlers={HTTPException: _plain_error},
    )


def _answer(request: Request[Any, Any, Any], file: File, tag: str, cache: str) -> Response[bytes]:
    headers = {"ETag": tag, "Cache-Control": cache}
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=304, headers=headers, media_type=file.media_type)
    return Response(file.content, headers=headers, media_type=file.media_type)


def _protect(response: Response[bytes]) -> Response[bytes]:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _plain_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[str]:
    return Response(
        f"{error.status_code} {error.detail}\n", status_code=error.status_code, media_type=MediaType.TEXT,
        headers=dict(SECURITY_HEADERS),
    )  # fmt: skip


def _etag(content: bytes) -> str:
    return f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
