# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.lists_its_repositories import check
from ospo.domain.finding import Evidence, met, unknown
from snapshots import MemorySnapshot

OWN = "https://forge.example/voorbeeld"
ON_GITHUB = "https://github.com/voorbeeld"
LIST = f"# x\n\n## Repositories\n\n- {ON_GITHUB}/a\n- {ON_GITHUB}/b\n"


@pytest.mark.parametrize("path", ["README.md", "docs/README.md", "CONTRIBUTING.md", "GOVERNANCE.md"])
def test_a_list_is_met(path: str) -> None:
    verdict = check(MemorySnapshot({path: LIST}, remotes=(f"{ON_GITHUB}/project",)))

    assert verdict == met("listed", Evidence(path, 5), path=path, n=2)


def test_a_part_of_a_suite_without_a_list_is_unknown() -> None:
    snapshot = MemorySnapshot({"publiccode.yml": "name: x\napplicationSuite: Voorbeeld\n"})

    assert check(snapshot) == unknown("part-of-suite", Evidence("publiccode.yml", 2), path="publiccode.yml")


@pytest.mark.parametrize(
    "files", [{}, {"README.md": "# x\n"}, {"publiccode.yml": "name: [\n"}, {"notes/list.md": LIST}]
)
def test_without_a_list_nobody_can_tell(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files)) == unknown("no-list")


def test_a_list_of_others_is_not_ours() -> None:
    assert check(MemorySnapshot({"README.md": LIST}, remotes=(f"{OWN}/project",))) == unknown("no-list")
