# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.finding import Evidence
from ospo.formats.retirement import evidence
from snapshots import MemorySnapshot, facts


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"README.md": "# x\n\nThis repository is archived.\n"}, Evidence("README.md", 3)),
        ({"publiccode.yml": "name: x\ndevelopmentStatus: obsolete\n"}, Evidence("publiccode.yml", 2)),
        ({"publiccode.yml": "developmentStatus: stable\n", "README.md": "# x\n"}, None),
        ({}, None),
    ],
)
def test_where_a_repository_says_that_it_is_retired(files: dict[str, str], place: Evidence | None) -> None:
    assert evidence(MemorySnapshot(files)) == place


@pytest.mark.parametrize(("archived", "place"), [(True, Evidence(url="https://forge.example/api")), (False, None)])
def test_the_forge_may_say_so(archived: bool, place: Evidence | None) -> None:
    assert evidence(MemorySnapshot({}, facts=facts(archived=archived))) == place
