# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats import licence_difference
from ospo.formats.licence_difference import Difference, difference
from ospo.formats.licence_pattern import of_words, parse

LICENCE = "iedereen mag het werk gebruiken en delen met de broncode erbij".split()  # noqa: SIM905 - reads as a text


@pytest.mark.parametrize(
    ("text", "lost", "added"),
    [
        ("iedereen mag het werk gebruiken en delen met de broncode erbij", "", ""),
        ("iedereen mag het werk lezen en delen met de broncode erbij", "gebruiken", "lezen"),
        ("iedereen mag het gebruiken en delen met de broncode erbij", "werk", ""),
        ("iedereen mag het hele werk gebruiken en delen met de broncode erbij", "", "hele"),
        ("niemand mag het werk gebruiken en delen met de broncode erbij", "iedereen", "niemand"),
        ("iedereen mag het werk gebruiken en delen met de broncode", "erbij", ""),
    ],
)
def test_the_words_that_differ_are_named(text: str, lost: str, added: str) -> None:
    found = difference(of_words(LICENCE), text.split(), 3)

    assert found is not None
    assert (found.lost, found.added) == (tuple(lost.split()), tuple(added.split()))
    assert found.count == max(len(found.lost), len(found.added))


@pytest.mark.parametrize(
    "text",
    [
        "iedereen mag het werk ge bruiken en delen met de bron code erbij",
        "iedereen maghet werk gebruiken en delen met de broncode erbij",
        "iedereen mag 2 het werk b gebruiken en delen iv met de broncode erbij",
    ],
)
def test_a_broken_or_joined_word_and_a_list_number_are_no_difference(text: str) -> None:
    found = difference(of_words(LICENCE), text.split(), 0)

    assert found is not None
    assert found.end == len(text.split())


def test_a_number_that_the_licence_has_may_be_left_out() -> None:
    assert difference(of_words(["artikel", "2", "slot"]), ["artikel", "slot"], 0) == Difference((), (), 0, 0, 2)


def test_the_part_of_the_text_is_given() -> None:
    text = ["de", "licentie", *LICENCE, "tot", "slot"]

    assert difference(of_words(LICENCE), text, 0, range(len(text))) == Difference((), (), 0, 2, 13)
    assert difference(of_words(LICENCE), text, 0) is None


def test_of_two_ways_as_good_the_longest_counts() -> None:
    (pattern,) = parse("een twee ((drie vier))??")

    found = difference(pattern, ["een", "twee", "drie", "vier"], 0)

    assert found is not None
    assert found.end == 4


def test_too_many_differences_are_none() -> None:
    assert difference(of_words(LICENCE), [word[::-1] for word in LICENCE], 5) is None
    assert difference(of_words(["een"]), [], 0) is None
    assert difference(of_words(LICENCE), LICENCE, 0, ()) is None


def test_a_text_that_asks_for_too_much_work_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ["niemand", "moet", *LICENCE[2:]]
    assert difference(of_words(LICENCE), text, 3) is not None

    monkeypatch.setattr(licence_difference, "_MAX_STATES", 1)

    assert difference(of_words(LICENCE), text, 3) is None


@given(st.randoms(use_true_random=False), st.integers(0, 12))
def test_a_text_with_so_many_strange_words_differs_in_so_many(chance: random.Random, many: int) -> None:
    licence = [f"woord{chance.randrange(400)}" for _ in range(300)]
    text = list(licence)
    for place in chance.sample(range(300), many):
        text[place] = "vreemd"

    found = difference(of_words(licence), text, 12)

    assert found is not None
    assert found.count == many
