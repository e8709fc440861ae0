# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import publiccode, publiccode_texts
from ospo.formats.publiccode_texts import Description


def test_a_language_is_found_whatever_its_region() -> None:
    document = publiccode.read(
        b"description:\n  en: {shortDescription: x}\n  nl_BE:\n    shortDescription: y\n  nl: {}\n"
    )

    found = publiccode_texts.of_language(document, "nl")

    assert found == Description("nl_BE", 3, "y", "")
    assert publiccode_texts.of_language(document, "fy") is None


@pytest.mark.parametrize(
    ("short", "long", "misfit"),
    [
        ("x", "", None),
        ("", "y" * 200, "shortDescription"),
        ("x" * 151, "", "shortDescription"),
        ("x", "y" * 149, "longDescription"),
        ("x", "y" * 150, None),
        ("x", "y" * 10_001, "longDescription"),
        ("é" * 150, "", None),
    ],
)
def test_the_lengths_are_those_of_the_standard(short: str, long: str, misfit: str | None) -> None:
    assert Description("nl", 1, short, long).misfit == misfit


def test_equal_texts_are_the_same_whatever_the_layout() -> None:
    one, other = (
        Description(tag, 1, text, "")
        for tag, text in (("nl", "Dit is een\nheel mooie wijzer"), ("en", "dit is een heel mooie wijzer"))
    )

    assert one.is_same_as(other)
    assert not Description("nl", 1, "Wijzer", "").is_same_as(Description("en", 1, "Wijzer", ""))
