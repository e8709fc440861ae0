# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.private_reporting_is_on import check
from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")
SEEN = COMMITTED.date().isoformat()
ON_GITHUB = ("https://github.com/voorbeeld/project",)
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
FORM = "# Security\n\nReport it [here](https://github.com/Voorbeeld/project/security/advisories/new).\n"


@pytest.mark.parametrize(("value", "outcome", "reason"), [(True, "met", "on"), (False, "not-met", "off")])
def test_the_fact_settles_it(value: bool, outcome: str, reason: str) -> None:
    verdict = check(MemorySnapshot(facts=facts(private_vulnerability_reporting=value)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SOURCE,))
    assert verdict.values == {"seen": SEEN}


@pytest.mark.parametrize("value", [True, False])
def test_after_a_year_the_fact_no_longer_holds(value: bool) -> None:
    verdict = check(MemorySnapshot(facts=facts(private_vulnerability_reporting=value)))

    assert verdict.at(COMMITTED + timedelta(days=364)) == verdict
    assert verdict.at(COMMITTED + timedelta(days=366)) == unknown("fact-is-old", SOURCE, seen=SEEN)


def test_a_role_is_no_address_to_point_at() -> None:
    told = {"private-vulnerability-reporting": ForgeFact(True, COMMITTED.date(), "beheerder")}

    assert check(MemorySnapshot(facts=told)).evidence == ()


def test_on_gitlab_anybody_can_make_an_issue_confidential() -> None:
    told = facts(issues_enabled=True)

    assert check(MemorySnapshot(remotes=ON_GITLAB, facts=told)).reason == "confidential-issues"
    assert check(MemorySnapshot(remotes=ON_GITHUB, facts=told)) == unknown("not-told")
    assert check(MemorySnapshot(remotes=ON_GITLAB, facts=facts(issues_enabled=False))) == unknown("not-told")


def test_a_link_to_the_form_of_this_repository_does_not_show_that_it_is_on() -> None:
    assert check(MemorySnapshot({"SECURITY.md": FORM}, remotes=ON_GITHUB)) == unknown(
        "only-named", Evidence("SECURITY.md", 3), path="SECURITY.md"
    )


@pytest.mark.parametrize("remotes", [(), ("https://github.com/anders/project",)])
def test_a_link_to_the_form_of_another_says_nothing(remotes: tuple[str, ...]) -> None:
    assert check(MemorySnapshot({"SECURITY.md": FORM}, remotes=remotes)) == unknown("not-told")
