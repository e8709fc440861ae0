# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""YAML 1.2 as the core schema has it, and what hostile documents get."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.errors import ParseError
from ospo.formats import yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ('""', ""),
        ("'12'", "12"),
        ("12", 12),
        ("-7", -7),
        ("0o17", 15),
        ("0x1F", 31),
        ("012", 12),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("0.7.0", "0.7.0"),
        ("12:30:00", "12:30:00"),
        ("2026-11-23", "2026-11-23"),
        ("!!str 12", "12"),
        ("9" * 50, "9" * 50),
        ("!vreemd a", "a"),
    ],
)
def test_a_scalar_means_what_the_core_schema_says(written: str, value: object) -> None:
    found = yaml.load(f"key: {written}").value["key"]

    assert (found, type(found)) == (value, type(value))


def test_lines_are_known_for_keys_and_items() -> None:
    document = yaml.load("a:\n  - x\n  - b: 1\n    c: 2\n")

    assert [document.line("a"), document.line("a", 1), document.line("a", 1, "c")] == [1, 3, 4]
    assert document.line("a", 1, "missing") == 3


def test_keys_that_are_not_text_become_text() -> None:
    assert yaml.load("1: a\ntrue: b\non: c").value == {"1": "a", "true": "b", "on": "c"}


def test_anchors_are_followed() -> None:
    assert yaml.load("a: &x [1, 2]\nb: *x").value == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2", 2, "the key 'a' twice"),
        ("a: 1\nb: [1", 2, "is not valid YAML"),
        ("a: 1\n---\nb: 2", 2, "more than one YAML document"),
        ("a: *nergens", 1, r"alias \*nergens"),
        ("? [a, b]\n: 1", 1, "a key that is not plain text"),
        ("a: " + "[" * 100 + "]" * 100, 1, "nested deeper"),
        ("\x00", None, "is not valid YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(ParseError, match=words) as caught:
        yaml.load(text, "bestand.yml")

    assert (caught.value.path, caught.value.line) == ("bestand.yml", line)


def test_a_yaml_bomb_is_an_error() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]

    with pytest.raises(ParseError, match="remove the repeated aliases"):
        yaml.load("\n".join(lines))


def test_a_huge_document_is_refused_unread() -> None:
    with pytest.raises(ParseError, match="larger than 1000 kB"):
        yaml.load("a" * 1_000_001)


@given(st.text(max_size=200))
def test_any_text_gives_a_value_or_a_parse_error(text: str) -> None:
    with contextlib.suppress(ParseError):
        yaml.load(text)


@pytest.mark.parametrize("text", ["a: \ud800\n", "\udcff: 1\n"])
def test_half_a_surrogate_pair_is_no_yaml(text: str) -> None:
    with pytest.raises(ParseError, match="not valid YAML"):
        yaml.load(text)
