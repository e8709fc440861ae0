# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Snippets: what is marked, and that nothing of a text is lost or added."""

from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import snippets


def words(pieces: snippets.Pieces) -> list[str]:
    return [text for text, hit in pieces if hit]


def test_the_other_forms_of_a_word_are_marked_and_no_part_of_another() -> None:
    pieces = snippets.marked("Licenties: een licentie, een sublicentie", snippets.pattern(["licentie"]))
    assert words(pieces) == ["Licenties", "licentie"]


def test_a_snippet_is_where_the_most_words_are() -> None:
    text = "wiel " + "x " * 300 + "hier staan wiel en band samen " + "y " * 300
    pieces = snippets.snippet(text, snippets.pattern(["wiel", "band"]))
    assert words(pieces) == ["wiel", "band"]
    assert (pieces[0][0], pieces[-1][0]) == ("… ", " …")


def test_without_one_of_the_words_there_is_no_snippet() -> None:
    assert snippets.snippet("niets hier", snippets.pattern(["wiel"])) == ()
    assert snippets.snippet("niets hier", snippets.pattern([])) == ()


def test_lists_have_no_running_text() -> None:
    def document(kind: Kind) -> Document:
        return Document(Route(kind, "x", Language.NL), "x", "", "een  tekst\n")

    assert snippets.source(document(Kind.PRACTICE)) == "een tekst"
    assert snippets.source(document(Kind.NORM)) == ""


def test_the_dash_before_an_item_is_no_part_of_the_text() -> None:
    text = "In het kort\n\n- Begin klein.\n  - En echt.\nOpen - tenzij.\n"

    found = snippets.source(Document(Route(Kind.PRACTICE, "x", Language.NL), "x", "", text))

    assert found == "In het kort Begin klein. En echt. Open - tenzij."


@given(st.text(max_size=200), st.lists(st.text(max_size=10), max_size=5))
def test_marking_keeps_every_letter(text: str, terms: list[str]) -> None:
    assert "".join(piece for piece, _ in snippets.marked(text, snippets.pattern(terms))) == text
