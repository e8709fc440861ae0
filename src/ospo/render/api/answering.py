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
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

from ospo import __version__
from ospo.domain.language import Language
from ospo.domain.overview import Part, RegisterView
from ospo.render import atom
from ospo.render.api import openapi
from ospo.render.api.collections import COLLECTIONS, Collection, Entries, Problem
from ospo.render.api.registered import Registered
from ospo.render.api.shipped import Shipped

if TYPE_CHECKING:
    from ospo.render.html.site import Site

JSON, CSV, ATOM = "application/json", "text/csv; charset=utf-8", "application/atom+xml; charset=utf-8"
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a list."""

    page: int
    size: int
    form: str
    filters: tuple[tuple[str, str], ...]


class Api:
    """The API of one site; with a register, what is in that comes from there."""

    def __init__(self, site: "Site", contact: str = "", register: RegisterView | None = None) -> None:
        self._site = site
        self._contact = contact
        self._shipped = Shipped(site)
        self._registered = None if register is None else Registered(register, self._shipped)

    def answer(self, path: str, query: str, known: str = "") -> ApiAnswer:
        """The answer to a path below the root of the API.

        Args:
            path: as it was asked for, decoded.
            query: the part after the question mark, as it was sent.
            known: the value of If-None-Match.
        """
        marks = {part.strip().removeprefix("W/") for part in known.split(",")}
        try:
            place = path.removeprefix(openapi.ROOT)
            version = self._version(place, query)
            if version and version in marks:
                return ApiAnswer(304, headers={**_ALWAYS, "ETag": version})
            found = self._found(place, query)
        except Problem as problem:
            return _refusal(problem.status, problem.title, problem.detail, path)
        tag = version or _tag(found.body)
        if tag in marks:
            return ApiAnswer(304, headers={**_ALWAYS, "ETag": tag})
        return ApiAnswer(found.status, found.body, {**_ALWAYS, **found.headers, "ETag": tag})

    def _version(self, place: str, query: str) -> str:
        """The mark of an answer before it is made, where that can be told: of the register, and what is asked of it."""
        name = place.removeprefix("/").partition("/")[0]
        collection = _BY_NAME.get(name)
        if self._registered is None or collection is None or len(query) > _MOST_QUERY:
            return ""
        if not self._registered.has(collection):
            return ""
        return _tag(repr((__version__, self._registered.version(), place, query)).encode("utf-8", "replace"))

    def _found(self, path: str, query: str) -> ApiAnswer:
        if len(query) > _MOST_QUERY:
            raise Problem(400, "Query too long", f"A query has at most {_MOST_QUERY} characters.")
        if path == "/openapi.json":
            return _as_json(openapi.document(self._site.absolute(""), self._contact))
        _, _, rest = path.partition("/")
        name, has_key, key = rest.partition("/")
        collection = _BY_NAME.get(name)
        if collection is None:
            every = ", ".join(sorted(_BY_NAME))
            raise Problem(404, "No such collection", f"The collections are: {every}. See {openapi.DESCRIPTION}.")
        return self._one(collection, key, query) if has_key else self._many(collection, query)

    def _entries(self, collection: Collection) -> Entries:
        return self._registered if self._registered is not None and self._registered.has(collection) else self._shipped

    def _one(self, collection: Collection, key: str, query: str) -> ApiAnswer:
        if query:
            raise Problem(400, "Unknown parameter", "A single entry takes no query.")
        entry = self._entries(collection).one(collection, key) if len(key) <= openapi.LONGEST else None
        if entry is None:
            detail = f"There is none with this id: GET {openapi.ROOT}/{collection.name} lists them."
            raise Problem(404, "Not found", detail)
        return _as_json(entry)

    def _many(self, collection: Collection, query: str) -> ApiAnswer:
        asked = _asked(collection, query)
        part = Part((asked.page - 1) * asked.size, asked.size, is_newest=asked.form == "atom")
        total, shown = self._entries(collection).many(collection, dict(asked.filters), part)
        headers = {"Link": _links(collection, asked, total, self._site.absolute(openapi.ROOT))}
        if asked.form == "csv":
            return ApiAnswer(200, _table(collection, shown), {**headers, "Content-Type": CSV})
        if asked.form == "atom":
            return ApiAnswer(200, self._feed(collection, shown, query), {**headers, "Content-Type": ATOM})
        page = {"results": shown, "page": asked.page, "pageSize": asked.size, "total": total}
        return ApiAnswer(200, msgspec.json.encode(page), {**headers, "Content-Type": JSON})

    def _feed(self, collection: Collection, entries: Sequence[Any], query: str) -> bytes:
        """The entries as news, the newest first; texts are in Dutch."""
        place = self._site.absolute(f"{openapi.ROOT}/{collection.name}")
        news = []
        for entry in entries:
            dated = None if collection.dated is None else collection.dated(entry)
            if dated is not None:
                where = dated.url or f"{place}/{quote(entry.id)}"
                news.append(atom.Entry(dated.title, where, dated.day, dated.summary))
        own = f"{place}?{query}"
        return atom.feed(f"OSPO-NL: {collection.name}", own, own, Language.NL, news, self._site.today)


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
    known = {"page", "pageSize", "format", *collection.asked}
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise Problem(400, "Invalid query", "The query is no list of name=value in UTF-8.") from error
    values = dict(pairs)
    strange = [name for name in values if name not in known]
    if strange or len(values) < len(pairs):
        detail = f"Each of these may be given once: {', '.join(sorted(known))}."
        raise Problem(400, "Unknown parameter" if strange else "Repeated parameter", detail)
    form = values.get("format", "json")
    if form not in collection.forms:
        raise Problem(400, "Invalid value", f"format is one of: {', '.join(collection.forms)}.")
    filters = tuple((name, values[name]) for name in collection.asked if name in values)
    if any(len(value) > openapi.LONGEST for _, value in filters):
        raise Problem(400, "Invalid value", f"A value has at most {openapi.LONGEST} characters.")
    return _Asked(
        _number("page", values.get("page", "1"), openapi.MOST_PAGES),
        _number("pageSize", values.get("pageSize", str(openapi.USUAL)), openapi.MOST),
        form,
        filters,
    )


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:24]}"'


def _number(name: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= most):
        raise Problem(400, "Invalid value", f"{name} is a whole number from 1 to {most}.")
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
