# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The judged questions: what people ask, and the pages that answer it, graded 1 to 3 by somebody who read them."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from ospo.domain.language import Language
from ospo.formats import yaml

FOLDER = Path(__file__).parent / "corpus" / "questions"
# The blind half was written first and the fresh one last: neither is to be looked at when the search is tuned.
HALVES = ("tuning", "blind", "fresh")


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """A question in the words of who asks it; per page that is of use a grade, and why."""

    ask: str
    language: Language
    relevant: Mapping[str, tuple[int, str]]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    half: str
    questions: list[Question]


@cache
def questions(half: str) -> tuple[Question, ...]:
    """The questions of one half."""
    found = msgspec.convert(yaml.load((FOLDER / f"{half}.yaml").read_text("utf-8")).value, _File)
    assert found.half == half
    return tuple(found.questions)


def ndcg(question: Question, found: Sequence[str]) -> float:
    """How good the first ten pages are beside the best ten there could be: 1 at the best."""
    grades = {page: grade for page, (grade, _) in question.relevant.items()}
    return _gain([grades.get(page, 0) for page in found]) / _gain(sorted(grades.values(), reverse=True))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))
