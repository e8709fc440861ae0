# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms for contributions in the live site: what is filled in is answered with what comes of it, and forgotten."""

from urllib.parse import unquote

from litestar.exceptions import ClientException, HTTPException
from litestar.types import HTTPScope, Receive

from ospo.domain.site import Kind
from ospo.render.html import Site
from ospo.web.answers import Answer, Answers

MAX_BODY = 256 * 1024  # bytes of a form that is sent
_FORM = b"application/x-www-form-urlencoded"


async def answer(site: Site, answers: Answers, scope: HTTPScope, receive: Receive) -> Answer | None:
    """The page with what came of a form; None when it is not a form that is asked for, or an empty one.

    Raises:
        HTTPException: what is sent is too long, or no form.
    """
    raw: bytes = scope.get("raw_path") or scope["path"].encode("utf-8")
    path = unquote(raw.partition(b"?")[0].decode("ascii", "replace"))
    route = site.routes.get(path)
    if route is None or route.kind is not Kind.CONTRIBUTE or not route.key:
        return None
    if scope["method"] == "POST":
        given = (await _body(scope, receive)).decode("ascii", "replace")
    elif scope["method"] in ("GET", "HEAD"):
        given = scope["query_string"].decode("ascii", "replace")
    else:
        return None
    return answers.form(path, route, given) if given else None


async def _body(scope: HTTPScope, receive: Receive) -> bytes:
    headers = dict(scope["headers"])
    if headers.get(b"content-type", b"").partition(b";")[0].strip().lower() != _FORM:
        raise HTTPException("Send the form as a browser does", status_code=415)
    found = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise ClientException("The form did not arrive whole")
        found += message["body"]
        if len(found) > MAX_BODY:
            raise HTTPException("The form is too long", status_code=413)
        if not message["more_body"]:
            return bytes(found)
