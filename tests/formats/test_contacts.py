# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.contacts import Link, broken_mail_line, handle_line, links, mail_line, open_place_line


@pytest.mark.parametrize(
    "text",
    [
        "mail security@voorbeeld.example.",
        "[melden](mailto:security@voorbeeld.example)",
        "<security@voorbeeld.example>",
        "`security@voorbeeld.example`",
        "security[@]voorbeeld.example",
        "security [at] voorbeeld [dot] example",
        "security(at)voorbeeld.example",
        "security at voorbeeld dot example",
        "code.of-conduct+x@sub.voorbeeld.example!",
    ],
)
def test_an_address_is_found_however_it_is_written(text: str) -> None:
    assert mail_line(f"first\n{text}") == 2


@pytest.mark.parametrize(
    "text",
    [
        "XXX@voorbeeld.example",
        "you@example.com",
        "your.name@voorbeeld.example",
        "security@yourorganisation.nl",
        "git@github.com:voorbeeld/project.git",
        "meet us at voorbeeld.example",
        "SPDX-FileCopyrightText: 2026 OSPO-NL <info@voorbeeld.example>",
        "Copyright (c) 2026 Voorbeeld <info@voorbeeld.example>",
        "https://voorbeeld.example/@name",
        "@voorbeeld/team",
        "ospo@voorbeeld",
    ],
)
def test_what_only_looks_like_an_address_is_not(text: str) -> None:
    assert mail_line(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "[INSERT EMAIL ADDRESS]",
        "***[method of contact not yet decided]***.",
        "[your contact]",
        "[vul hier je adres in]",
        "[email address]",
        "<your email>",
        "<email>",
        "<insert security contact>",
        "{{ security_email }}",
        "XXX@voorbeeld.example",
        "someone@example.com",
        "TODO",
    ],
)
def test_an_open_place_of_a_template_is_seen(text: str) -> None:
    assert open_place_line(f"a\nb {text}") == 2


@pytest.mark.parametrize(
    "text", ["[your guide](https://voorbeeld.example)", '<a name="contact">', "security@voorbeeld.example", "[x]: y"]
)
def test_ordinary_markup_is_no_open_place(text: str) -> None:
    assert open_place_line(text) is None


def test_an_address_without_ending_is_broken() -> None:
    assert broken_mail_line("the team at ospo@voorbeeld. All") == 1
    assert broken_mail_line("ospo@voorbeeld.example and @handle") is None


def test_accounts_and_teams_are_handles() -> None:
    assert handle_line("tell\n@voorbeeld/team") == 2
    assert handle_line("ospo@voorbeeld.example") is None


def test_links_come_in_order_with_their_line() -> None:
    text = "see [a](docs/a.md) and\n<https://voorbeeld.example/b>, [c](https://voorbeeld.example/c)."

    assert list(links(text)) == [
        Link("docs/a.md", 1),
        Link("https://voorbeeld.example/b", 2),
        Link("https://voorbeeld.example/c", 2),
    ]
