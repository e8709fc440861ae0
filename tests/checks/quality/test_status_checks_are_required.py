# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.quality.status_checks_are_required import check
from ospo.domain.finding import Evidence, Outcome, met, not_applicable, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

CI = {".github/workflows/ci.yml": "on: push\n"}
SEEN = Evidence(url="https://forge.example/api")
SETTINGS = """\
branches:
  - name: main
    protection:
      required_status_checks:
        contexts: [test, lint]
"""


def test_a_fact_with_checks_is_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(CI, facts=facts(required_status_checks=("test", "lint"))))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "required", (SEEN,))
    assert verdict.values == {"n": 2, "seen": "2026-11-01"}
    assert verdict.at(COMMITTED + timedelta(days=365)).reason == "required"
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SEEN, seen="2026-11-01")


def test_a_fact_without_checks_is_not_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(CI, facts=facts(required_status_checks=())))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "none-required")
    assert verdict.at(COMMITTED + timedelta(days=367)).reason == "fact-is-old"


def test_without_ci_there_is_nothing_to_require() -> None:
    assert check(MemorySnapshot({"a.py": ""})) == not_applicable("no-ci")
    assert check(MemorySnapshot({"a.py": ""}, facts=facts(required_status_checks=()))) == not_applicable("no-ci")
    assert check(MemorySnapshot({"a.py": ""}, facts=facts(required_status_checks=("jenkins",)))).reason == "required"


def test_settings_in_the_tree_are_met_and_the_forge_goes_before_them() -> None:
    files = {**CI, ".github/settings.yml": SETTINGS}

    assert check(MemorySnapshot(files)) == met(
        "set", Evidence(".github/settings.yml", 2), path=".github/settings.yml", n=2
    )
    assert check(MemorySnapshot(files, facts=facts(required_status_checks=()))).reason == "none-required"


@pytest.mark.parametrize("path", [".mergify.yml", ".github/mergify.yml", "bors.toml"])
def test_a_robot_that_merges_is_unknown(path: str) -> None:
    assert check(MemorySnapshot({**CI, path: ""})) == unknown("only-a-gate", Evidence(path), path=path)


def test_a_pipeline_alone_does_not_show_that_it_must_pass() -> None:
    assert check(MemorySnapshot(CI)) == unknown("not-told")
