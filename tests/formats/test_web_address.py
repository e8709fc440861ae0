# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the web: one form for each, where a redirect leads, and which stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats import web_address
from ospo.formats.web_address import MOST, find, host, is_same_place, normal, target


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://Een.Example", "https://een.example/"),
        ("HTTP://een.example:80/A", "http://een.example/A"),
        ("https://een.example:8443/a#b", "https://een.example:8443/a"),
        ("https://een.example./a?b=c d", "https://een.example/a?b=c%20d"),
        ("https://één.example/ü", "https://xn--n-ega9b.example/%C3%BC"),
        ("https://een.example/%2F", "https://een.example/%2F"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("ftp://een.example/", ""),
        ("https://u:p@een.example/", ""),
        ("https://", ""),
        ("https://een.example:99999/", ""),
        ("https://[oops/", ""),
        ("een.example", ""),
        ("https://een example/", ""),
        ("https://een.example/" + "a" * MOST, ""),
    ],
)
def test_an_address_has_one_form(address: str, kept: str) -> None:
    if "xn--" in kept:
        kept = f"https://{'één.example'.encode('idna').decode()}/%C3%BC"
    assert normal(address) == kept


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/b", "https://een.example/b"),
        ("c?d#e", "https://een.example/map/c?d"),
        ("//twee.example/", "https://twee.example/"),
        ("javascript:1", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
    ],
)
def test_a_redirect_leads_from_where_it_was_given(location: str, leads_to: str) -> None:
    assert target("https://een.example/map/a", location) == leads_to


def test_a_slash_at_the_end_is_the_same_place() -> None:
    assert is_same_place("https://een.example/a/", "https://een.example/a")
    assert not is_same_place("https://een.example/a", "http://een.example/a")


def test_the_host_has_its_port() -> None:
    assert (host("https://Een.example:444/a"), host("x")) == ("een.example:444", "")


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Zie https://een.example/a.", ["https://een.example/a"]),
        (
            "[a](https://een.example/a_(b)) en <https://twee.example>",
            ["https://een.example/a_(b)", "https://twee.example/"],
        ),
        ("(https://een.example/a)", ["https://een.example/a"]),
        ("*https://een.example/a*", ["https://een.example/a"]),
        ("`https://een.example/a`", ["https://een.example/a"]),
        ("https://", []),
        ("geen", []),
    ],
)
def test_addresses_are_found_in_a_text(text: str, addresses: list[str]) -> None:
    assert find(text) == addresses


@given(st.text(max_size=60))
def test_the_one_form_stays_what_it_is(text: str) -> None:
    for candidate in (text, f"https://{text}", f"https://een.example/{text}"):
        kept = normal(candidate)
        assert normal(kept) == kept
        assert kept == "" or kept.startswith(("http://", "https://"))


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_redirect_leads_off_the_web(address: str, location: str) -> None:
    found = target(f"https://een.example/{address}", location)

    assert found == "" or web_address.split(found) is not None


@given(st.text("ht:/ps.a)(]<> ", max_size=200))
def test_finding_never_fails(text: str) -> None:
    assert all(found.startswith("http") for found in find(text))
