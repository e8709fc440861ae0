# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text for terminals: printable, wrapped, shortened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.render.terminal import printable, shortened, wrapped


@given(st.text() | st.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape")))
def test_what_comes_out_is_printable_and_as_long_as_what_went_in(text: str) -> None:
    assert printable(text).isprintable()
    assert len(printable(text)) == len(text)


@pytest.mark.parametrize("text", ["één – ✓ …", "日本語", "e\u0301", "Ⅷ", ""])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_unusual_spaces_become_plain_ones() -> None:
    assert printable("10\u00a0%\u2003!") == "10 % !"


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])), st.integers(20, 80))
def test_wrapping_keeps_every_word_in_order(text: str, width: int) -> None:
    lines = wrapped("  - ", text, 4, width)

    assert " ".join(lines).split() == ["-", *text.split()]
    assert all(line.startswith("    ") for line in lines[1:])


def test_a_command_stays_on_one_line() -> None:
    assert wrapped("", "one two three `ospo checks list` four", 0, 22) == [
        "one two three",
        "`ospo checks list`",
        "four",
    ]


@given(st.text(), st.integers(5, 40))
def test_a_shortened_text_fits_and_keeps_both_ends(text: str, width: int) -> None:
    short = shortened(text, width)

    assert len(short) == min(len(text), width)
    assert short[:2] == text[:2]
    assert short[-2:] == text[-2:]
