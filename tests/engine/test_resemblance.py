# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Resemblance: the pages most like a page, and the same after a change of a few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.site import Kind
from ospo.engine import resemblance

WEIGHTS = st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0.1, 9), max_size=6)


def vectors(telling: list[dict[str, float]]) -> list[resemblance.Vector[str]]:
    return [resemblance.vector(words, Kind.PAGE) for words in telling]


def test_a_page_is_most_like_the_one_that_shares_most_of_what_weighs() -> None:
    first, second, _ = resemblance.of(vectors([{"a": 2, "b": 1}, {"a": 2, "b": 1}, {"b": 1, "c": 3}]))
    assert [other for other, _ in first] == [1, 2]
    assert first[0][1] == pytest.approx(1)
    assert 0 < first[1][1] < 0.3
    assert [other for other, _ in second] == [0, 2]


def test_only_what_weighs_most_is_compared() -> None:
    many = {f"word{number}": float(100 - number) for number in range(40)}
    kept = resemblance.vector(many, Kind.PAGE)
    assert [term for term, _ in kept] == list(many)[:25]
    assert sum(weight**2 for _, weight in kept) == pytest.approx(1)


@pytest.mark.parametrize("kind", sorted(resemblance.ALONE))
def test_a_name_is_like_nothing(kind: Kind) -> None:
    assert resemblance.vector({"wheel": 1.0}, kind) == []


@given(st.lists(WEIGHTS, min_size=1, max_size=14), st.data())
def test_after_a_change_it_is_what_it_would_be_from_the_beginning(
    telling: list[dict[str, float]], data: st.DataObject
) -> None:
    before = resemblance.of(vectors(telling))
    changed = data.draw(st.sets(st.sampled_from(range(len(telling)))))
    for page in changed:
        telling[page] = data.draw(WEIGHTS)
    now = vectors(telling)
    assert resemblance.again(now, changed, before) == resemblance.of(now)
