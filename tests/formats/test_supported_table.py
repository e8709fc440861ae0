# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.supported_table import left_behind, rows

TABLE = "# Security\n\n| Version | Supported |\n|---|---|\n| 2.x | :white_check_mark: |\n| < 2.0 | :x: |\n"


def table(*lines: str, heading: str = "| Versie | Ondersteund |") -> str:
    return "\n".join((heading, "| --- | :---: |", *lines, "", "More text.", ""))


def test_the_rows_of_a_table() -> None:
    found = rows(TABLE)

    assert [(row.line, row.said, row.numbers, row.is_supported) for row in found] == [
        (5, "2.x", (2,), True),
        (6, "< 2.0", (2, 0), False),
    ]


@pytest.mark.parametrize(
    ("text", "released", "newest"),
    [
        (TABLE, ["v3.1.0", "v2.0.0"], "v3.1.0"),
        (TABLE, ["v2.9.0", "v1.0.0"], None),
        (TABLE, ["v1.0.0"], None),  # the table looks ahead
        (TABLE, ["v3.0.0-rc.1", "v2.1.0"], None),  # not a release yet
        (TABLE, ["data/v3.0.0"], None),  # of a part only
        (TABLE, [], None),
        (table("| 1.2.x | ✅ |", "| **1.1** | ❌ |"), ["1.3.0"], "1.3.0"),
        (table("| 1.2.x | ✅ |", "| `1.1.*` | yes |"), ["1.2.7"], None),
        (table("| 3.0.x | :x: *(in development)* |", "| 2.x | ✅ |"), ["2.4324"], None),
        (table("| 2.x | no |"), ["3.0.0"], None),  # nothing is supported: that is what it says
    ],
)
def test_a_release_that_the_table_has_not_heard_of(text: str, released: list[str], newest: str | None) -> None:
    found = left_behind(text, released)

    assert (found and found[1]) == newest


@pytest.mark.parametrize(
    "text",
    [
        table("| 1.x | ✅ |", "| latest | ✅ |"),
        table("| >= 1.0 | ✅ |"),
        table("| 1.0 and later | ✅ |"),
        table("| 1.x | until we say so |"),
        table("| 9.0-10.0 | ✅ |"),
        table("| 1.x | ✅ |", heading="| Python | Supported |"),
        "| Version | Supported |\n",
        "",
    ],
)
def test_a_table_that_cannot_be_read_for_sure_says_nothing(text: str) -> None:
    assert left_behind(text, ["v99.0.0"]) is None


def test_of_two_tables_the_one_with_versions_counts() -> None:
    text = table("| a | ✅ |", heading="| Endpoint | Why |") + TABLE

    assert [row.said for row in rows(text)] == ["2.x", "< 2.0"]
