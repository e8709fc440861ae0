# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.licence_difference import difference
from ospo.formats.licence_pattern import of_words, parse


def reads(source: str, text: str) -> bool:
    return any(
        found is not None and found.end == len(text.split())
        for found in (difference(pattern, text.split(), 0) for pattern in parse(source))
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("een twee", "een twee"),
        ("een //** remark (( **// twee", "een twee"),
        ("een ((twee))?? drie", "een twee drie"),
        ("een ((twee))?? drie", "een drie"),
        ("een twee?? drie", "een drie"),
        ("een ((twee||drie vier)) vijf", "een drie vier vijf"),
        ("een ((twee||drie))?? vier", "een vier"),
        ("een ((twee ((drie))?? vier))?? vijf", "een twee vier vijf"),
        ("een __2__ vier", "een vier"),
        ("een __2__ vier", "een twee drie vier"),
        ("((een||twee)) drie", "twee drie"),
        ("((een drie||twee))", "een drie"),
        ("een||twee", "twee"),
        ("?? een", "een"),
        ("een\ncopyright (c) __2__ twee\ndrie", "een drie"),
        ("een\ncopyright (c) __2__ twee\ndrie", "een twee drie"),
        ("een\ncopyright (c) __2__ twee __1__ vier\ndrie", "een drie"),
    ],
)
def test_a_text_fits_a_pattern(source: str, text: str) -> None:
    assert reads(source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("een twee", "een"),
        ("een ((twee||drie vier)) vijf", "een twee vier vijf"),
        ("een ((twee)) drie", "een drie"),
        ("een __2__ vier", "een twee drie acht vier"),
        ("een copyright (c) __2__ twee\ndrie", "een copyright drie"),
        ("copyright (c) 2020\n__2__ twee\ndrie", "drie"),
    ],
)
def test_a_text_does_not_fit_a_pattern(source: str, text: str) -> None:
    assert not reads(source, text)


def test_a_pattern_knows_the_length_of_its_ways() -> None:
    (pattern,) = parse("een ((twee||drie vier))?? vijf __3__ zes")

    assert (pattern.size, pattern.least) == (6, 3)


def test_a_choice_that_spans_the_whole_gives_as_many_patterns() -> None:
    assert [pattern.size for pattern in parse("//** x **// (( (( een twee || drie )) ))")] == [2, 1]
    assert [pattern.size for pattern in parse("((een twee||drie)) vier")] == [3]


def test_a_fixed_text_is_a_pattern_too() -> None:
    pattern = of_words(["een", "twee"])

    assert (pattern.size, pattern.least, pattern.pairs) == (2, 2, {("een", "twee")})
