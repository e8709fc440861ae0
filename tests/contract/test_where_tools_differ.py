# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures on the page about other tools add up: each table to the number of repositories, or of differences."""

import re

import pytest

from python_messages import ROOT

PAGE = (ROOT / "docs" / "where-tools-differ.md").read_text("utf-8")
SECTIONS = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
TOTAL = re.compile(r"(\d+) (?:public )?repositories")
DIFFERENCES = re.compile(r"^The (\d+) that differs?:$", re.MULTILINE)
Row = list[str]


def _tables(section: str) -> list[list[Row]]:
    """The rows under the heading of each table, in order."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", section, re.MULTILINE)
    return [[line.strip("|").split("|") for line in block.splitlines()[2:]] for block in blocks]


def _numbers(row: Row) -> list[int]:
    return [int(cell) for cell in row if cell.strip().isdecimal()]


every = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition(":")[0])


@every
def test_the_first_table_counts_every_repository(section: str) -> None:
    total = TOTAL.search(section)
    rows = [_numbers(row) for row in _tables(section)[0]]

    assert total
    sums = {sum(row) for row in rows} if len(rows[0]) > 1 else {sum(row[0] for row in rows)}
    assert sums == {int(total[1])}


@every
def test_the_second_table_explains_every_difference(section: str) -> None:
    first, second = _tables(section)
    stated = DIFFERENCES.search(section)
    rows = [_numbers(row) for row in first]
    if len(rows[0]) > 1:  # the same, only we, only they, not said
        differences = sum(only_we + only_they for _, only_we, only_they, _ in rows)
    else:  # what is the same stands on lines of its own
        differences = sum(n for row, (n,) in zip(first, rows, strict=True) if "same lists" not in row[0])
        differences -= sum(n for row, (n,) in zip(first, rows, strict=True) if re.search("both|neither", row[0]))

    assert stated
    assert sum(_numbers(row)[0] for row in second) == differences == int(stated[1])
