# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import csv
import io
import json
import re
from functools import cache
from typing import Any
from xml.etree import ElementTree as Tree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sites
from ospo.domain.finding import Outcome
from ospo.render.api import Api, answering, openapi
from ospo.render.api.collections import COLLECTIONS, Collection

NAMES = [collection.name for collection in COLLECTIONS]
each = pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda c: c.name)


@cache
def api() -> Api:
    return Api(sites.static(), "opensource@voorbeeld.example")


def get(path: str, query: str = "", status: int = 200) -> Any:
    answer = api().answer(f"/api/v1/{path}", query)
    assert answer.status == status, answer.body
    return json.loads(answer.body)


@each
def test_every_collection_is_listed_and_each_entry_can_be_had(collection: Collection) -> None:
    listed = get(collection.name, "pageSize=3")

    assert listed["total"] > 0
    for entry in listed["results"]:
        assert get(f"{collection.name}/{entry['id']}") == entry
        msgspec.convert(entry, collection.shape)


@each
def test_each_filter_keeps_those_that_fit_and_no_others(collection: Collection) -> None:
    every = list(api()._shipped.of(collection).values())
    for name, values in collection.filters.items():
        value = next((v for entry in every for v in values(entry) if v), None)
        if value is None:  # such as the state of a repository, which only a register tells
            continue

        found = get(collection.name, f"{name}={value.replace('&', '%26')}&pageSize=200")

        assert found["total"] == sum(value in values(entry) for entry in every) > 0
        assert all(value in values(msgspec.convert(e, collection.shape)) for e in found["results"])


def test_repositories_are_found_by_words_in_their_address() -> None:
    url = get("repositories", "pageSize=1")["results"][0]["url"]
    found = get("repositories", f"q={url[8:].upper().replace('/', '%20')}")

    assert url in [r["url"] for r in found["results"]]
    assert get("repositories", "q=geen%20zo'n%20woord")["total"] == 0


def test_events_are_a_feed_with_the_newest_first() -> None:
    feed = Tree.fromstring(api().answer("/api/v1/events", "format=atom").body)  # noqa: S314 - of our own making
    atom = "{http://www.w3.org/2005/Atom}"
    days = [e.findtext(f"{atom}updated") for e in feed.iter(f"{atom}entry")]

    assert days
    assert days == sorted(days, reverse=True)
    few = Tree.fromstring(api().answer("/api/v1/events", "format=atom&pageSize=1").body)  # noqa: S314 - of our own making
    assert len(list(few.iter(f"{atom}entry"))) == 1


def test_filters_work_together() -> None:
    found = get("findings", "check=has-ci&outcome=met&organisation=kadaster&pageSize=200")["results"]

    assert {(f["check"], f["outcome"], f["organisation"]) for f in found} == {("has-ci", "met", "kadaster")}


def test_the_pages_together_are_the_whole() -> None:
    seen, page = [], 1
    while True:
        answer = get("repositories", f"page={page}&pageSize=40")
        seen += [entry["id"] for entry in answer["results"]]
        if not answer["results"]:
            break
        page += 1

    assert len(seen) == len(set(seen)) == get("repositories")["total"]


def test_links_lead_to_the_other_pages_with_the_same_choice() -> None:
    link = api().answer("/api/v1/findings", "page=2&pageSize=10&check=has-ci").headers["Link"]

    places = {name: place for place, name in re.findall(r'<([^>]+)>; rel="(\w+)"', link)}
    assert set(places) == {"first", "prev", "next", "last"}
    assert places["next"].startswith("https://voorbeeld.example/ospo/api/v1/findings?page=3&")
    assert all("check=has-ci" in place and "pageSize=10" in place for place in places.values())


@each
def test_a_table_has_a_row_for_each_entry(collection: Collection) -> None:
    answer = api().answer(f"/api/v1/{collection.name}", "format=csv&pageSize=50")

    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8"))))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert [row["id"] for row in rows] == [e["id"] for e in get(collection.name, "pageSize=50")["results"]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert answering._cell(text).startswith("'")


def test_repositories_tell_counts_and_no_score() -> None:
    entry = get("repositories")["results"][0]

    assert set(entry["outcomes"]) == set(Outcome)
    assert sum(entry["outcomes"].values()) == get("findings", f"repository={entry['id']}")["total"]


@pytest.mark.parametrize(
    ("path", "query", "status", "title"),
    [
        ("nothing", "", 404, "No such collection"),
        ("", "", 404, "No such collection"),
        ("practices/", "", 404, "Not found"),
        ("practices/nothing", "", 404, "Not found"),
        ("practices/mandaat", "page=1", 400, "Unknown parameter"),
        ("practices", "page=0", 400, "Invalid value"),
        ("practices", "page=1000001", 400, "Invalid value"),
        ("practices", "pageSize=201", 400, "Invalid value"),
        ("practices", "page=%D9%A1", 400, "Invalid value"),
        ("practices", "format=xml", 400, "Invalid value"),
        ("practices", "colour=red", 400, "Unknown parameter"),
        ("practices", "page=1&page=2", 400, "Repeated parameter"),
        ("practices", "phase=%ff", 400, "Invalid query"),
        ("practices", "phase", 400, "Invalid query"),
        ("practices", "phase=" + "x" * 201, 400, "Invalid value"),
        ("practices", "phase=" + "x" * 5000, 400, "Query too long"),
    ],
)
def test_a_mistake_is_a_problem_with_what_to_do(path: str, query: str, status: int, title: str) -> None:
    answer = api().answer(f"/api/v1/{path}", query)

    problem = json.loads(answer.body)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.status, problem["status"], problem["title"]) == (status, status, title)
    assert problem["detail"].endswith(".")


def test_what_the_caller_has_already_is_not_sent_again() -> None:
    first = api().answer("/api/v1/norms", "")
    tag = first.headers["ETag"]

    again = api().answer("/api/v1/norms", "", f'"other", W/{tag}')

    assert (again.status, again.body) == (304, b"")
    assert api().answer("/api/v1/norms", "", '"other"').status == 200


def test_every_answer_tells_the_version_and_may_be_read_from_anywhere() -> None:
    for path in ("norms", "nothing", "openapi.json"):
        headers = api().answer(f"/api/v1/{path}", "").headers
        assert headers["API-Version"] == "1.0.0"
        assert headers["Access-Control-Allow-Origin"] == "*"


def test_the_description_names_every_path_and_no_other() -> None:
    described = get("openapi.json")

    expected = {"/openapi.json", *(f"/{name}" for name in NAMES), *(f"/{name}/{{id}}" for name in NAMES)}
    assert set(described["paths"]) == expected
    assert described["servers"] == [{"url": "https://voorbeeld.example/ospo/api/v1"}]
    assert described["info"]["contact"]["email"] == "opensource@voorbeeld.example"
    assert "email" not in openapi.document("https://x.example")["info"]["contact"]
    operations = [path["get"]["operationId"] for path in described["paths"].values()]
    assert len(set(operations)) == len(operations)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_no_request_breaks_it(path: str, query: str, known: str) -> None:
    assert api().answer(f"/api/v1/{path}", query, known).status in (200, 400, 404)


def test_no_person_is_in_it() -> None:
    every = b"".join(api().answer(f"/api/v1/{name}", "pageSize=200").body for name in ("organisations", "findings"))

    assert b"@" not in re.sub(rb'"url":"[^"]*"|"path":"[^"]*"', b"", every)
