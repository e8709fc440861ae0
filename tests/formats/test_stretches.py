# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats.stretches import places, with_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("niets", []),
        ("een bug", ["een bug"]),
        ("Een. Twee Bug en BUG; drie. bug", [" Twee Bug en BUG", " bug"]),
        ("bug.bug;bug", ["bug", "bug", "bug"]),
        ("a;b.bug", ["bug"]),
        ("b.a;bug", ["bug"]),
        ("bug.", ["bug"]),
        (".bug", ["bug"]),
        ("İİ. bug, fix.", [" bug, fix"]),
        ("fix a. b. bug", ["fix a", " bug"]),
    ],
)
def test_the_stretches_with_a_word(text: str, found: list[str]) -> None:
    assert list(with_words(text, ("bug", "fix"), ".;")) == found


@given(st.text(alphabet="abB.;İ ", max_size=60))
def test_it_is_what_splitting_and_looking_gives(text: str) -> None:
    expected = [part for part in re.split("[.;]", text) if "ab" in part.lower() or "bb" in part.lower()]

    assert list(with_words(text, ("ab", "bb"), ".;")) == expected


def test_a_long_text_of_words_and_ends_takes_no_time() -> None:
    text = "bug" * 200_000 + "." + "bug." * 200_000 + "x" * 1_000_000

    assert len(list(with_words(text, ("bug",), ".;:"))) == 200_001


def test_an_empty_word_stands_nowhere() -> None:
    assert list(places("bug", "")) == []
