# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The OpenAPI 3.1 description of the API, made from the collections; it follows the NLGov REST API Design Rules."""

from typing import Any

import msgspec

from ospo.render.api.collections import COLLECTIONS, SEARCHED, Collection

VERSION = "1.0.0"
ROOT = "/api/v1"
DESCRIPTION = f"{ROOT}/openapi.json"
MOST = 200  # entries on a page
USUAL = 50
MOST_PAGES = 1_000_000
LONGEST = 200  # characters of a value that is asked for
_CONTACT = {"name": "OSPO-NL", "url": "https://github.com/ospo-nl/ospo-nl"}
PROBLEM = "application/problem+json"
_FORMS = "JSON, a table as CSV, or a feed as Atom with the newest first."
_MEDIA_TYPES = {"csv": "text/csv", "atom": "application/atom+xml"}
_SEARCH = {
    "name": SEARCHED,
    "in": "query",
    "required": False,
    "description": "Only those with all these words in their address, in capitals or not.",
    "schema": {"type": "string", "maxLength": LONGEST},
}
_ID = r"^[A-Za-z0-9._~:-]{1,200}$"


def document(address: str, contact: str = "") -> dict[str, Any]:
    """The description of the API of a site at this address; `contact` is the mailbox of who runs it, if any."""
    forms, components = msgspec.json.schema_components(
        [c.shape for c in COLLECTIONS], ref_template="#/components/schemas/{name}"
    )
    paths: dict[str, Any] = {}
    for collection, form in zip(COLLECTIONS, forms, strict=True):
        paths[f"/{collection.name}"] = {"get": _many(collection, form)}
        paths[f"/{collection.name}/{{id}}"] = {"get": _single(collection, form)}
    paths["/openapi.json"] = {"get": _description()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "OSPO-NL",
            "version": VERSION,
            "description": "The knowledge base and the observations of OSPO-NL, to read without a key.",
            "contact": {**_CONTACT, "email": contact} if contact else _CONTACT,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": f"{address}{ROOT}"}],
        "tags": [{"name": c.name, "description": c.about} for c in COLLECTIONS] + [{"name": "description"}],
        "paths": paths,
        "components": {"schemas": {**components, "Problem": _problem()}, "headers": _headers()},
    }


def _many(collection: Collection, form: Any) -> dict[str, Any]:
    parameters = [
        _query("page", {"type": "integer", "minimum": 1, "maximum": MOST_PAGES, "default": 1}, "Which page, from 1."),
        _query("pageSize", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}, "Entries on a page."),
        _query("format", {"type": "string", "enum": list(collection.forms), "default": "json"}, _FORMS),
        *(
            _query(name, {"type": "string", "maxLength": LONGEST}, f"Only those of this {name}.")
            for name in collection.filters
        ),
        *([_SEARCH] if collection.searched else []),
    ]
    page = {
        "type": "object",
        "required": ["results", "page", "pageSize", "total"],
        "properties": {
            "results": {"type": "array", "items": form},
            "page": {"type": "integer"},
            "pageSize": {"type": "integer"},
            "total": {"type": "integer"},
        },
    }
    others = {_MEDIA_TYPES[form]: {"schema": {"type": "string"}} for form in collection.forms if form != "json"}
    return {
        "operationId": f"list-{collection.name}",
        "summary": collection.about,
        "tags": [collection.name],
        "parameters": parameters,
        "responses": {
            "200": _ok(page, link=True, more=others),
            "304": _unchanged(),
            "400": _error("A value cannot be used."),
        },
    }


def _single(collection: Collection, form: Any) -> dict[str, Any]:
    identifier = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": _ID}}
    return {
        "operationId": f"get-{collection.name}",
        "summary": f"One of: {collection.about}",
        "tags": [collection.name],
        "parameters": [identifier],
        "responses": {
            "200": _ok(form),
            "304": _unchanged(),
            "400": _error("There is a query, and none is known here."),
            "404": _error("There is none with this id."),
        },
    }


def _description() -> dict[str, Any]:
    return {
        "operationId": "get-description",
        "summary": "This description.",
        "tags": ["description"],
        "responses": {"200": _ok({"type": "object"}), "304": _unchanged()},
    }


def _query(name: str, schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}


def _ok(schema: Any, *, link: bool = False, more: dict[str, Any] | None = None) -> dict[str, Any]:
    names = ("API-Version", "ETag", *(("Link",) if link else ()))
    return {
        "description": "The answer.",
        "headers": _named(*names),
        "content": {"application/json": {"schema": schema}, **(more or {})},
    }


def _unchanged() -> dict[str, Any]:
    return {"description": "It is what the caller has.", "headers": _named("API-Version", "ETag")}


def _error(about: str) -> dict[str, Any]:
    return {
        "description": about,
        "headers": _named("API-Version"),
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _named(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _headers() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "API-Version": {"description": "The version of the API in full.", "schema": text},
        "ETag": {"description": "The mark of this answer, for If-None-Match.", "schema": text},
        "Link": {"description": "The first, previous, next and last page.", "schema": text},
    }


def _problem() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "description": "What is wrong and what to do (RFC 9457).",
        "required": ["status", "title", "detail"],
        "properties": {"type": text, "status": {"type": "integer"}, "title": text, "detail": text, "instance": text},
    }
