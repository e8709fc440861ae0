# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.has_governance import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from snapshots import MemorySnapshot

ON_CODEBERG = ("https://codeberg.org/voorbeeld/project",)


@pytest.mark.parametrize(
    "path",
    ["GOVERNANCE.md", "PROJECT_GOVERNANCE.md", ".github/GOVERNANCE.md", "governance/GOVERNANCE.md", "bestuur.md"],
)
def test_a_file_with_text_is_met(path: str) -> None:
    assert check(MemorySnapshot({path: "We decide together."})) == met("found", Evidence(path), path=path)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("README.md", "## Governance"),
        ("README.md", "## Beheer en doorontwikkeling"),
        ("CONTRIBUTING.md", "## Besluitvorming"),
        ("CONTRIBUTING.md", "## Decision-making"),
        ("MAINTAINERS.md", "## How we decide"),
        ("README.md", "## Hoe we besluiten nemen"),
        ("README.md", "## Samenwerking en besluiten"),
    ],
)
def test_a_section_is_met(path: str, title: str) -> None:
    snapshot = MemorySnapshot({path: f"# x\n\n{title}\n\nMet elkaar.\n"}, remotes=ON_CODEBERG)

    assert check(snapshot) == met("section", Evidence(path, 3), path=path)


def test_an_empty_file_is_not_met() -> None:
    assert check(MemorySnapshot({"GOVERNANCE.md": ""})) == not_met(
        "empty", Evidence("GOVERNANCE.md"), path="GOVERNANCE.md"
    )


def test_absent_follows_the_forge() -> None:
    files = {"README.md": "## Governance\n\n## Usage\n\nx"}

    assert check(MemorySnapshot(files)) == unknown("may-be-inherited", file="GOVERNANCE.md")
    assert check(MemorySnapshot(files, remotes=ON_CODEBERG)) == not_met("missing")
