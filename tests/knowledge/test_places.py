# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Problems get the line of the id they name."""

from knowledge_base import KnowledgeBase
from ospo.errors import Problem
from ospo.knowledge import places

PRACTICE = "practices/licentie-kiezen.nl.md"


def test_an_id_is_found_as_a_whole_word(base: KnowledgeBase) -> None:
    base.change(PRACTICE, "related: [open-werken]", "related: [open-werken-nu, open]")
    problem = Problem(PRACTICE, None, "names the practice '{id}'", {"id": "open"})

    assert [p.line for p in places.with_lines([problem], base.path)] == [15]


def test_what_has_a_line_or_names_no_id_or_no_file_stays_as_it_is(base: KnowledgeBase) -> None:
    problems = [
        Problem(PRACTICE, 3, "x", {"id": "open-werken"}),
        Problem(PRACTICE, None, "x", {"name": "open-werken"}),
        Problem(PRACTICE, None, "x", {"id": "nergens"}),
        Problem("practices", None, "x", {"id": "open-werken"}),
    ]

    assert places.with_lines(problems, base.path) == problems
