# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import licence_samples
from ospo.formats import licence_text
from ospo.formats.licence_text import Change, Method

SAMPLES = {licence_id: licence_samples.text(licence_id) for licence_id in ("MIT", "ISC", "EUPL-1.2", "MPL-2.0")}
_WORD = re.compile(r"[A-Za-z]{5,}")


def altered(text: str, places: list[int]) -> str:
    """The text with the words at these places (counted from the fortieth) replaced by one that no licence has."""
    matches = list(_WORD.finditer(text))[10:]
    for match in sorted((matches[place % len(matches)] for place in places), key=lambda one: -one.start()):
        text = f"{text[: match.start()]}xyzzy{text[match.end() :]}"
    return text


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(["EUPL-1.2", "MPL-2.0"]), st.integers(1, 3), st.randoms(use_true_random=False))
def test_a_few_strange_words_are_never_taken_for_the_text(licence_id: str, many: int, chance: random.Random) -> None:
    text = SAMPLES[licence_id]
    places = chance.sample(range(500), many)

    reading = licence_text.read(altered(text, places))

    (found,) = [one for one in reading.found if one.id == licence_id]
    assert found.method is Method.ALTERED
    assert found.differing == many
    assert found.likeness < 1
    assert sum(len(change.added) for change in found.changes) == many


@pytest.mark.parametrize("word", ["sublicense", "publish", "associated", "limitation"])
def test_one_word_in_a_short_licence_is_named(word: str) -> None:
    (found,) = licence_text.read(SAMPLES["MIT"].replace(word, "xyzzy", 1)).found

    assert (found.id, found.method, found.differing) == ("MIT", Method.ALTERED, 1)
    assert found.changes[0].added == ("xyzzy",)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_ends_in_an_answer(text: str) -> None:
    reading = licence_text.read(text)

    assert reading.words >= 0
    assert licence_text.likest(text) is None or 0 <= licence_text.likest(text)[2] <= 1  # type: ignore[index]


def test_a_change_is_shown_at_its_line_among_its_neighbours() -> None:
    text = licence_samples.eupl_nl().replace("verstrekt", "verstreid", 1)

    (found,) = licence_text.read(text).found

    line = text[: text.index("verstreid")].count("\n") + 1
    assert found.changes == (
        Change(line, ("verstrekt",), ("verstreid",), ("van", "deze", "licentie", "wordt"), found.changes[0].after),
    )
    assert len(found.changes[0].after) == 4


def test_a_long_text_of_nothing_is_read_to_its_end() -> None:
    assert licence_text.read("het werk mag " * 20_000).found == ()
