# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Packed postings find the same best pages, with the same scores, as adding up every weight does."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.engine import postings, relevance
from ospo.engine.asked import BESIDES, PART, WHOLE
from ospo.engine.postings import Postings
from ospo.engine.relevance import Analysis

TERMS = ["aan", "aap", "bijdrage", "code", "forge", "licentie", "wiel", "zaak"]


def page(counts: dict[str, int], title: Sequence[str] = (), factor: float = 1.0) -> Analysis:
    return Analysis(frozenset(title), factor, counts, {})


def pages_of(texts: Sequence[str]) -> list[Analysis]:
    return [page({term: text.split().count(term) for term in text.split()}) for text in texts]


def numbered(packed: Postings, wanted: Mapping[str, int]) -> dict[int, int]:
    return {number: wanted[term] for term, number in packed.numbers(wanted).items()}


def all_scores(pages: Sequence[Analysis], wanted: Mapping[str, int]) -> dict[int, float]:
    """The scores as the browser adds them up."""
    weights = {term: dict(found) for term, found in relevance.weights(pages).items()}
    scores: dict[int, float] = {}
    for term, times in wanted.items():
        for number, weight in weights.get(term, {}).items():
            scores[number] = scores.get(number, 0.0) + weight * times / WHOLE
    return scores


ANALYSES = st.builds(
    page,
    st.dictionaries(st.sampled_from(TERMS), st.sampled_from([1, 2, 5, 11, 40, 200]), max_size=5),
    title=st.lists(st.sampled_from(TERMS), max_size=2),
    factor=st.sampled_from([0.5, 1.0, 2.0]),
)


ASKED = st.dictionaries(st.sampled_from(TERMS), st.sampled_from([WHOLE, PART, BESIDES]), max_size=6)


@given(st.lists(ANALYSES, max_size=120), ASKED)
def test_the_best_pages_are_those_of_all_scores_to_the_last_digit(
    pages: list[Analysis], wanted: dict[str, int]
) -> None:
    packed, titles = Postings.of(pages), [p.title for p in pages]
    raised = {n for n, title in enumerate(titles) if title and title <= set(wanted)}
    every = all_scores(pages, wanted)
    expected = relevance.best(every, titles, wanted)

    found = packed.best(numbered(packed, wanted), raised)

    assert relevance.best(found, titles, wanted) == expected
    assert {n: found[n] for n in expected} == {n: every[n] for n in expected}


def test_pages_that_cannot_be_among_the_best_are_left_out() -> None:
    pages = [page({"wiel": 1 + n, "licentie": 1}) for n in range(200)] + pages_of(["zaak"] * 300)
    packed = Postings.of(pages)
    found = packed.best(numbered(packed, {"wiel": WHOLE, "licentie": WHOLE}), ())
    assert relevance.FOUND <= len(found) < 100  # a reader may narrow down what is found, so that more is than is shown
    assert 199 in found


def test_a_page_whose_title_was_asked_for_is_among_the_best_with_a_lower_score() -> None:
    texts = [page({"wiel": 40})] * 70 + [page({"wiel": 30}, title=["wiel"])] + pages_of(["zaak"] * 200)
    packed = Postings.of(texts)
    wiel = numbered(packed, {"wiel": WHOLE})
    assert 70 in packed.best(wiel, {70})
    assert 70 not in packed.best(wiel, ())


def test_more_terms_than_fit_in_the_large_numbers_are_added_up_as_well() -> None:
    terms = [f"wiel{number}" for number in range(postings.MAX_TERMS + 5)]
    pages = [page(dict.fromkeys(terms[: 1 + n % len(terms)], 1 + n % 7)) for n in range(90)]
    packed, every = Postings.of(pages), all_scores(pages, dict.fromkeys(terms, WHOLE))
    found = packed.best(dict.fromkeys(packed.beginning_with(["wiel"]), WHOLE), ())
    best = relevance.best(every, [()] * 90, terms)
    assert relevance.best(found, [()] * 90, terms) == best
    assert [found[n] for n in best] == pytest.approx([every[n] for n in best])


def test_terms_are_found_by_name_and_by_their_beginning() -> None:
    packed = Postings.of(pages_of(["aap aan", "bijdrage", "zaak"]))
    assert [packed.terms[n] for n in packed.named(["zaak", "a", "aap", "zzz", ""])] == ["zaak", "aap"]
    assert [packed.terms[n] for n in packed.beginning_with(["aa", "z", "q", "zaaks"])] == ["aan", "aap", "zaak"]


def test_not_more_terms_are_looked_at_than_the_work_is_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_MOST_BEGUN", 2)
    packed = Postings.of(pages_of(["aap aan aas", "bijdrage"]))
    assert len(packed.beginning_with(["aa", "b"])) == 2


@pytest.mark.parametrize("pages", [[], pages_of([""]), pages_of(["", "wiel"])])
def test_where_little_is_little_is_found(pages: list[Analysis]) -> None:
    packed = Postings.of(pages)
    assert packed.best({}, ()) == {}
    assert set(packed.best(numbered(packed, {"wiel": WHOLE}), ())) == {n for n, p in enumerate(pages) if p.counts}
