# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One word or one value changes, and nothing else."""

import pytest

from ospo.formats import line_edit

TEXT = 'a: "1.0" # first\nb: two\nc: [x]\n'


def test_a_word_on_a_line_is_replaced_when_it_stands_there_once() -> None:
    assert line_edit.with_word("x\nlicence MIT\n", 2, "MIT", "EUPL-1.2") == "x\nlicence EUPL-1.2\n"


@pytest.mark.parametrize(("line", "old"), [(0, "a"), (3, "a"), (1, "z"), (1, "a"), (1, "")])
def test_what_is_not_there_or_there_twice_is_left_alone(line: int, old: str) -> None:
    assert line_edit.with_word("a a\nb\n", line, old, "c") is None


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("a",), "1.10", 'a: "1.10" # first\nb: two\nc: [x]\n'),
        (("b",), "2026-11-01", 'a: "1.0" # first\nb: "2026-11-01"\nc: [x]\n'),
        (("c", 0), "y", 'a: "1.0" # first\nb: two\nc: ["y"]\n'),
        (("c",), "y", None),
        (("d",), "y", None),
        (("a",), 'say "x"', None),
        (("b",), "two\nlines", None),
    ],
)
def test_a_value_is_replaced_in_the_quotes_it_had(
    path: tuple[str | int, ...], value: str, expected: str | None
) -> None:
    assert line_edit.with_value(TEXT, path, value) == expected


def test_what_is_no_yaml_has_no_values() -> None:
    assert line_edit.with_value("a: [", ("a",), "b") is None
