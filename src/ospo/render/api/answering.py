# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering the API: a path and a query in, a status with headers and a body out; no framework, no clock."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import msgspec

from ospo.render.api import openapi
from ospo.render.api.collections import COLLECTIONS, Collection, Entries

if TYPE_CHECKING:
    from ospo.render.html.site import Site

JSON, CSV = "application/json", "text/csv; charset=utf-8"
_BY_NAME = {collection.name: collection for collection in COLLECTIONS}
_ALWAYS = {
    "API-Version": openapi.VERSION,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Link",
    "Cache-Control": "no-cache",
}
_MOST_QUERY = 4000  # characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for one at the beginning of a cell


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """An answer, ready to send."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class _Problem(Exception):  # noqa: N818 - the name is the sentence
    def __init__(self, status: int, title: str, detail: str) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail = status, title, detail


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a list."""

    page: int
    size: int
    form: str
    filters: tuple[tuple[str, str], ...]


class Api:
    """The API of one site."""

    def __init__(self, site: "Site", contact: str = "") -> None:
        self._site = site
        self._contact = contact
        self._entries = Entries(site)

    def answer(self, path: str, query: str, known: str = "") -> ApiAnswer:
        """The answer to a path below the root of the API.

        Args:
            path: as it was asked for, decoded.
            query: the part after the question mark, as it was sent.
            known: the value of If-None-Match.
        """
        try:
            found = self._found(path.removeprefix(openapi.ROOT), query)
        except _Problem as problem:
            return _refusal(problem.status, problem.title, problem.detail, path)
        tag = f'"{hashlib.sha256(found.body).hexdigest()[:24]}"'
        headers = {**_ALWAYS, **found.headers, "ETag": tag}
        if tag in {part.strip().removeprefix("W/") for part in known.split(",")}:
            return ApiAnswer(304, headers={**_ALWAYS, "ETag": tag})
        return ApiAnswer(found.status, found.body, headers)

    def _found(self, path: str, query: str) -> ApiAnswer:
        if len(query) > _MOST_QUERY:
            raise _Problem(400, "Query too long", f"A query has at most {_MOST_QUERY} characters.")
        if path == "/openapi.json":
            return _as_json(openapi.document(self._site.absolute(""), self._contact))
        _, _, rest = path.partition("/")
        name, has_key, key = rest.partition("/")
        collection = _BY_NAME.get(name)
        if collection is None:
            every = ", ".join(sorted(_BY_NAME))
            raise _Problem(404, "No such collection", f"The collections are: {every}. See {openapi.DESCRIPTION}.")
        return self._one(collection, key, query) if has_key else self._many(collection, query)

    def _one(self, collection: Collection, key: str, query: str) -> ApiAnswer:
        if query:
            raise _Problem(400, "Unknown parameter", "A single entry takes no query.")
        entry = self._entries.of(collection).get(key)
        if entry is None:
            raise _Problem(
                404, "Not found", f"There is none with this id: GET {openapi.ROOT}/{collection.name} lists them."
            )
        return _as_json(entry)

    def _many(self, collection: Collection, query: str) -> ApiAnswer:
        asked = _asked(collection, query)
        found = [
            entry
            for entry in self._entries.of(collection).values()
            if all(value in collection.filters[name](entry) for name, value in asked.filters)
        ]
        start = (asked.page - 1) * asked.size
        shown = found[start : start + asked.size]
        headers = {"Link": _links(collection, asked, len(found), self._site.absolute(openapi.ROOT))}
        if asked.form == "csv":
            return ApiAnswer(200, _table(collection, shown), {**headers, "Content-Type": CSV})
        page = {"results": shown, "page": asked.page, "pageSize": asked.size, "total": len(found)}
        return ApiAnswer(200, msgspec.json.encode(page), {**headers, "Content-Type": JSON})


def refused(method: str, path: str) -> ApiAnswer:
    """The answer to who does not come to read."""
    detail = f"{method} is not possible: this API is only for reading."
    answer = _refusal(405, "Method not allowed", detail, path)
    return ApiAnswer(answer.status, answer.body, {**answer.headers, "Allow": "GET, HEAD, OPTIONS"})


def _refusal(status: int, title: str, detail: str, path: str) -> ApiAnswer:
    problem = {"type": "about:blank", "status": status, "title": title, "detail": detail, "instance": path[:500]}
    body = json.dumps(problem).encode("ascii")
    return ApiAnswer(status, body, {**_ALWAYS, "Content-Type": openapi.PROBLEM})


def _as_json(value: Any) -> ApiAnswer:
    return ApiAnswer(200, msgspec.json.encode(value), {"Content-Type": JSON})


def _asked(collection: Collection, query: str) -> _Asked:
    known = {"page", "pageSize", "format", *collection.filters}
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise _Problem(400, "Invalid query", "The query is no list of name=value in UTF-8.") from error
    values = dict(pairs)
    strange = [name for name in values if name not in known]
    if strange or len(values) < len(pairs):
        detail = f"Each of these may be given once: {', '.join(sorted(known))}."
        raise _Problem(400, "Unknown parameter" if strange else "Repeated parameter", detail)
    form = values.get("format", "json")
    if form not in ("json", "csv"):
        raise _Problem(400, "Invalid value", "format is json or csv.")
    filters = tuple((name, values[name]) for name in collection.filters if name in values)
    if any(len(value) > openapi.LONGEST for _, value in filters):
        raise _Problem(400, "Invalid value", f"A value has at most {openapi.LONGEST} characters.")
    return _Asked(
        _number("page", values.get("page", "1"), openapi.MOST_PAGES),
        _number("pageSize", values.get("pageSize", str(openapi.USUAL)), openapi.MOST),
        form,
        filters,
    )


def _number(name: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= most):
        raise _Problem(400, "Invalid value", f"{name} is a whole number from 1 to {most}.")
    return int(text)


def _links(collection: Collection, asked: _Asked, total: int, root: str) -> str:
    last = max(1, -(-total // asked.size))
    pages = {"first": 1, "last": last}
    if asked.page > 1:
        pages["prev"] = min(asked.page - 1, last)
    if asked.page < last:
        pages["next"] = asked.page + 1
    rest = [("pageSize", str(asked.size)), ("format", asked.form), *asked.filters]
    place = f"{root}/{collection.name}"
    return ", ".join(
        f'<{place}?{urlencode([("page", str(page)), *rest])}>; rel="{name}"' for name, page in pages.items()
    )


def _table(collection: Collection, entries: Sequence[Any]) -> bytes:
    """A row for each entry; what holds more than one value stands there as JSON."""
    names = [f.encode_name for f in msgspec.structs.fields(collection.shape)]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(names)
    for entry in msgspec.to_builtins(entries):
        writer.writerow([_cell(entry[name]) for name in names])
    return stream.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(_FORMULA) else text
