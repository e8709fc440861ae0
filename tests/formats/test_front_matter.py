# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Front matter: the values, where they stand, and what can be wrong."""

import pytest

from ospo.errors import ParseError
from ospo.formats import front_matter

FILE = "---\nid: a\nlist:\n  - één\n---\n\n# Kop\n---\nrest\n"


def test_a_file_is_taken_apart_with_the_lines_of_the_file() -> None:
    parts = front_matter.split(FILE)

    assert parts.values == {"id": "a", "list": ["één"]}
    assert parts.body == "\n# Kop\n---\nrest\n"
    assert FILE.split("\n")[parts.body_line - 1 :] == parts.body.split("\n")
    assert (parts.line("id"), parts.line("list", 0), parts.line("list", 9), parts.line("niet")) == (2, 4, 3, 2)


@pytest.mark.parametrize("text", ["\ufeff" + FILE, FILE.replace("\n", "\r\n")])
def test_a_mark_at_the_start_and_line_ends_of_windows_are_understood(text: str) -> None:
    assert front_matter.split(text) == front_matter.split(FILE)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "x.md:1: must start with front matter: a line '---', then YAML, then '---'"),
        ("# Kop\n", "x.md:1: must start with front matter: a line '---', then YAML, then '---'"),
        ("---\nid: a\n", "x.md:1: has front matter without an end: add a line '---' below it"),
        ("---\nid: a\n--- \n", "x.md:1: has front matter without an end: add a line '---' below it"),
        ("---\njust words\n---\n", "x.md:2: must have 'key: value' lines as front matter"),
        ("---\n\n---\n", "x.md:2: must have 'key: value' lines as front matter"),
        ("---\nid: a\nid: b\n---\n", "x.md:3: has the key 'id' twice: keep one"),
        ("---\nid: a\ntitle: b: c\n---\n", "x.md:3: is not valid YAML: mapping values are not allowed in this context"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(text: str, problem: str) -> None:
    with pytest.raises(ParseError) as caught:
        front_matter.split(text, "x.md")
    assert str(caught.value) == problem
