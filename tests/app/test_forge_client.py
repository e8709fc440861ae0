# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from ospo.app.forge_client import ApiForge, is_account
from ospo.domain.crawl import Answer, ForgeAccount, Refused, SourceKind
from ospo.errors import ParseError, SettingsError

URL = "https://github.com/Voorbeeld"
ACCOUNT = ForgeAccount(URL, SourceKind.INDEX)


class Fake:
    """A forge with so many repositories, under one kind of account; says each request that it got."""

    def __init__(self, count: int, kind: str = "users", status: Callable[[int], int] = lambda page: 200) -> None:
        self.count, self.kind, self.status = count, kind, status
        self.asked: list[tuple[str, str | None]] = []

    def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
        self.asked.append((urlsplit(url).path, etag))
        if f"/{self.kind}/" not in url:
            return Answer(404, url, None, b"{}")
        mark = f'W/"{self.count}"'
        if etag == mark:
            return Answer(304, url, mark, b"")
        page = int(parse_qs(urlsplit(url).query)["page"][0])
        found = [
            {"id": n, "html_url": f"https://github.com/voorbeeld/r{n}", "private": False, "fork": False}
            for n in range((page - 1) * 100, min(page * 100, self.count))
        ]
        return Answer(self.status(page), url, mark, json.dumps(found).encode())


def test_every_page_is_read_and_each_repository_is_there_once() -> None:
    forge = Fake(250)

    listing = ApiForge(forge).list_repositories(ACCOUNT, None)

    assert len(listing.repositories) == 250
    assert (listing.requests, len(forge.asked)) == (3, 3)
    assert listing.is_whole


@pytest.mark.parametrize("kind", ["users", "orgs"])
def test_an_account_that_did_not_change_costs_one_request(kind: str) -> None:
    forge = Fake(250, kind)
    first = ApiForge(forge).list_repositories(ACCOUNT, None)
    forge.asked.clear()

    again = ApiForge(forge).list_repositories(ACCOUNT, first.etag)

    assert (again.is_unchanged, again.requests, again.etag) == (True, 1, first.etag)
    assert forge.asked == [(f"/{kind}/voorbeeld/repos", 'W/"250"')]


def test_an_account_that_changed_is_read_again() -> None:
    first = ApiForge(Fake(3)).list_repositories(ACCOUNT, None)

    assert len(ApiForge(Fake(4)).list_repositories(ACCOUNT, first.etag).repositories) == 4


def test_an_account_that_became_another_kind_is_found_again() -> None:
    first = ApiForge(Fake(3, "users")).list_repositories(ACCOUNT, None)

    assert len(ApiForge(Fake(3, "orgs")).list_repositories(ACCOUNT, first.etag).repositories) == 3


def test_no_such_account_is_said() -> None:
    with pytest.raises(Refused, match="knows no such account"):
        ApiForge(Fake(1, "nowhere")).list_repositories(ACCOUNT, None)


@pytest.mark.parametrize(
    ("status", "message", "is_passing"), [(401, "status", False), (403, "to wait", True), (418, "status", False)]
)
def test_a_refusal_says_what_to_do(status: int, message: str, is_passing: bool) -> None:
    with pytest.raises(Refused, match=message) as told:
        ApiForge(Fake(1, status=lambda page: status)).list_repositories(ACCOUNT, None)

    assert told.value.is_passing is is_passing


def test_a_page_that_fails_half_way_gives_nothing() -> None:
    with pytest.raises(Refused):
        ApiForge(Fake(250, status=lambda page: 200 if page < 3 else 500)).list_repositories(ACCOUNT, None)


def test_a_list_without_end_is_given_up() -> None:
    forge = Fake(10**9)

    with pytest.raises(Refused, match="more than 300 pages"):
        ApiForge(forge).list_repositories(ACCOUNT, None)

    assert len(forge.asked) == 300


def test_a_page_for_people_is_no_list() -> None:
    class Html(Fake):
        def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
            return Answer(200, url, None, b"<html>Log in</html>")

    with pytest.raises(ParseError, match="is no list"):
        ApiForge(Html(1)).list_repositories(ACCOUNT, None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/minvws", True),
        ("https://github.com/minvws/", True),
        ("https://github.com/minvws/nl-kat", False),
        ("https://gitlab.com/groep", True),
        ("https://gitlab.com/groep/sub", False),
        ("https://gitlab.com/groep/sub/", True),
        ("https://codeberg.org/voorbeeld", True),
        ("https://git.voorbeeld.example/voorbeeld", False),
        ("https://github.com/", False),
    ],
)
def test_what_is_an_account(url: str, expected: bool) -> None:
    assert is_account(url) is expected


def test_a_forge_that_we_have_no_client_for_is_said() -> None:
    with pytest.raises(SettingsError, match="have a client for"):
        ApiForge(Fake(1)).list_repositories(ForgeAccount("https://git.example.org/x", SourceKind.INDEX), None)
