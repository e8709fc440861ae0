# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""All content as JSON: whole, linked, and as its schema says."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import knowledge_base
import sites
from ospo.domain.library import Library
from ospo.render import content_json
from ospo.render.html import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return sites.fictional(knowledge_base.make(tmp_path).path, address=sites.ADDRESS)


def content(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next(f.content for f in site.static_files() if f.path == "/content.json"))
    return found


def test_it_follows_its_schema(site: Site) -> None:
    schema = content_json.schema()

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(content(site), schema)
    jsonschema.validate(content(sites.static()), schema)


def test_the_site_serves_the_schema_beside_it(site: Site) -> None:
    served = {file.path: file for file in site.static_files()}["/schemas/knowledge-base.schema.json"]

    assert served.media_type == "application/schema+json"
    assert json.loads(served.content) == content_json.schema()


def test_everything_that_the_library_holds_is_in_it(site: Site) -> None:
    found = content(site)
    for field in dataclasses.fields(Library):
        held = getattr(site.library, field.name)
        assert len(found[field.name]) == len(held), field.name
    assert [check["id"] for check in found["checks"]] == list(site.catalogue.ids())


def test_a_practice_has_both_texts_with_the_address_of_its_page(site: Site) -> None:
    practice = next(p for p in content(site)["practices"] if p["id"] == "licentie-kiezen")
    text = site.library.practices[practice["id"]].texts

    assert set(practice["texts"]) == {"nl", "en"}
    assert practice["texts"]["en"]["address"] == f"{sites.ADDRESS}/en/practices/licentie-kiezen/"
    assert {t.body for t in text.values()} == {t["markdown"] for t in practice["texts"].values()}
    assert practice["reviewed"] < practice["next_review"]


def test_every_id_that_it_names_is_in_it() -> None:
    found = content(sites.static())
    ids = {kind: {entry["id"] for entry in entries} for kind, entries in found.items() if kind not in OTHER}

    for practice in found["practices"]:
        assert set(practice["facts"]) <= ids["facts"], practice["id"]
        assert set(practice["related"]) <= ids["practices"], practice["id"]
        assert {*practice["checks"], *practice["further_checks"]} <= ids["checks"], practice["id"]
    for step in found["steps"]:
        assert set(step["practices"]) <= ids["practices"], step["id"]


OTHER = ("schema_version", "tool", "licence", "redirects", "search_words")
