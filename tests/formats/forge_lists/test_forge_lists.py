# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of repositories in the shapes that the public documentation of each forge gives."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.crawl import ForkKind, SeenRepository
from ospo.errors import ParseError
from ospo.formats import forges
from ospo.formats.forge_lists import dialects

GITHUB: dict[str, Any] = {
    "id": 7, "name": "kaart", "full_name": "voorbeeld/Kaart", "private": False, "fork": False,
    "html_url": "https://github.com/Voorbeeld/Kaart", "clone_url": "https://github.com/Voorbeeld/Kaart.git",
    "pushed_at": "2026-11-01T12:00:00Z", "archived": True, "visibility": "public",
}  # fmt: skip
GITLAB: dict[str, Any] = {
    "id": 8, "path_with_namespace": "groep/sub/kaart", "web_url": "https://gitlab.com/groep/sub/kaart",
    "http_url_to_repo": "https://gitlab.com/groep/sub/kaart.git", "last_activity_at": "2026-11-01T12:00:00.000Z",
    "archived": False, "visibility": "public", "forked_from_project": {"web_url": "https://gitlab.com/ander/kaart"},
}  # fmt: skip
GITEA: dict[str, Any] = {
    "id": 9, "full_name": "voorbeeld/kaart", "html_url": "https://codeberg.org/voorbeeld/kaart",
    "clone_url": "https://codeberg.org/voorbeeld/kaart.git", "updated_at": "2026-11-01T13:00:00+01:00",
    "private": False, "archived": False, "fork": True, "empty": False,
    "parent": {"html_url": "https://codeberg.org/ander/kaart"},
}  # fmt: skip
ENTRIES = {"github": GITHUB, "gitlab": GITLAB, "gitea": GITEA}

each = pytest.mark.parametrize("name", sorted(ENTRIES))


def read(name: str, *entries: dict[str, Any], page: int = 1) -> Any:
    address = dialects()[name].first("forge.voorbeeld.example", "voorbeeld")[0].replace("page=1", f"page={page}")
    return dialects()[name].read(json.dumps(entries).encode(), address)


def test_every_module_speaks_for_a_forge_of_the_table() -> None:
    assert set(dialects()) == set(ENTRIES)
    assert set(dialects()) <= {forge.name for forge in forges.FORGES}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "github",
            SeenRepository(
                "https://github.com/voorbeeld/kaart", "https://github.com/Voorbeeld/Kaart.git",
                "2026-11-01T12:00:00Z", is_archived=True,
                identity="github.com 7",
            ),
        ),
        (
            "gitlab",
            SeenRepository(
                "https://gitlab.com/groep/sub/kaart", "https://gitlab.com/groep/sub/kaart.git",
                "2026-11-01T12:00:00.000Z", is_fork=True, fork_of="https://gitlab.com/ander/kaart",
                identity="gitlab.com 8",
            ),
        ),
        (
            "gitea",
            SeenRepository(
                "https://codeberg.org/voorbeeld/kaart", "https://codeberg.org/voorbeeld/kaart.git",
                "2026-11-01T13:00:00+01:00", is_fork=True, fork_of="https://codeberg.org/ander/kaart",
                identity="codeberg.org 9",
            ),
        ),
    ],
)  # fmt: skip
def test_an_entry_is_read(name: str, expected: SeenRepository) -> None:
    assert read(name, ENTRIES[name]).repositories == (expected,)


@pytest.mark.parametrize(
    ("name", "change"),
    [("github", {"private": True}), ("gitlab", {"visibility": "internal"}), ("gitea", {"private": True}),
     ("gitea", {"empty": True}), ("github", {"clone_url": "file:///etc", "html_url": "https://github.com/a/b"}),
     ("gitlab", {"http_url_to_repo": "ssh://git@gitlab.com/a/b"})],
)  # fmt: skip
def test_what_is_not_public_or_cannot_be_asked_is_left_out(name: str, change: dict[str, Any]) -> None:
    assert read(name, ENTRIES[name] | change).repositories == ()


@each
def test_a_full_page_has_a_next_one_and_a_shorter_one_has_none(name: str) -> None:
    full = 50 if name == "gitea" else 100

    assert read(name, *[ENTRIES[name]] * (full - 1)).following is None
    following = read(name, *[ENTRIES[name]] * full, page=4).following
    assert following is not None
    assert "page=5" in following
    assert following.startswith(dialects()[name].first("forge.voorbeeld.example", "voorbeeld")[0].partition("?")[0])


@pytest.mark.parametrize(
    ("name", "host", "account", "first"),
    [
        ("github", "github.com", "minvws", "https://api.github.com/users/minvws/repos?"),
        ("github", "github.voorbeeld.example", "x", "https://github.voorbeeld.example/api/v3/users/x/repos?"),
        ("gitlab", "gitlab.com", "groep/sub", "https://gitlab.com/api/v4/groups/groep%2Fsub/projects?"),
        ("gitea", "codeberg.org", "x", "https://codeberg.org/api/v1/orgs/x/repos?"),
    ],
)
def test_where_to_ask(name: str, host: str, account: str, first: str) -> None:
    assert dialects()[name].first(host, account)[0].startswith(first)


@each
@pytest.mark.parametrize("body", [b"", b"{}", b"<html>", b"[1]", b'{"message":"Not Found"}', b"[" * 100_000, b"\xff"])
def test_what_is_no_list_is_said_with_its_address(name: str, body: bytes) -> None:
    with pytest.raises(ParseError, match=r"https://x\.example/api.*is no list"):
        dialects()[name].read(body, "https://x.example/api?page=1")


@given(st.sampled_from(sorted(ENTRIES)), st.binary(max_size=200))
def test_no_answer_breaks_the_reader(name: str, body: bytes) -> None:
    try:
        dialects()[name].read(body, "https://x.example/api?page=1")
    except ParseError:
        return


@pytest.mark.parametrize(
    ("name", "more", "kind"),
    [
        ("github", {}, ForkKind.NONE),
        ("github", {"fork": True}, ForkKind.FORK),
        ("github", {"fork": True, "created_at": "2026-11-02T00:00:00Z"}, ForkKind.COPY),
        ("github", {"fork": True, "created_at": "2026-10-02T00:00:00Z"}, ForkKind.FORK),
        ("github", {"fork": False, "created_at": "2026-11-02T00:00:00Z"}, ForkKind.NONE),
        ("github", {"mirror_url": "https://elders.example/kaart"}, ForkKind.MIRROR),
        ("gitlab", {}, ForkKind.FORK),
        ("gitlab", {"mirror": True}, ForkKind.MIRROR),
        ("gitea", {"mirror": True}, ForkKind.MIRROR),
        ("gitea", {"fork": False}, ForkKind.NONE),
    ],
)
def test_a_forge_tells_forks_from_mirrors_and_from_copies(name: str, more: dict[str, Any], kind: ForkKind) -> None:
    [found] = read(name, {**ENTRIES[name], **more}).repositories

    assert found.fork is kind
