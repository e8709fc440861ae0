# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""robots.txt as RFC 9309 reads it: the group of the program itself, the longest rule, no surprise from strangers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats.robots import EVERYTHING, MOST, NOTHING, Rules, fits, parse

PRODUCT = "ospo-nl-links"


def rules(text: str) -> Rules:
    return parse(text.encode(), PRODUCT)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("user-agent:*\ndisallow:/a", "/a/b", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: OSPO-NL-links\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: ospo-nl-links\nAllow: /", "/a", True),
        ("User-agent: other\nUser-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a # not for us", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", False),
        ("Disallow: /", "/a", True),
        ("User-agent: *\nSitemap: https://een.example/\nDisallow: /b\n", "/b", False),
    ],
)
def test_the_rule_that_fits_best_decides(text: str, path: str, allowed: bool) -> None:
    assert rules(text).allow(path) == allowed


@pytest.mark.parametrize(
    ("pattern", "path", "does"),
    [
        ("/a", "/ab", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/*/c", "/a/b/c/d", True),
        ("/*b*d$", "/abcd", True),
        ("/*b*d$", "/abd", True),
        ("/*bb$", "/b", False),
        ("/a*a$", "/a", False),
        ("*", "/", True),
    ],
)
def test_a_star_is_any_text_and_a_dollar_the_end(pattern: str, path: str, does: bool) -> None:
    assert fits(pattern, path) == does


@pytest.mark.parametrize(
    ("text", "delay"),
    [("5", 5.0), ("0.5", 0.5), ("9000", 30.0), ("-1", 0.0), ("soon", 0.0), ("nan", 0.0), ("inf", 30.0)],
)
def test_a_delay_is_so_many_seconds_and_no_more_than_half_a_minute(text: str, delay: float) -> None:
    assert rules(f"User-agent: *\nCrawl-delay: {text}").delay == delay


def test_all_and_nothing() -> None:
    assert EVERYTHING.allow("/a?b")
    assert not NOTHING.allow("/")


@given(st.binary(max_size=400), st.text(max_size=30))
def test_whatever_it_holds_there_is_an_answer(content: bytes, path: str) -> None:
    found = parse(content, PRODUCT)

    assert found.allow(f"/{path}") in {True, False}
    assert 0.0 <= found.delay <= 30.0


@given(st.text("ab/*$", max_size=12), st.text("ab/", max_size=12))
def test_a_pattern_means_what_the_expression_does(pattern: str, path: str) -> None:
    body = pattern.removesuffix("$")
    expression = ".*".join(re.escape(part) for part in body.split("*")) + ("$" if pattern.endswith("$") else "")

    assert fits(pattern, path) == (re.match(expression, path) is not None)


def test_no_more_than_a_part_of_a_giant_is_read() -> None:
    giant = b"User-agent: *\n" + b"Disallow: /" + b"a" * 400 + b"\n" + b"#" * MOST + b"\nDisallow: /b\n"

    assert parse(giant, PRODUCT).allow("/b")
