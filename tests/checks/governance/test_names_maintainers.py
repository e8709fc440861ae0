# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.names_maintainers import check
from ospo.domain.finding import Evidence, met, not_met
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

PUBLICCODE = "name: x\nmaintenance:\n  type: internal\n  contacts:\n    - name: Team\n"


@pytest.mark.parametrize(
    ("path", "text", "reason", "line"),
    [
        ("MAINTAINERS.md", "- het team", "file", None),
        ("COMMITTERS.md", "- het team", "file", None),
        (".github/CODEOWNERS", "# all\n* @voorbeeld/team\n", "codeowners", 2),
        ("README.md", "# x\n\n## Beheerders\n\nHet team.\n", "section", 3),
        ("GOVERNANCE.md", "# x\n\n## Steering team\n\n- het team\n", "section", 3),
        ("CONTRIBUTING.md", "## Maintainers\n\n- het team\n", "section", 1),
        ("README.md", "# x\n\nThis software is maintained by the platform.\n", "section", 3),
        ("publiccode.yml", PUBLICCODE, "metadata", 4),
        ("publiccode.yaml", PUBLICCODE, "metadata", 4),
        ("pyproject.toml", '[project]\nmaintainers = [{ name = "Team" }]\n', "metadata", 2),
    ],
)
def test_one_place_is_enough(path: str, text: str, reason: str, line: int | None) -> None:
    assert check(MemorySnapshot({path: text})) == met(reason, Evidence(path, line), path=path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("AUTHORS", "het team"),
        ("MAINTAINERS", "\n"),
        (".github/CODEOWNERS", "* \n# @voorbeeld/team\n"),
        ("CODEOWNERS.md", "* @voorbeeld/team\n"),
        ("CONTRIBUTING.md", "This software is maintained by the platform.\n"),
        ("GOVERNANCE.md", "# x\n\nWe decide.\n"),
        ("publiccode.yml", "maintenance: {}\n"),
        ("README.md", "# x\n\n## Contact\n\nvia het formulier\n"),
    ],
)
def test_other_places_are_not(path: str, text: str) -> None:
    assert check(MemorySnapshot({path: text})) == not_met("missing")


def test_a_symlink_that_holds_the_text_itself_is_read() -> None:
    snapshot = MemorySnapshot({"publiccode.yaml": PUBLICCODE}, kinds={"publiccode.yaml": Kind.SYMLINK})

    assert check(snapshot) == met("metadata", Evidence("publiccode.yaml", 4), path="publiccode.yaml")
