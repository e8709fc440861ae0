# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our client of GitHub against GitHub's own description of its API: what we ask is allowed, what we read promised."""

import json
import types
import typing
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from ospo.app.forge_client import ApiForge
from ospo.domain.crawl import Answer, ForgeAccount, SourceKind
from ospo.formats.forge_lists import github

DESCRIPTION = Path(__file__).parents[2] / ".ci" / "node" / "api.github.com.json"
TYPES = {int: "integer", str: "string", bool: "boolean"}


@cache
def described() -> Any:
    if not DESCRIPTION.is_file():
        pytest.skip("the description of GitHub's API is not here: .ci/run installs it")
    return json.loads(DESCRIPTION.read_bytes())


def found(part: Any) -> Any:
    """A part of the description, where it stands."""
    while "$ref" in part:
        place: Any = described()
        for name in part["$ref"].removeprefix("#/").split("/"):
            place = place[name]
        part = place
    return part


class ContractServer:
    """Answers as the description says, and refuses what it does not allow."""

    def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
        parts = urlsplit(url)
        assert f"{parts.scheme}://{parts.netloc}" == described()["servers"][0]["url"]
        folders = parts.path.split("/")
        template = {"users": "/users/{username}/repos", "orgs": "/orgs/{org}/repos"}[folders[1]]
        assert len(folders) == 4
        operation = described()["paths"][template]["get"]
        allowed = {p["name"]: p["schema"] for p in map(found, operation["parameters"]) if p["in"] == "query"}
        for name, (value,) in parse_qs(parts.query).items():
            schema = allowed[name]
            assert value in schema.get("enum", [value])
            if schema["type"] == "integer":
                assert 1 <= int(value) <= (100 if name == "per_page" else 10**6)
        content = operation["responses"]["200"]["content"]["application/json"]
        example = found(content["examples"]["default"])["value"]
        return Answer(200, url, 'W/"1"', json.dumps(example).encode())


@pytest.mark.parametrize("address", github.first("github.com", "octocat"))
def test_what_we_ask_is_allowed_and_its_example_can_be_read(address: str) -> None:
    answer = ContractServer().get(address)

    assert github.read(answer.body, address).repositories


def test_a_listing_goes_by_the_contract() -> None:
    listing = ApiForge(ContractServer()).list_repositories(
        ForgeAccount("https://github.com/octocat", SourceKind.GIT), None
    )

    assert [r.address for r in listing.repositories] == ["https://github.com/octocat/hello-world"]
    assert listing.repositories[0].clone == "https://github.com/octocat/Hello-World.git"


@pytest.mark.parametrize("template", ["/users/{username}/repos", "/orgs/{org}/repos"])
def test_each_field_that_we_read_is_promised_with_its_type(template: str) -> None:
    content = described()["paths"][template]["get"]["responses"]["200"]["content"]["application/json"]
    schema = found(content["schema"]["items"])

    for field in msgspec.structs.fields(github._Entry):
        promised = schema["properties"][field.name]
        forms = typing.get_args(field.type) if isinstance(field.type, types.UnionType) else (field.type,)
        assert TYPES[forms[0]] == promised["type"], field.name
        assert (type(None) in forms) >= promised.get("nullable", False), field.name
        assert field.name in schema["required"] or not field.required, field.name
