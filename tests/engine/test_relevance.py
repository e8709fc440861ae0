# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages fit best: the numbers the browser's index is made of."""

import pytest

from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import relevance
from ospo.engine.postings import Postings

NAMES = [f"own{number}" for number in range(80)]


def document(title: str, question: str = "", text: str = "", kind: Kind = Kind.CHECK) -> Document:
    return Document(Route(kind, title.lower(), Language.EN), title, question, text)


def weights(*documents: Document) -> dict[str, dict[int, float]]:
    found = relevance.weights([relevance.analyse(each) for each in documents])
    return {term: dict(postings) for term, postings in found.items()}


def test_a_word_weighs_more_in_the_title_than_in_the_question_and_there_more_than_in_the_text() -> None:
    pages = [document("wheel x y"), document("a b c", "wheel"), document("d e f", "", "wheel"), document("g")]
    found = weights(*pages)["wheel"]
    assert found[0] > found[1] > found[2] > 0
    assert 3 not in found


def test_a_rare_word_weighs_more_than_a_common_one_and_none_weighs_less_than_nothing() -> None:
    pages = [document("common rare"), document("common one"), document("common two")]
    found = weights(*pages)
    assert found["rare"][0] > found["common"][0] > 0


def test_a_practice_comes_before_a_check_with_the_same_words() -> None:
    found = weights(document("wheel", kind=Kind.CHECK), document("wheel", kind=Kind.PRACTICE), document("x"))
    assert relevance.best(found["wheel"], [(), (), ()], ["wheel"]) == [1, 0]


def test_what_fits_much_worse_than_the_best_is_left_out_and_ties_keep_their_order() -> None:
    titles = [()] * 50
    assert relevance.best({3: 5.0, 1: 5.0, 2: 100.0, 4: 20.0}, titles, []) == [2, 4]
    assert relevance.best({3: 5.0, 1: 5.0}, titles, []) == [1, 3]
    assert relevance.best({}, titles, []) == []
    assert len(relevance.best(dict.fromkeys(range(90), 1.0), [()] * 90, [])) == relevance.FOUND


def test_a_page_that_is_called_what_was_asked_for_comes_forward() -> None:
    titles = [{"forge"}, {"code", "forge"}, set[str]()]
    assert relevance.best({0: 3.0, 1: 3.2, 2: 4.0}, titles, ["forge"]) == [0, 2, 1]


def test_a_page_that_fits_best_takes_along_what_belongs_with_it_but_not_past_itself() -> None:
    near = {0: [1, 20, 3, 20], 2: [3, 10]}
    found = relevance.best({0: 5.0, 1: 2.0, 2: 2.5, 4: 0.9}, [()] * 5, [], near=lambda n: near.get(n, []))
    assert found == [0, 1, 2, 3, 4]  # the third has none of the words


def test_of_two_that_lend_the_most_generous_counts() -> None:
    near = {0: [2, 20], 1: [2, 10]}
    assert relevance._lent([(0, 5.0), (1, 4.0)], lambda n: near[n]) == {2: 1.0}


def test_a_page_that_has_less_of_the_question_falls_behind() -> None:
    covered = {0: 0.25, 1: 1.0}
    assert relevance.best({0: 5.0, 1: 4.0}, [(), ()], [], covered=lambda n: covered[n]) == [1, 0]


def test_no_pages_no_weights() -> None:
    assert relevance.weights([]) == {}


def test_what_is_known_of_a_page_counts_its_words_where_they_stand() -> None:
    found = relevance.analyse(document("Licences", "licence?", "the licence, sign-off"))
    parts = [document("Licences"), document("", "licence?"), document("", "", "licence, sign-off")]
    title, question, text = (relevance.analyse(part).counts["licence"] for part in parts)
    assert title > question > text > 0
    assert found.counts["licence"] == pytest.approx(title + question + text, abs=1.5)  # each is rounded
    assert found.counts["signoff"] == found.counts["sign"] == found.counts["off"] == text
    assert {type(count) for count in found.counts.values()} == {int}  # so that they come back as they were
    assert found.title == {"licence"}


def test_a_word_counts_less_in_a_long_text_and_as_often_as_it_stands_there() -> None:
    short, long, twice = (
        relevance.analyse(document("x", "", text)).counts["wheel"]
        for text in ("wheel", "wheel " + "band " * 300, "wheel wheel " + "band " * 299)
    )
    assert short > long > 0
    assert twice == pytest.approx(2 * long, abs=1)


def test_the_length_of_one_text_does_not_matter_for_another() -> None:
    short, long = (relevance.analyse(document("wheel", "", text)).counts["wheel"] for text in ("", "band " * 300))
    assert short == long


def test_pages_are_compared_by_words_that_a_few_have() -> None:
    pages = [relevance.analyse(document(f"{own} everywhere shared{n % 40}")) for n, own in enumerate(NAMES)]
    having, rare = relevance.having(pages), relevance.rarities(len(pages))
    telling = [relevance.telling(page.counts, page.factor, having, rare) for page in pages]
    assert all(set(words) == {f"shared{n % 40}"} for n, words in enumerate(telling))
    assert telling == [
        {Postings.of(pages).terms[term]: weight for term, weight in words.items()}
        for words in Postings.of(pages).telling()
    ]


def test_the_forms_of_words_name_their_terms() -> None:
    found = relevance.analyse(document("The licences signed-off café")).forms
    assert found["licences"] == ("licence",)
    assert "signed-off" not in found  # just itself, without its mark
    assert "café" not in found
    assert found["the"] == ()
    assert "off" not in found
