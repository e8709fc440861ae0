# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.continuity.steward_duties_are_met import check
from ospo.domain.finding import Evidence, unknown
from snapshots import MemorySnapshot, facts

PATH = "publiccode.yml"


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"SECURITY.md": "We are an open source software steward and follow article 24.\n"},
        {PATH: "organisation: {name: Stichting Voorbeeld}\n"},
        {PATH: "supports: [{id: 'alias:gdpr'}, x]\n"},
        {PATH: "supports: alias:cra\n"},
        {PATH: "supports: [\n"},
    ],
)
def test_no_file_makes_somebody_a_steward(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files, facts=facts(owner_kind="organisation"))) == unknown("ask")


def test_a_claim_in_publiccode_is_shown_and_settles_nothing() -> None:
    verdict = check(MemorySnapshot({PATH: "name: x\nsupports:\n  - id: 'alias:gdpr'\n  - id: 'alias:cra'\n"}))

    assert verdict == unknown("claimed", Evidence(PATH, 4), path=PATH)
