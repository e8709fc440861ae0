# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of the live site: answered with what comes of them, without JavaScript, kept nowhere, and capped."""

import html
import re
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient

import sites
from ospo.web.answers import SECURITY_HEADERS
from ospo.web.application import create
from ospo.web.forms import MAX_BODY

IMPROVE = "/nl/contribute/improve/"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(create(sites.live()), raise_server_exceptions=False) as made:
        yield made


def test_a_section_comes_in_a_form_and_goes_out_as_a_patch(client: TestClient) -> None:  # type: ignore[type-arg]
    page = client.get(f"{IMPROVE}?page=practice/licentiekeuze&section=1")
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    assert found is not None
    text = html.unescape(found[1])

    given = {"go": "1", "page": "practice/licentiekeuze", "section": "1", "text": text + "\r\n<b>Erbij.", "reason": "x"}
    answer = client.post(IMPROVE, data=given)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "set-cookie" not in answer.headers
    assert "\n+&lt;b&gt;Erbij." in answer.text
    assert "<b>Erbij." not in answer.text
    assert "--- a/content/practices/licentiekeuze.nl.md" in answer.text


def test_what_is_not_right_is_said_beside_what_was_filled_in(client: TestClient) -> None:  # type: ignore[type-arg]
    answer = client.post("/nl/contribute/event/", data={"go": "1", "id": "Fout <i>", "organiser": "Wij"})

    assert answer.status_code == 200
    assert "kan geen id zijn" in answer.text
    assert 'value="Fout &lt;i&gt;"' in answer.text
    assert "Je voorstel is klaar" not in answer.text


@pytest.mark.parametrize(
    "page", ["practice/..", "norm/x", "practice/%3Cscript%3E", "", "page/home", "practice/licentiekeuze"]
)
def test_any_page_may_be_named(page: str, client: TestClient) -> None:  # type: ignore[type-arg]
    answer = client.get(f"{IMPROVE}?page={page}&section=999999")

    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_what_is_too_long_or_no_form_is_refused(client: TestClient) -> None:  # type: ignore[type-arg]
    assert client.post(IMPROVE, content=b"x" * (MAX_BODY + 1), headers=FORM).status_code == 413
    assert client.post(IMPROVE, content=b"{}", headers={"content-type": "application/json"}).status_code == 415
    assert client.post("/nl/", content=b"go=1", headers=FORM).status_code == 405
    assert client.post("/nl/contribute/", content=b"go=1", headers=FORM).status_code == 405
    assert client.post(IMPROVE, content=b"&".join([b"a=1"] * 5000), headers=FORM).status_code == 200


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/nl/practices/licentiekeuze/", "/nl/contribute/improve/?page=practice/licentiekeuze"),
        ("/en/pages/governance/", "/en/contribute/improve/?page=page/governance"),
        ("/nl/norms/ambitieladder/", "/nl/contribute/report/?page=norm/ambitieladder"),
        ("/nl/organisations/", "/nl/contribute/report/?page=organisations"),
    ],
)
def test_a_page_leads_to_the_form_that_improves_it(path: str, leads: str, client: TestClient) -> None:  # type: ignore[type-arg]
    assert f'href="{leads}"' in client.get(path).text
