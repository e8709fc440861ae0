# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The file with facts of a forge: what counts, and every way in which a fact does not."""

import datetime

import pytest

from ospo.domain.evidence import ForgeFact
from ospo.formats import forge_facts

NAME = "facts.yaml"
WHOLE = """\
observed: 2026-11-20
source: https://forge.example/api
repositories:
  https://forge.example/team/project:
    issues-enabled: true
    required-status-checks: [test, DCO]
    admins: 3
  git@forge.example:team/other.git:
    observed: 2026-10-01
    source: forge administrator
    owner-kind: organisation
"""


def test_facts_carry_the_day_and_the_source_and_one_repository_may_have_its_own() -> None:
    facts, problems = forge_facts.parse(WHOLE, NAME)

    seen = datetime.date(2026, 11, 20)
    assert problems == []
    assert facts["https://forge.example/team/project"] == {
        "issues-enabled": ForgeFact(True, seen, "https://forge.example/api"),
        "required-status-checks": ForgeFact(("test", "DCO"), seen, "https://forge.example/api"),
        "admins": ForgeFact(3, seen, "https://forge.example/api"),
    }
    own = ForgeFact("organisation", datetime.date(2026, 10, 1), "forge administrator")
    assert facts["https://forge.example/team/other"] == {"owner-kind": own}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("issues-enabled: true", "issues-enabled: yes", "'issues-enabled' must be true or false"),
        ("admins: 3", "admins: -1", "'admins' must be a whole number"),
        ("admins: 3", "admins: true", "'admins' must be a whole number"),
        ("[test, DCO]", "test", "'required-status-checks' must be a list of texts"),
        ("admins: 3", "stars: 3", "'stars' is no fact we know: see docs/forge-facts.md"),
    ],
)
def test_a_fact_of_another_type_does_not_count_and_says_why(old: str, new: str, problem: str) -> None:
    facts, problems = forge_facts.parse(WHOLE.replace(old, new), NAME)

    assert [str(p) for p in problems] == [f"facts.yaml:5: {problem}"] or [str(p) for p in problems] == [
        f"facts.yaml:4: {problem}"
    ]
    assert len(facts["https://forge.example/team/project"]) == 2


@pytest.mark.parametrize("text", ["", "[]", "repositories: []", "a: &a [*a]", "\x00", "repositories: 3"])
def test_a_file_that_holds_no_facts_is_one_problem(text: str) -> None:
    facts, problems = forge_facts.parse(text, NAME)

    assert (facts, len(problems)) == ({}, 1)


def test_facts_without_a_day_or_a_source_do_not_count() -> None:
    facts, problems = forge_facts.parse(WHOLE.replace("observed: 2026-11-20\n", ""), NAME)

    assert list(facts) == ["https://forge.example/team/other"]
    assert len(problems) == 1
