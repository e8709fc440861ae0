# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where keys and values stand, to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.yaml_places import places

TEXT = """\
# a comment
name: "café" # and another
list: [a, b]
deep:
  - key: value
    other: 'x'
"""


def piece(*path: str | int) -> str:
    span = places(TEXT)[path].value
    return TEXT[span.start : span.end]


def test_a_value_is_found_with_its_quotes_and_without_its_comment() -> None:
    assert [piece("name"), piece("list"), piece("deep", 0, "key"), piece("deep", 0, "other")] == [
        '"café"',
        "[a, b]",
        "value",
        "'x'",
    ]


def test_a_key_is_found_with_its_line_and_column() -> None:
    key = places(TEXT)["deep", 0, "other"].key

    assert key is not None
    assert (TEXT[key.start : key.end], key.line, key.column) == ("other", 6, 5)


def test_a_place_knows_how_it_is_written() -> None:
    found = places(TEXT)

    assert (found["list",].is_flow, found["list", 0].is_flow, found["deep", 0, "key"].is_plain) == (True, True, True)
    assert (found["name",].is_plain, found["deep",].is_scalar) == (False, False)


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "? [x]\n: y", "a: " + "[" * 500])
def test_what_is_no_yaml_or_nested_too_deep_is_one_error(text: str) -> None:
    with pytest.raises(ParseError):
        places(text)


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"% \n\t,?é\U0001f600"), max_size=60))
def test_any_text_gives_places_within_it_or_one_error(text: str) -> None:
    try:
        found = places(text)
    except ParseError:
        return
    for place in found.values():
        assert 0 <= place.value.start <= place.value.end <= len(text)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.from_regex(r"[A-Z][a-z]{0,8}", fullmatch=True)))
def test_the_pieces_are_the_values_that_the_reader_reads(values: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in values.items()) or "{}"

    found = places(text)

    for key, value in yaml.load(text).value.items():
        span = found[key,].value
        assert text[span.start : span.end] == value
