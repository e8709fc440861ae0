# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""No change comes in without a sign-off (DCO) or a signed agreement (CLA): a status check for it must pass."""

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age, sign_off_checks
from ospo.formats.forges import GITLAB, forge_of
from ospo.formats.sign_off_checks import Check


def check(repository: Snapshot) -> Verdict:
    """Told by the forge, or by settings in the tree; that a check runs does not show that it must pass."""
    told = repository.facts.get("required-status-checks")
    runs = sign_off_checks.find(repository)
    if told is not None:
        return _told(repository, told, runs)
    as_code = sign_off_checks.set_as_code(repository)
    if as_code is not None:
        return met("set", Evidence(as_code.path, as_code.line), path=as_code.path)
    if runs is not None:
        return unknown("only-runs", Evidence(runs.path, runs.line), path=runs.path)
    return unknown("not-told")


def _told(repository: Snapshot, told: ForgeFact, runs: Check | None) -> Verdict:
    required = told.value if isinstance(told.value, tuple) else ()
    seen, places = fact_age.seen(told), fact_age.evidence(told)
    old = unknown("fact-is-old", *places, seen=seen)
    if sign_off_checks.is_required(runs, required):
        return fact_age.while_fresh(met("required", *places, seen=seen), told, old)
    if runs is not None:
        found = not_met("not-required", Evidence(runs.path, runs.line), *places, path=runs.path, seen=seen)
        return fact_age.while_fresh(found, told, old)
    if any(forge_of(remote) is GITLAB for remote in repository.remotes):
        return fact_age.while_fresh(unknown("perhaps-push-rule", *places, seen=seen), told, old)
    return fact_age.while_fresh(not_met("none-required", *places, count=len(required), seen=seen), told, old)
