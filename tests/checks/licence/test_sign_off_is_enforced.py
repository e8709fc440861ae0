# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import timedelta

from ospo.checks.licence.sign_off_is_enforced import check
from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

FLOW = ".github/workflows/dco.yml"
RUNS = "on: pull_request\njobs:\n  look:\n    steps:\n      - uses: tim-actions/dco@v1\n"
SETTINGS = "branches:\n  - protection:\n      required_status_checks:\n        contexts: [DCO]\n"
SEEN = COMMITTED.date().isoformat()
SOURCE = Evidence(url="https://forge.example/api")


def verdict(*required: str, remotes: tuple[str, ...] = (), **files: str) -> Verdict:
    told = facts(required_status_checks=required)
    return check(MemorySnapshot(files, facts=told, remotes=remotes))


def now(found: Verdict) -> Verdict:
    return replace(found, until=None, afterwards=None)


def test_a_required_check_of_that_name_is_met() -> None:
    assert now(verdict("build", "DCO")) == met("required", SOURCE, seen=SEEN)


def test_a_required_job_that_looks_at_sign_offs_is_met_whatever_its_name() -> None:
    assert verdict("look", **{FLOW: RUNS}).reason == "required"


def test_a_check_that_runs_and_is_not_required_is_not_met() -> None:
    assert now(verdict("build", **{FLOW: RUNS})) == not_met(
        "not-required", Evidence(FLOW, 5), SOURCE, path=FLOW, seen=SEEN
    )


def test_no_such_check_at_all_is_not_met() -> None:
    assert now(verdict("build", "test")) == not_met("none-required", SOURCE, count=2, seen=SEEN)
    assert now(verdict()) == not_met("none-required", SOURCE, count=0, seen=SEEN)


def test_gitlab_may_enforce_it_by_a_push_rule() -> None:
    found = verdict("build", remotes=("https://gitlab.com/voorbeeld/ding",))

    assert now(found) == unknown("perhaps-push-rule", SOURCE, seen=SEEN)


def test_a_fact_grows_old() -> None:
    later = COMMITTED + timedelta(days=400)

    assert verdict("DCO").at(later) == verdict("build").at(later) == unknown("fact-is-old", SOURCE, seen=SEEN)


def test_settings_in_the_tree_can_require_it() -> None:
    assert check(MemorySnapshot({".github/settings.yml": SETTINGS})) == met(
        "set", Evidence(".github/settings.yml", 1), path=".github/settings.yml"
    )


def test_that_a_check_runs_does_not_show_that_it_is_required() -> None:
    assert check(MemorySnapshot({FLOW: RUNS})) == unknown("only-runs", Evidence(FLOW, 5), path=FLOW)


def test_without_a_sign_it_is_unknown() -> None:
    assert check(MemorySnapshot()) == unknown("not-told")
