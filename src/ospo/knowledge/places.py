# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding the line that a problem is about, when what found it knew only the file and an id."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ospo.errors import Problem


def with_lines(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """The same problems, each at the first line of its file that holds the id it names, as far as there is one."""
    found = []
    for problem in problems:
        line = problem.line
        if line is None and "id" in problem.values and (root / problem.path).is_file():
            line = _line_of(str(problem.values["id"]), (root / problem.path).read_text("utf-8", errors="replace"))
        found.append(replace(problem, line=line))
    return found


def _line_of(name: str, text: str) -> int | None:
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    match = whole.search(text)
    return None if match is None else text.count("\n", 0, match.start()) + 1
