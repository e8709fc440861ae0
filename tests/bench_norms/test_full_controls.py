# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The test bench of the norms: for each control that a check settles, what passes, what fails, and what leads astray.

`cases/<check-id>.yaml` holds three repositories for each check that a norm maps as `full`; a control stands or falls
with them. Other scanners can be held against the same repositories.
"""

from functools import cache
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from corpus.reconstruction import Reconstruction
from ospo import checks, knowledge
from ospo.domain.declaration import Declaration
from ospo.domain.finding import SCAN_REASONS, Finding, Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.norm import Control, Relation
from ospo.engine import scan, standing
from ospo.engine.standing import Standing
from ospo.settings import Settings
from snapshots import COMMITTED

FOLDER = Path(__file__).parent / "cases"
NAMES = ("passing", "failing", "tricky")
FULL: list[tuple[Control, CheckId]] = [
    (control, mapping.check)
    for norm in knowledge.load(Settings.read({}).content).norms.values()
    for control in norm.controls
    for mapping in control.mappings
    if mapping.relation is Relation.FULL
]
CHECKS = sorted({check for _, check in FULL})


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """One repository: what the check must say of it, and why."""

    outcome: Outcome
    why: str
    repository: Reconstruction


@cache
def cases(check: CheckId) -> dict[str, Case]:
    """The three repositories of a check."""
    return msgspec.yaml.decode((FOLDER / f"{check}.yaml").read_bytes(), type=dict[str, Case])


@cache
def found(check: CheckId, name: str) -> Finding:
    """What the check says of one of them."""
    snapshot = cases(check)[name].repository.snapshot("voorbeeld/kaart")
    verdict = scan.verdict(snapshot, checks.load(check))
    return Finding(check, verdict.at(COMMITTED))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("check", CHECKS)
def test_the_check_says_what_a_reader_says(check: CheckId, name: str) -> None:
    case, finding = cases(check)[name], found(check, name)

    assert finding.outcome is case.outcome, f"{case.why} But: {finding.verdict.reason} {dict(finding.verdict.values)}"
    assert finding.verdict.reason not in SCAN_REASONS


@pytest.mark.parametrize("check", CHECKS)
def test_there_is_a_passing_a_failing_and_a_tricky_one_with_a_reason(check: CheckId) -> None:
    assert tuple(cases(check)) == NAMES
    assert cases(check)["passing"].outcome is Outcome.MET
    assert cases(check)["failing"].outcome in (Outcome.NOT_MET, Outcome.UNKNOWN)
    assert all(len(case.why) > 10 for case in cases(check).values())


def test_no_case_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(CHECKS)


@pytest.mark.parametrize(("control", "check"), FULL, ids=lambda item: item if isinstance(item, str) else item.id)
def test_the_control_stands_with_the_check(control: Control, check: CheckId) -> None:
    stood = {
        name: standing.stands([control], [found(check, name)], Declaration(), COMMITTED.date())[0].standing
        for name in NAMES
    }

    assert stood["passing"] is Standing.MET
    for name in ("failing", "tricky"):
        outcome = cases(check)[name].outcome
        if outcome is not Outcome.MET:
            assert stood[name] is not Standing.MET
