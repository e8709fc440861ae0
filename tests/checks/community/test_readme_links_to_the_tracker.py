# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.readme_links_to_the_tracker import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

OWN = "https://forge.example/voorbeeld/project"
BOTH = met("both", Evidence("README.md", 2), Evidence("README.md", 3))


@pytest.mark.parametrize(
    ("readme", "verdict"),
    [
        (f"# x\n[issues]({OWN}/issues)\n[changes]({OWN}/pulls)", BOTH),
        ("# x\n[issues](../../issues)\n[changes](../../pulls)", BOTH),
        (f"# x\n[issues]({OWN}/-/issues)\n[changes]({OWN}/-/merge_requests)", BOTH),
        (f"# x\n[issues]({OWN}/issues)", not_met("issues-only", Evidence("README.md", 2), path="README.md")),
        (f"# x\n[changes]({OWN}/pulls)", not_met("changes-only", Evidence("README.md", 2), path="README.md")),
        ("# x\nOpen an issue or a pull request.", not_met("none")),
        ("# x\nhttps://forge.example/ander/x/issues https://forge.example/ander/x/pulls", not_met("none")),
        (f"# x\n{OWN}/issues/1 {OWN}/pull/2", not_met("none")),
        ("# x\nThis repository is archived.", not_applicable("retired", Evidence("README.md", 2))),
    ],
)
def test_both_links_are_asked(readme: str, verdict: Verdict) -> None:
    assert check(MemorySnapshot({"README.md": readme}, remotes=(OWN,))) == verdict


def test_the_links_may_stand_in_two_files() -> None:
    files = {"README.rst": f"`issues <{OWN}/issues>`_", "docs/CONTRIBUTING.md": f"<{OWN}/pulls>"}

    verdict = check(MemorySnapshot(files, remotes=(OWN,)))

    assert verdict == met("both", Evidence("README.rst", 1), Evidence("docs/CONTRIBUTING.md", 1))


def test_other_documentation_counts() -> None:
    files = {"README.md": "# x", "docs/meedoen.md": f"{OWN}/issues {OWN}/pulls", "src/notes.py": f"# {OWN}/pulls"}

    assert check(MemorySnapshot(files, remotes=(OWN,))) == met(
        "both", Evidence("docs/meedoen.md", 1), Evidence("docs/meedoen.md", 1)
    )
    assert check(MemorySnapshot({"src/notes.py": f"# {OWN}/issues {OWN}/pulls"}, remotes=(OWN,))) == not_met("none")


def test_a_contributing_of_the_owner_may_hold_them() -> None:
    own = ("https://github.com/voorbeeld/project",)

    found = check(MemorySnapshot({"README.md": "# x"}, remotes=own))

    assert found == unknown("may-be-inherited", file="CONTRIBUTING.md")
    files = {"README.md": "# x", "CONTRIBUTING.md": "Doe mee."}
    assert check(MemorySnapshot(files, remotes=own)) == not_met("none")


def test_the_rules_that_the_owner_keeps_may_hold_the_links() -> None:
    readme = "# x\nRead [the rules](https://forge.example/voorbeeld/.github/blob/main/CONTRIBUTING.md)."

    found = check(MemorySnapshot({"README.md": readme}, remotes=(OWN,)))

    assert found == unknown("elsewhere", Evidence("README.md", 2), path="README.md")


def test_a_board_of_the_owner_may_hold_what_is_missing() -> None:
    own = ("https://github.com/voorbeeld/project",)
    board = "# x\n[bord](https://github.com/orgs/voorbeeld/projects/7)\n[issues](../../issues)"
    rules = {"CONTRIBUTING.md": "Doe mee."}

    found = check(MemorySnapshot({"README.md": board, **rules}, remotes=own))

    assert found == unknown("on-a-board", Evidence("README.md", 2), path="README.md")
    others = board.replace("/voorbeeld/", "/ander/")
    assert check(MemorySnapshot({"README.md": others, **rules}, remotes=own)).reason == "issues-only"
