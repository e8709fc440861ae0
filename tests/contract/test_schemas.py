# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas in schemas/ are those that the program makes, and our own files follow them."""

import json
from pathlib import Path

import jsonschema
import pytest

from ospo.cli import schemas
from ospo.formats import front_matter, yaml
from python_messages import ROOT

FOLDER = ROOT / "schemas"
KINDS = {
    "practice": "practices/*.nl.md",
    "translation": "*/*.en.md",
    "page": "pages/*.nl.md",
    "fact": "facts/*.yaml",
    "glossary": "glossary.yaml",
    "norm": "norms/*.yaml",
    "organisation": "organisations/*.yaml",
    "profile": "profiles/*.yaml",
    "step": "roadmap/*.yaml",
    "event": "events/*.yaml",
    "participant": "participants/*.yaml",
    "group": "groups/*.yaml",
    "decision": "decisions/*.yaml",
    "redirects": "redirects.yaml",
}


@pytest.mark.parametrize("name", sorted(schemas.documents()))
def test_a_published_schema_is_up_to_date(name: str) -> None:
    path = FOLDER / name

    assert path.is_file(), "run `./dev ospo content schemas`"
    assert path.read_text("utf-8") == schemas.documents()[name], "run `./dev ospo content schemas`"


def test_no_schema_is_left_over() -> None:
    assert sorted(path.name for path in FOLDER.glob("*")) == sorted(schemas.documents())


@pytest.mark.parametrize("name", sorted(schemas.documents()))
def test_a_schema_is_valid_and_says_what_it_is(name: str) -> None:
    document = json.loads(schemas.documents()[name])

    jsonschema.Draft202012Validator.check_schema(document)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["title"].startswith("OSPO-NL")


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_that_we_ship_follows_its_schema(kind: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schemas.documents()[f"{kind}.schema.json"]))
    paths = sorted((ROOT / "content").glob(KINDS[kind]))
    assert paths

    def value(path: Path) -> object:
        text = path.read_text("utf-8")
        return front_matter.split(text).values if path.suffix == ".md" else yaml.load(text).value

    assert {path.name: error.message for path in paths for error in validator.iter_errors(value(path))} == {}


def test_our_own_waivers_follow_the_schema() -> None:
    path = ROOT / ".ospo.yml"
    if path.is_file():
        jsonschema.validate(
            yaml.load(path.read_text("utf-8")).value, json.loads(schemas.documents()["ospo-yml.schema.json"])
        )
