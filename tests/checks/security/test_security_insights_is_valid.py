# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

from ospo.checks.security.security_insights_is_valid import PARAMETERS, check
from ospo.domain.finding import Evidence, Verdict, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

PATH = "security-insights.yml"
REMOTES = ("https://github.com/voorbeeld/project",)
VALID = """header:
  schema-version: 2.2.0
  last-updated: '2026-03-01'
  last-reviewed: '2026-04-01'
  url: https://forge.example/a/b
"""
FIRST = """header:
  schema-version: 1.0.0
  expiration-date: '2027-01-01T00:00:00Z'
  project-url: https://github.com/voorbeeld/project
project-lifecycle: {status: active, bug-fixes-only: false}
contribution-policy: {accepts-pull-requests: true, accepts-automated-pull-requests: true}
distribution-points: []
security-contacts: []
vulnerability-reporting: {accepts-vulnerability-reports: false}
"""
PROJECT = """project:
  name: Kaartviewer
  homepage: https://github.com/voorbeeld/project/blob/main/GONE.md
  administrators: [{name: Team een, primary: true}]
  repositories: [{name: a, comment: b, url: https://github.com/voorbeeld/project}]
  vulnerability-reporting: {reports-accepted: true, bug-bounty-available: false}
"""


def judge(text: str, path: str = PATH) -> Verdict:
    return check(MemorySnapshot({path: text}, remotes=REMOTES), days=366)


def test_a_valid_file_holds_for_a_year_after_its_review() -> None:
    verdict = judge(VALID)

    assert (verdict.outcome, verdict.reason, verdict.evidence) == ("met", "valid", (Evidence(PATH, 4),))
    assert verdict.values == {"path": PATH, "date": "2026-04-01"}
    assert verdict.at(datetime(2027, 4, 1, tzinfo=UTC)) == verdict
    assert verdict.at(datetime(2027, 4, 2, tzinfo=UTC)) == not_met(
        "review-is-old", Evidence(PATH, 4), path=PATH, date="2026-04-01"
    )


def test_a_profile_can_set_another_number_of_days() -> None:
    verdict = check(MemorySnapshot({PATH: VALID}), days=10)

    assert verdict.until == datetime(2026, 4, 11, tzinfo=UTC)
    assert PARAMETERS["days"].default == 366
    assert check(MemorySnapshot({PATH: VALID}), days=10**9).until is None


def test_version_one_says_itself_until_when_it_holds() -> None:
    verdict = judge(FIRST, "SECURITY-INSIGHTS.yml")

    assert (verdict.reason, verdict.until) == ("valid", datetime(2027, 1, 1, tzinfo=UTC))
    assert verdict.afterwards == not_met(
        "expired", Evidence("SECURITY-INSIGHTS.yml", 3), path="SECURITY-INSIGHTS.yml", date="2027-01-01"
    )


def test_what_is_wrong_is_named() -> None:
    assert judge("a: [") == not_met("not-yaml", Evidence(PATH, 1), path=PATH)
    assert judge(VALID.replace("  url: https://forge.example/a/b\n", "")) == not_met(
        "key-missing", Evidence(PATH, 1), path=PATH, key="header.url", count=1
    )
    assert judge(VALID.replace("https://forge.example/a/b", "hier")) == not_met(
        "invalid", Evidence(PATH, 5), path=PATH, key="header.url", line=5, problem="not-a-url", count=1
    )
    assert judge("- a\n").reason == "invalid"


def test_a_file_of_ours_that_is_not_there_is_not_met() -> None:
    assert judge(VALID + PROJECT) == not_met("file-missing", Evidence(PATH, 8), path=PATH, file="GONE.md")


def test_a_newer_version_is_not_judged() -> None:
    assert judge(VALID.replace("2.2.0", "3.0.0")) == unknown("newer-version", Evidence(PATH), version="3.0")


def test_it_does_not_apply_without_a_file_or_to_a_file_of_another() -> None:
    other = VALID + "repository:\n  url: https://github.com/anders/project\n"

    assert check(MemorySnapshot({"README.md": ""}), days=366) == not_applicable("no-file")
    assert judge(other) == not_applicable("elsewhere", Evidence(PATH))
