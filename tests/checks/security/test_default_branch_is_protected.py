# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.default_branch_is_protected import check
from ospo.domain.finding import Evidence, Outcome, met, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SEEN = Evidence(url="https://forge.example/api")
SETTINGS = "branches:\n  - name: main\n    protection:\n      enforce_admins: true\n"
PATH = ".github/settings.yml"


def test_a_fact_that_says_so_is_met_for_a_year() -> None:
    verdict = check(MemorySnapshot({}, facts=facts(default_branch_protected=True)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "protected", (SEEN,))
    assert verdict.at(COMMITTED + timedelta(days=365)).reason == "protected"
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SEEN, seen="2026-11-01")


def test_a_fact_that_says_no_is_not_met_for_a_year_whatever_the_files_say() -> None:
    verdict = check(MemorySnapshot({PATH: SETTINGS}, facts=facts(default_branch_protected=False)))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "not-protected")
    assert verdict.at(COMMITTED + timedelta(days=367)).reason == "fact-is-old"


def test_settings_in_the_tree_are_met() -> None:
    assert check(MemorySnapshot({PATH: SETTINGS})) == met("set", Evidence(PATH, 2), path=PATH)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {PATH: SETTINGS.replace("enforce_admins", "allow_force_pushes")},
        {PATH: SETTINGS.replace("main", "other")},
        {PATH: "branches: ["},
        {".github/workflows/ci.yml": "on: push\n"},
    ],
)
def test_without_either_it_is_not_known(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files)) == unknown("not-told")
