# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API over a real socket; what it answers is tested where it is made."""

import httpx
import pytest

from ospo.web.answers import SECURITY_HEADERS


def test_a_list_can_be_read_and_is_not_sent_twice(address: str) -> None:
    first = httpx.get(f"{address}/api/v1/norms")
    again = httpx.get(f"{address}/api/v1/norms", headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert first.json()["total"] > 5
    assert first.headers["API-Version"] == again.headers["API-Version"] == "1.0.0"
    assert first.headers["Content-Security-Policy"] == SECURITY_HEADERS["Content-Security-Policy"]


def test_its_description_names_this_server(address: str) -> None:
    assert httpx.get(f"{address}/api/v1/openapi.json").json()["servers"] == [{"url": f"{address}/api/v1"}]


@pytest.mark.parametrize("path", ["norms", "nothing", "norms/none"])
def test_asking_for_the_headers_alone_gives_no_body(address: str, path: str) -> None:
    whole, head = (httpx.request(method, f"{address}/api/v1/{path}") for method in ("GET", "HEAD"))

    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["Content-Length"] == str(len(whole.content))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed(address: str, method: str) -> None:
    answer = httpx.request(method, f"{address}/api/v1/norms")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["status"] == 405


def test_a_browser_elsewhere_may_ask(address: str) -> None:
    answer = httpx.options(f"{address}/api/v1/norms", headers={"Origin": "https://elders.example"})

    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_without_the_last_slash_there_is_no_api(address: str) -> None:
    assert httpx.get(f"{address}/api/v1").status_code == 404
