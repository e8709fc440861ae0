# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list of repositories as JSON: only https and http, each repository once, and anything else is an error."""

import json

import pytest

from ospo.domain.crawl import SeenRepository
from ospo.errors import ParseError
from ospo.formats import repository_index


def listed(*entries: object) -> tuple[SeenRepository, ...]:
    return repository_index.parse(json.dumps({"repositories": entries}).encode(), "https://x.example/l.json")


def test_a_repository_is_known_by_its_page_and_fetched_from_its_clone() -> None:
    entry = {
        "clone": "https://git.x.example/a/b.git",
        "url": "https://x.example/A/b/",
        "pushed": "p",
        "archived": True,
        "fork": True,
        "fork_of": "https://y.example/b",
        "id": 7,
        "more": {},
    }

    assert listed(entry) == (
        SeenRepository(
            address="https://x.example/A/b",
            clone="https://git.x.example/a/b.git",
            mark="p",
            is_archived=True,
            is_fork=True,
            fork_of="https://y.example/b",
            identity="7",
        ),
    )


def test_only_the_clone_is_needed_and_the_last_of_two_counts() -> None:
    one, two = {"clone": "https://x.example/a/b.git"}, {"clone": "https://x.example/a/b", "pushed": "p"}

    assert [(r.clone, r.mark) for r in listed(one, two)] == [("https://x.example/a/b", "p")]


@pytest.mark.parametrize("clone", ["ext::sh -c id", "--upload-pack=id", "/etc", "file:///etc", "git@x.example:a/b", ""])
def test_what_git_should_never_be_given_is_passed_over(clone: str) -> None:
    assert listed({"clone": clone, "url": "https://x.example/a/b"}) == ()


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"[]", b'{"repositories": 3}', b'{"repositories": [{}]}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_list_is_an_error(content: bytes) -> None:
    with pytest.raises(ParseError, match="is no list of repositories"):
        repository_index.parse(content, "https://x.example/l.json")
