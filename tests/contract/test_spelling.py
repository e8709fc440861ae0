# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts that we ship are spelled right by hunspell's dictionaries and our own lists, and can be read to the end."""

from functools import cache

import pytest

from ospo import knowledge
from ospo.app.proofreading import proofread
from ospo.domain.library import Library
from ospo.engine import proofreading
from ospo.knowledge import places
from python_messages import ROOT

CONTENT = ROOT / "content"


@cache
def library() -> Library:
    return knowledge.load(CONTENT)


def test_every_word_is_in_a_dictionary_or_on_our_list() -> None:
    problems, is_spelled = proofread(library(), CONTENT, ())

    if not is_spelled:
        pytest.skip("hunspell with its dictionaries nl and en_GB is not on this machine")
    assert [str(problem) for problem in places.with_lines(problems, CONTENT)] == []


def test_no_sentence_is_absurdly_long() -> None:
    found = proofreading.too_long(proofreading.hardness(library()))

    assert [str(problem) for problem in found] == []
