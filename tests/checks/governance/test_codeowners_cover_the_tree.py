# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.codeowners_cover_the_tree import PARAMETERS, check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

ON_GITHUB = ("https://github.com/voorbeeld/project",)
ON_GITEA = ("https://codeberg.org/voorbeeld/project",)
PATH = ".github/CODEOWNERS"


def tree(text: str, path: str = PATH) -> dict[str, str]:
    return {path: text, "README.md": "x", "src/a.py": "x", "src/b.py": "x", "src/c.py": "x"}


@pytest.mark.parametrize(
    ("text", "share", "owned", "unowned", "unmatched"),
    [
        ("* @voorbeeld/team\n", 100, 5, 0, 0),
        ("/src/ @voorbeeld/team\n*.md @voorbeeld/team\n", 80, 4, 0, 1),
        ("* @voorbeeld/team\n/.github/\n", 100, 4, 1, 0),
    ],
)
def test_a_tree_that_is_covered(text: str, share: int, owned: int, unowned: int, unmatched: int) -> None:
    verdict = check(MemorySnapshot(tree(text), remotes=ON_GITHUB), 80)

    counts = {"share": share, "owned": owned, "unowned": unowned, "unmatched": unmatched}
    assert verdict == met("covered", Evidence(PATH), path=PATH, **counts)


def test_a_tree_with_gaps_names_the_largest() -> None:
    verdict = check(MemorySnapshot(tree("*.md @voorbeeld/team\n"), remotes=ON_GITHUB), 80)

    counts = {"share": 20, "percent": 80, "owned": 1, "unmatched": 4}
    assert verdict == not_met("gaps", Evidence(PATH), path=PATH, gap="src", **counts)


def test_a_profile_may_set_another_share() -> None:
    snapshot = MemorySnapshot(tree("/src/ @voorbeeld/team\n"), remotes=ON_GITHUB)

    assert [check(snapshot, percent).reason for percent in (60, 61)] == ["covered", "gaps"]
    assert PARAMETERS["percent"].default == 80


def test_where_most_is_unowned_on_purpose_it_is_unknown() -> None:
    snapshot = MemorySnapshot(tree("* @voorbeeld/team\n*\n*.md @voorbeeld/team\n"), remotes=ON_GITHUB)

    assert check(snapshot, 80) == unknown("mostly-unowned", Evidence(PATH), path=PATH, owned=1, unowned=4)


def test_symlinks_and_submodules_are_no_files() -> None:
    files = {PATH: "/.github/ @voorbeeld/team\n", "link": "x", "module": ""}
    kinds = {"link": Kind.SYMLINK, "module": Kind.SUBMODULE}

    assert check(MemorySnapshot(files, kinds=kinds, remotes=ON_GITHUB), 80).values["unmatched"] == 0


def test_without_a_file_that_is_read_it_does_not_apply() -> None:
    path = "CODEOWNERS.md"

    assert check(MemorySnapshot({"README.md": "x"}, remotes=ON_GITHUB), 80) == not_applicable("no-codeowners")
    verdict = check(MemorySnapshot({path: "* @voorbeeld/team"}, remotes=ON_GITHUB), 80)
    assert verdict == not_applicable("not-read", Evidence(path), path=path)


def test_an_expression_that_is_not_tried_is_unknown() -> None:
    files = tree("(a|b)*.py @voorbeeld/team\n", "CODEOWNERS")

    assert check(MemorySnapshot(files, remotes=ON_GITEA), 80) == unknown(
        "cannot-match", Evidence("CODEOWNERS"), path="CODEOWNERS"
    )
