# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from ospo.formats.translations import Shape, differ, pairs, shape, statement_line


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["README.md", "README.nl.md"], [("README.md", "README.nl.md")]),
        (["README.rst", "README.EN.rst"], [("README.rst", "README.EN.rst")]),
        (["README.nl.md", "README.en.md"], [("README.en.md", "README.nl.md")]),
        (["README.rst", "README-en.md"], [("README.rst", "README-en.md")]),
        (["docs/nl/a.md", "docs/en/a.md", "docs/en/b.md"], [("docs/en/a.md", "docs/nl/a.md")]),
        (["docs/gids/nl/x/a.md", "docs/gids/en/x/a.md"], [("docs/gids/en/x/a.md", "docs/gids/nl/x/a.md")]),
        (["docs/a.md", "docs/a.en.md", "docs/a.de.md"], [("docs/a.md", "docs/a.de.md"), ("docs/a.md", "docs/a.en.md")]),
        (["README.md", "README.rst"], []),
        (["README.nl.md"], []),
        (["src/a.nl.md", "src/a.en.md"], []),
        (["internet-nl.md", "internet.md"], []),
        (["a.nl.json", "a.en.json"], []),
    ],
)
def test_which_documents_are_one_text(paths: list[str], found: list[tuple[str, str]]) -> None:
    assert pairs(paths) == found


def test_the_shape_of_a_text() -> None:
    text = "# Een\n\nTwee woorden.\n\n## Drie\n\n```\n# geen kop\n```\n\nLaatst bijgewerkt: 2026-03-01\n"

    assert shape(text, "README.nl.md") == Shape(headings=2, words=4, day=date(2026, 3, 1))
    assert shape("Last updated on 2026-13-01", "README.md").day is None


BASE = Shape(10, 100, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (BASE, None),
        (Shape(11, 100, None), None),
        (Shape(12, 100, None), "headings"),
        (Shape(10, 50, None), None),
        (Shape(10, 49, None), "length"),
        (Shape(10, 201, None), "length"),
        (Shape(10, 100, date(2026, 4, 1)), None),
        (Shape(10, 100, date(2026, 4, 2)), "dates"),
    ],
)
def test_what_differs_too_much(other: Shape, what: str | None) -> None:
    assert differ(BASE, other, 90) == what
    assert differ(other, BASE, 90) == what


def test_one_heading_in_ten_may_differ() -> None:
    assert differ(Shape(33, 9, None), Shape(30, 9, None), 90) is None
    assert differ(Shape(33, 9, None), Shape(29, 9, None), 90) == "headings"


def test_a_short_text_may_be_much_shorter() -> None:
    assert differ(Shape(1, 60, None), Shape(1, 5, None), 90) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "We gebruiken Nederlands als voertaal.",
        "The working language is Dutch.",
        "Documentation and issues are in English.",
        "Documentatie schrijven we in het Nederlands.",
        "Source code is English, issues are Dutch.",
        "Lees dit in het Engels.",
        "[English](README.en.md)",
        "Deze documentatie is Nederlandstalig.",
        "(`Nederlandse versie`_)",
    ],
)
def test_a_statement(sentence: str) -> None:
    assert statement_line(f"# x\n\n{sentence}\n") == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "This project is about Dutch law.",
        "A tool for Dutch text.",
        "De Engelse versie van de EUPL staat in LICENSE.",
        "[English](https://voorbeeld.example/en)",
        "It translates sentences in Dutch into SQL.",
        "```\ndocumentation in English.\n```",
    ],
)
def test_no_statement(sentence: str) -> None:
    assert statement_line(f"# x\n\n{sentence}\n") is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# X\n\n## English\n\nA step.\n\n## Nederlands\n\nEen stap.\n", 3),
        ("# X\n\n## In het Nederlands\n\nEen stap.\n\n## 🇬🇧 English\n\nA step.\n", 3),
        ("# X\n\n## Dutch\n\nA step.\n", None),
        ("# X\n\n## English words\n\nA step.\n\n## Dutch words\n\nEen stap.\n", None),
    ],
)
def test_a_heading_for_each_language(text: str, line: int | None) -> None:
    assert statement_line(text) == line
