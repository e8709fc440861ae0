# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.access_is_reviewed import check
from ospo.domain.finding import Evidence, met, unknown
from snapshots import MemorySnapshot

POLICY = "# x\n\nA new maintainer needs the approval of two others.\n"


@pytest.mark.parametrize("path", ["GOVERNANCE.md", "governance/MAINTAINERS.md", "docs/CONTRIBUTING.md", "README.md"])
def test_a_text_that_says_so_is_met(path: str) -> None:
    assert check(MemorySnapshot({path: POLICY})) == met("described", Evidence(path, 3), path=path)


@pytest.mark.parametrize("files", [{}, {"GOVERNANCE.md": "# x\n\nThe team decides.\n"}, {"notes/access.md": POLICY}])
def test_without_one_only_a_person_knows(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files)) == unknown("missing")
