# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Diffs that git applies, of whole files and of what stands below a line of one."""

import random
import subprocess
from pathlib import Path

import pytest

from ospo.engine import unified

HEAD = "---\nid: x\n---\n"
CASES = [
    ("een\ntwee\ndrie\n", "een\nzes\ndrie\n"),
    ("a\n" * 40, "a\n" * 39),
    ("\n\n## Kop\n\ntekst\n", "\n\n## Kop\n\nandere tekst\n\n- punt\n"),
    ("zonder einde", "zonder einde\nen meer"),
    ("een\n", "een"),
    ("een\u2028twee\x0b\n", "een\u2028drie\x0b\n"),
    ("een\n", ""),
]


def applied(folder: Path, before: str, diff: str) -> str:
    """What git makes of a file with the diff; it must take it."""
    path = folder / "content" / "x.md"
    path.parent.mkdir(exist_ok=True)
    if before:
        path.write_text(before, "utf-8", newline="")
    for arguments in (["--check"], []):
        subprocess.run(["git", "apply", *arguments, "-"], cwd=folder, input=diff.encode(), check=True)
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(("before", "after"), CASES)
@pytest.mark.parametrize("above", ["", HEAD])
def test_git_makes_the_new_text_of_the_old(above: str, before: str, after: str, tmp_path: Path) -> None:
    if not above and not after:
        return  # a file without anything is another change
    diff = unified.diff("content/x.md", before, after, above.count("\n") + 1)

    assert applied(tmp_path, above + before, diff) == above + after


def test_any_two_texts_make_a_diff_that_applies(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - cases, not secrets
    for number in range(40):
        before = "".join(chance.choice("abc") + "\n" for _ in range(chance.randint(1, 30)))
        after = "".join(chance.choice("abc") + "\n" for _ in range(chance.randint(1, 30)))
        folder = tmp_path / str(number)
        folder.mkdir()
        diff = unified.diff("content/x.md", before, after, 4)
        if before != after:
            assert applied(folder, HEAD + before, diff) == HEAD + after


def test_a_new_file_and_nothing_new(tmp_path: Path) -> None:
    assert applied(tmp_path, "", unified.diff("content/x.md", "", "een\ntwee\n")) == "een\ntwee\n"
    assert unified.diff("content/x.md", "een\n", "een\n") == ""


def test_long_texts_are_taken_as_one_change_and_not_compared_line_by_line() -> None:
    before, after = "".join(f"{n}\n" for n in range(3000)), "".join(f"{-n}x\n" for n in range(3000))

    diff = unified.diff("content/x.md", before, after)

    assert diff.count("\n@@ ") == 1
    assert diff.index("\n-2999\n") < diff.index("\n+0x\n")


def test_changes_far_apart_are_apart() -> None:
    lines = [f"{n}\n" for n in range(60)]
    changed = [*lines]
    changed[5], changed[50] = "vijf\n", "vijftig\n"

    diff = unified.diff("content/x.md", "".join(lines), "".join(changed))

    assert [line for line in diff.split("\n") if line.startswith("@@")] == ["@@ -3,7 +3,7 @@", "@@ -48,7 +48,7 @@"]
