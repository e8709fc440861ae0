# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Litestar application: every page of the site at its own path, with headers that keep readers safe."""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from litestar import Litestar, MediaType, Request, Response, asgi
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException, MethodNotAllowedException, NotFoundException
from litestar.types import HTTPScope, Receive, Scope, Send

from ospo.domain.language import Language
from ospo.domain.overview import RegisterView
from ospo.domain.site import Kind, Route
from ospo.render.api import Api, answering, openapi
from ospo.render.html import Site
from ospo.web import forms
from ospo.web.answers import SECURITY_HEADERS, Answer, Answers, Message

_HOME = "/nl/"
_MAX_QUERY = 200  # characters of a question that are looked at
_ALLOWED = {"Allow": "GET, HEAD, OPTIONS"}
_REPOSITORY = re.compile(r"/(?P<language>nl|en)/repositories/(?P<key>[^\0/][^\0]{2,400})/")
_ASKED = (Kind.ORGANISATIONS, Kind.WHY)  # pages that answer a question from the register
_FROM_ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "API-Version": openapi.VERSION,
}

_log = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]
Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def create(
    site: Site,
    answers: Answers | None = None,
    *,
    lifespan: Sequence[Lifespan] = (),
    contact: str = "",
    register: RegisterView | None = None,
) -> Litestar:
    """The application for one site.

    Args:
        site: gives every page.
        answers: where the pages are kept once they are made, when somebody else is to know.
        lifespan: what goes on from its start to its end.
        contact: the mailbox that the description of the API names.
        register: where the API reads organisations, repositories and findings; else from what comes with the site.
    """
    kept, api = answers or Answers(site), Api(site, contact, register)

    # Not a handler with a request and a response: making those takes longer than all of the rest.
    @asgi("/", is_mount=True, copy_scope=False)
    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            raise NotFoundException
        if (path := _path(scope)).startswith(f"{openapi.ROOT}/"):
            await (await _data(api, scope, path)).send(scope, send)
            return
        answer = await forms.answer(site, kept, scope, receive) or _without_content(scope)
        answer = answer or await _find(site, kept, scope)
        await answer.send(scope, send)

    return Litestar(
        [serve],
        lifespan=lifespan,
        openapi_config=None,
        logging_config=None,
        exception_handlers={HTTPException: _refused, Exception: _crashed},
    )


def _without_content(scope: HTTPScope) -> Message | None:
    """What is answered to who does not come to read.

    Raises:
        MethodNotAllowedException: nothing can be changed here.
    """
    if scope["method"] in ("GET", "HEAD"):
        return None
    if scope["method"] == "OPTIONS":
        return Message(204, _ALLOWED)
    raise MethodNotAllowedException(headers=_ALLOWED)


async def _find(site: Site, answers: Answers, scope: HTTPScope) -> Answer | Message:
    """The file or the page that was asked for, where it is to be found, or that it is not there."""
    path = _path(scope)
    if path in answers.files:
        return answers.files[path]
    if path in site.beside:
        return answers.beside(path)
    where = _HOME if path == "/" else path if path.endswith("/") else f"{path}/"
    found = site.routes.get(where)
    if found is None and where in site.moved:
        return _moved(scope, site.base + site.moved[where], 301)  # unlike 308, every program knows it
    if found is None and (known := _crawled(where)) is not None and site.recorded is not None:
        if not path.endswith("/"):
            return _moved(scope, site.base + where)
        if (fresh := await asyncio.to_thread(answers.recorded, where, known)) is not None:
            return fresh
    if found is None:
        return answers.missing(Language.EN if where.startswith("/en/") else Language.NL)
    if not path.endswith("/"):
        return _moved(scope, site.base + where)
    if found.kind is Kind.SEARCH and (question := _question(scope)):
        return await answers.answer(where, found, question)
    if found.kind in _ASKED and (question := _question(scope)):
        return await asyncio.to_thread(answers.asked, where, found, question)
    if answers.is_recorded(found):
        return await asyncio.to_thread(answers.recorded, where, found) or answers.missing(found.language)
    return answers.page(where, found)


def _crawled(path: str) -> Route | None:
    """The page of a repository that a crawl may have found; None for what is no address of one."""
    form = _REPOSITORY.fullmatch(path)
    return None if form is None else Route(Kind.REPOSITORY, form["key"], Language(form["language"]))


async def _data(api: Api, scope: HTTPScope, path: str) -> Message:
    """What the API answers; a list may take some milliseconds, which other readers do not wait for."""
    method = scope["method"]
    if method == "OPTIONS":
        return Message(204, {**_ALLOWED, **_FROM_ANYWHERE})
    if method not in ("GET", "HEAD"):
        answer = answering.refused(method, path)
    else:
        known = next((value for name, value in scope["headers"] if name == b"if-none-match"), b"")
        query = scope["query_string"].decode("ascii", "replace")
        answer = await asyncio.to_thread(api.answer, path, query, known.decode("latin-1"))
    return Message(answer.status, answer.headers, answer.body)


def _path(scope: HTTPScope) -> str:
    """The path as it was asked for: the framework adds and drops slashes, and some servers add the query."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode("utf-8")
    return unquote(raw.partition(b"?")[0].decode("ascii", "replace"))


def _question(scope: HTTPScope) -> str:
    """What was asked, as one line of text; whatever a program sends, it is only looked for."""
    query = scope["query_string"].decode("ascii", "replace")
    asked = parse_qs(query, errors="replace", max_num_fields=None).get("q", [""])[0]
    printable = "".join(c if c.isprintable() else " " for c in asked[:_MAX_QUERY])
    return " ".join(printable.split())


def _moved(scope: HTTPScope, path: str, status: int = 308) -> Message:
    query = scope["query_string"].decode("ascii", "replace")
    place, _, anchor = path.partition("#")
    location = quote(place) + (f"?{quote(query, safe='=&+%-._~:/?')}" if query else "")
    return Message(status, {"Location": f"{location}#{quote(anchor)}" if anchor else location})


def _refused(request: AnyRequest, error: HTTPException) -> Response[str]:
    return _plain(error.status_code, error.detail, error.headers or {})


def _crashed(request: AnyRequest, error: Exception) -> Response[str]:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return _plain(500, "Internal Server Error", {})


def _plain(status: int, detail: str, headers: Mapping[str, str]) -> Response[str]:
    text = f"{status} {detail}\n"
    return Response(text, status_code=status, media_type=MediaType.TEXT, headers={**headers, **SECURITY_HEADERS})
