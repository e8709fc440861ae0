# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of accounts and of whole forges: many spellings, one form."""

import pytest

from ospo.formats import accounts


@pytest.mark.parametrize(
    "text",
    [
        "https://github.com/Voorbeeld",
        "http://www.github.com/voorbeeld/",
        "github.com/voorbeeld",
        "git://github.com/Voorbeeld.git",
        "git@github.com:voorbeeld/kaart.git",
        "https://github.com/voorbeeld/kaart/tree/main/docs",
        "https://github.com/orgs/voorbeeld/repositories?q=kaart#top",
        "ssh://git@ssh.github.com:443/voorbeeld/kaart.git",
    ],
)
def test_every_spelling_of_an_account_has_one_form(text: str) -> None:
    assert accounts.account(text) == "https://github.com/voorbeeld"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("https://gitlab.com/Groep/Onder/Project/-/issues", "https://gitlab.com/groep/onder/project"),
        ("https://gitlab.com/groups/Groep", "https://gitlab.com/groep"),
        ("https://gitlab.voorbeeld.example/Groep", "https://gitlab.voorbeeld.example/Groep"),
        ("https://codeberg.org/voorbeeld/kaart", "https://codeberg.org/voorbeeld"),
        ("https://www.voorbeeld.nl/open-source", None),
        ("https://github.com/", None),
        ("https://github.com/features", None),
        ("https://github.com/orgs/", None),
        ("geen adres", None),
        ("", None),
        ("https://[", None),
        ("../voorbeeld", None),
    ],
)
def test_groups_may_be_nested_and_pages_are_no_accounts(text: str, form: str | None) -> None:
    assert accounts.account(text) == form


def test_a_host_that_nobody_knows_is_a_forge_when_its_list_says_so() -> None:
    assert accounts.account("https://bron.voorbeeld.nl/team") is None
    assert accounts.account("https://bron.voorbeeld.nl/team", is_forge=True) == "https://bron.voorbeeld.nl/team"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("https://gitlab.voorbeeld.example/explore", "https://gitlab.voorbeeld.example"),
        ("https://gitlab.voorbeeld.example/explore/projects", "https://gitlab.voorbeeld.example"),
        ("https://git.voorbeeld.example/", "https://git.voorbeeld.example"),
        ("https://gitlab.voorbeeld.example/groep", None),
        ("https://gitlab.com/explore", None),
        ("https://github.com/", None),
        ("https://www.voorbeeld.example/", None),
        ("https://[", None),
    ],
)
def test_a_whole_forge_is_told_from_an_account_on_it(text: str, form: str | None) -> None:
    assert accounts.whole_forge(text) == form


def test_two_spellings_have_one_mark_and_the_mark_does_not_show_the_name() -> None:
    mark = accounts.mark("http://github.com/Voorbeeld/")

    assert mark == accounts.mark("git@github.com:voorbeeld/kaart.git")
    assert mark != accounts.mark("https://github.com/voorbeeld-2")
    assert "voorbeeld" not in mark
