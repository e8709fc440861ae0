# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings and their anchors: those that a page really has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats.headings import anchors, slug


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("In het kort", "in-het-kort"),
        ("Eén `code`, en meer!", "een-code-en-meer"),
        ("  ", ""),
        ("«»", ""),
    ],
)
def test_an_anchor_is_the_plain_letters_of_a_heading(title: str, anchor: str) -> None:
    assert slug(title) == anchor


def test_every_heading_outside_code_has_one() -> None:
    text = "## Een\ntekst\n### Twee ##\n```\n## Code\n```\n    ## ingesprongen\n#geen\n ## Drie\n# `code`"

    assert list(anchors(text)) == ["een", "twee", "drie", "code"]


@given(st.text(max_size=80))
def test_whatever_it_holds_there_is_an_answer(text: str) -> None:
    assert all(set(anchor) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for anchor in anchors(text))
