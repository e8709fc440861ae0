# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a question looks for: the words that were typed count most, their parts and their synonyms less."""

from ospo.engine.asked import BESIDES, MOST, PART, WHOLE, Asked


def test_a_word_counts_for_all_its_parts_and_its_synonyms_for_less() -> None:
    asked = Asked((("leverancier",), ("broncode", "bron", "code")), ("producent",), bare=True)
    assert asked.own == ("leverancier", "broncode", "bron", "code")
    assert asked.weights == {
        "leverancier": WHOLE,
        "broncode": WHOLE,
        "bron": PART,
        "code": PART,
        "producent": BESIDES,
    }
    assert WHOLE > PART > BESIDES > 0


def test_a_term_counts_as_what_it_counts_most_for() -> None:
    asked = Asked((("broncode", "bron", "code"), ("code",)), ("broncode", "bron"), bare=True)
    assert asked.weights == {"broncode": WHOLE, "bron": PART, "code": WHOLE}


def test_of_a_word_that_was_typed_twice_one_is_enough_and_of_many_some() -> None:
    asked = Asked((("code",), ("code",), *((str(number),) for number in range(50))), (), bare=True)
    assert len(asked.weighed()) == 51
    assert len(asked.weights) == MOST
