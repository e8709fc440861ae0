# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A dictionary in one piece says what the mapping said that it was made of."""

from hypothesis import given
from hypothesis import strategies as st

from ospo.engine.dictionary import Packed, pack

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\n\t"), max_size=6)


@given(st.dictionaries(WORDS, WORDS), st.lists(WORDS))
def test_every_word_is_found_and_no_other(dictionary: dict[str, str], others: list[str]) -> None:
    packed = Packed(pack(dictionary))

    assert dict(packed) == dictionary
    assert len(packed) == len(dictionary)
    assert [packed.get(word) for word in others] == [dictionary.get(word) for word in others]


class Stored(dict[str, str]):
    """As simplemma has them: a mapping of texts over one of bytes."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__(words)
        self._dict = {word.encode(): lemma.encode() for word, lemma in words.items()}


def test_a_dictionary_that_holds_bytes_is_packed_as_it_is() -> None:
    words = {"licenties": "licentie", "één": "één", "a": "a"}
    assert pack(Stored(words)) == pack(words)


def test_whatever_is_asked_of_an_empty_one() -> None:
    assert Packed(b"").get("a") is None
    assert list(Packed(b"")) == []
