# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is asked of the live site, in a path or a question, it answers, and never with an error of its own."""

from collections.abc import Iterator
from urllib.parse import quote_from_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient

import sites
import untrusted
from ospo.domain.site import Kind
from ospo.web.application import SECURITY_HEADERS, create

SEARCH = sorted(path for path, route in sites.live().routes.items() if route.kind is Kind.SEARCH)
QUERY = st.text(st.sampled_from("q=&;+%20%00%ff%C3x[]#?/.~ab"), max_size=30) | untrusted.contents("readme").map(
    lambda content: f"q={quote_from_bytes(content[:2000])}"
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(create(sites.live()), raise_server_exceptions=False) as made:
        yield made


@settings(max_examples=40, derandomize=True, database=None)
@given(path=st.sampled_from(SEARCH), query=QUERY)
def test_any_question_is_answered(client: TestClient, path: str, query: str) -> None:  # type: ignore[type-arg]
    answer = client.get(f"{path}?{query}", follow_redirects=False)

    assert answer.status_code == 200
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
