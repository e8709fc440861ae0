# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of the register on the live site: answered on the page itself, whatever a program sends."""

from collections.abc import Iterator

import pytest
from litestar.testing import TestClient

import sites
from ospo.web.application import create

Client = TestClient  # type: ignore[type-arg]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with TestClient(create(sites.live()), raise_server_exceptions=False) as made:
        yield made


def test_the_list_is_narrowed_by_what_is_asked(client: Client) -> None:
    whole, part = client.get("/nl/organisations/").text, client.get("/nl/organisations/?q=kadaster").text

    assert whole.count('data-key="') > 50
    assert part.count('data-key="') == 1
    assert 'value="kadaster"' in part
    assert 'href="/en/organisations/?q=kadaster"' in part


def test_a_choice_and_words_go_together(client: Client) -> None:
    assert 'data-key="kadaster"' in client.get("/nl/organisations/kind/zbo/?q=kadaster").text
    assert 'data-key="kadaster"' not in client.get("/nl/organisations/kind/company/?q=kadaster").text


def test_why_not_answers_on_the_page(client: Client) -> None:
    answer = client.get("/nl/why-not/", params={"q": "https://github.com/nergens-bekend-voorbeeld"})

    assert answer.status_code == 200
    assert "Het staat niet in het register" in answer.text
    assert "Het staat niet in het register" not in client.get("/nl/why-not/").text


@pytest.mark.parametrize("path", ["/nl/why-not/", "/en/organisations/", "/nl/organisations/kind/ministry/"])
@pytest.mark.parametrize(
    "asked",
    [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%00%ff%fe",
        "http://[::1",
        "git@:",
        "https://github.com/" + "a" * 3000,
        "a/" * 1000,
        "*" * 500,
        "%E2%80%AE%D7%90",
    ],
)
def test_whatever_is_asked_there_is_an_answer(client: Client, path: str, asked: str) -> None:
    answer = client.get(f"{path}?q={asked}")

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_an_account_that_is_unsettled_has_its_page_and_another_one_has_not(client: Client) -> None:
    key = next(iter(sites.live().register.unsettled))

    assert client.get(f"/nl/why-not/{key}/").status_code == 200
    assert client.get("/nl/why-not/github.com/nergens-bekend-voorbeeld/").status_code == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("agenda.ics", "text/calendar; charset=utf-8"),
        ("week.md", "text/markdown; charset=utf-8"),
    ],
)
def test_this_week_can_be_had_in_other_forms(client: Client, name: str, kind: str) -> None:
    answer = client.get(f"/nl/this-week/{name}")

    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
