# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.has_an_owner_and_a_release_decision import check
from ospo.domain.finding import Evidence, met, unknown
from snapshots import MemorySnapshot

DECISION = {"docs/vrijgavebesluit.md": "# Besluit\n\nOpen.\n"}
SENTENCE = "# x\n\nHet bestuur heeft besloten de code openbaar te maken.\n"


@pytest.mark.parametrize(
    ("files", "owner"),
    [
        ({"publiccode.yml": "name: x\nlegal:\n  repoOwner: Voorbeeld\n"}, Evidence("publiccode.yml", 3)),
        (
            {"publiccode.yml": "name: x\norganisation:\n  uri: https://voorbeeld.example\n"},
            Evidence("publiccode.yml", 2),
        ),
        ({"MAINTAINERS.md": "- het team"}, Evidence("MAINTAINERS.md")),
        ({"README.md": "# x\n\n## Beheerders\n\nHet team.\n"}, Evidence("README.md", 3)),
        ({"README.md": "# x\n\nThis software is maintained by the platform team.\n"}, Evidence("README.md", 3)),
    ],
)
def test_both_are_met(files: dict[str, str], owner: Evidence) -> None:
    verdict = check(MemorySnapshot({**DECISION, **files}))

    path = "docs/vrijgavebesluit.md"
    assert verdict == met("recorded", Evidence(path), owner, path=path, owner=owner.path or "")


def test_a_sentence_records_the_decision_too() -> None:
    files = {"README.md": SENTENCE, "MAINTAINERS.md": "- het team"}

    verdict = check(MemorySnapshot(files))
    places = (Evidence("README.md", 3), Evidence("MAINTAINERS.md"))
    assert verdict == met("recorded", *places, path="README.md", owner="MAINTAINERS.md")


@pytest.mark.parametrize("files", [{}, {"publiccode.yml": "name: [\n"}, {"publiccode.yml": "organisation: {}\n"}])
def test_a_decision_without_an_owner_is_not_enough(files: dict[str, str]) -> None:
    path = "docs/vrijgavebesluit.md"

    assert check(MemorySnapshot({**DECISION, **files})) == unknown("no-owner", Evidence(path), path=path)


@pytest.mark.parametrize("files", [{}, {"MAINTAINERS.md": "- het team"}, {"docs/decisions/0001-use-yaml.md": "x"}])
def test_without_a_decision_only_a_person_knows(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files)) == unknown("not-recorded")
