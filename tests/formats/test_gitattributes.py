# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import gitattributes


def line(text: str, path: str = "LICENSE") -> int | None:
    rule = gitattributes.left_out(gitattributes.parse(text.encode()), path)
    return None if rule is None else rule.line


@pytest.mark.parametrize(
    "text",
    [
        "LICENSE export-ignore\n",
        "/LICENSE  export-ignore\n",
        "LICENSE text export-ignore\n",
        "* export-ignore\n",
        "LIC* export-ignore=true\n",
        '"LICENSE" export-ignore\n',
        "LICENSE -export-ignore\nLICENSE export-ignore\n",
    ],
)
def test_a_line_that_leaves_it_out(text: str) -> None:
    assert line(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "LICENSE text\n",
        "# LICENSE export-ignore\n",
        "docs export-ignore\n",
        "LICENSE -export-ignore\n",
        "* export-ignore\nLICENSE -export-ignore\n",
        "* export-ignore\nLICENSE !export-ignore\n",
        "LICENSE/ export-ignore\n",
        "LICENSE export-subst\n",
        "[attr]weg export-ignore\n",
    ],
)
def test_a_file_that_does_not(text: str) -> None:
    assert line(text) is None


def test_a_folder_takes_what_is_in_it_along() -> None:
    assert line("a text\n/LICENSES export-ignore\n", "LICENSES/MIT.txt") == 2
    assert line("/LICENSES export-ignore\nLICENSES/MIT.txt -export-ignore\n", "LICENSES/MIT.txt") == 1
