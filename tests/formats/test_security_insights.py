# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from ospo.formats import security_insights, yaml
from ospo.formats.security_insights import Problem, Reason

HEADER = """header:
  schema-version: 2.2.0
  last-updated: '2026-03-01'
  last-reviewed: '2026-04-01'
  url: https://forge.example/a/b/raw/main/security-insights.yml
"""
REPOSITORY = """repository:
  url: https://github.com/voorbeeld/project
  status: active
  accepts-change-request: true
  accepts-automated-change-request: false
  core-team:
    - name: Team een
      primary: true
    - name: Team twee
  license:
    url: https://forge.example/LICENSE
    expression: EUPL-1.2
  security:
    assessments:
      self:
        comment: Not yet.
"""
VALID = HEADER + REPOSITORY
FIRST = """header:
  schema-version: 1.0.0
  expiration-date: '2026-10-10T01:00:00.000Z'
  project-url: https://github.com/voorbeeld/project
project-lifecycle:
  status: active
  bug-fixes-only: false
  core-maintainers: [github:voorbeeld]
contribution-policy:
  accepts-pull-requests: true
  accepts-automated-pull-requests: true
distribution-points: [https://forge.example]
security-contacts:
  - type: email
    value: lek@voorbeeld.example
vulnerability-reporting:
  accepts-vulnerability-reports: true
"""
REMOTES = ("https://github.com/voorbeeld/project",)


def problems(text: str) -> list[Problem]:
    return security_insights.problems(yaml.load(text))


@pytest.mark.parametrize("text", [VALID, HEADER, FIRST])
def test_a_file_that_fits_has_no_problems(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  url: https://github.com/voorbeeld/project\n", "", Problem("repository.url", 6, Reason.KEY_MISSING)),
        ("'2026-04-01'", "'1 april 2026'", Problem("header.last-reviewed", 4, Reason.NOT_A_DATE)),
        ("'2026-04-01'", "'2026-02-30'", Problem("header.last-reviewed", 4, Reason.NOT_A_DATE)),
        ("status: active", "status: alive", Problem("repository.status", 8, Reason.NOT_A_CHOICE)),
        (
            "true\n  accepts-auto",
            "yes\n  accepts-auto",
            Problem("repository.accepts-change-request", 9, Reason.WRONG_TYPE),
        ),
        ("https://forge.example/LICENSE", "LICENSE", Problem("repository.license.url", 16, Reason.NOT_A_URL)),
        ("      primary: true\n", "", Problem("repository.core-team[0].primary", 12, Reason.KEY_MISSING)),
        ("status: active", "status: active\n  colour: red", Problem("repository.colour", 9, Reason.KEY_UNKNOWN)),
    ],
)
def test_what_does_not_fit_is_named_with_its_key_and_line(old: str, new: str, expected: Problem) -> None:
    assert old in VALID
    assert problems(VALID.replace(old, new, 1)) == [expected]


def test_version_two_point_nought_allows_keys_of_ones_own() -> None:
    text = VALID.replace("2.2.0", "2.0.0").replace("status: active", "status: active\n  colour: red")

    assert problems(text) == []


def test_a_list_that_must_be_filled_and_is_not() -> None:
    start, end = VALID.index("  core-team:"), VALID.index("  license:")

    assert problems(VALID[:start] + "  core-team: []\n" + VALID[end:]) == [
        Problem("repository.core-team", 11, Reason.EMPTY_LIST)
    ]


@pytest.mark.parametrize("text", ["- a\n", "a\n", "", "header: 3\n", "header:\n  schema-version: [2]\n"])
def test_something_else_altogether_is_a_problem_and_no_crash(text: str) -> None:
    document = yaml.load(text)

    assert security_insights.problems(document)
    assert security_insights.version(document) is None
    assert security_insights.last_reviewed(document) is None
    assert security_insights.expires(document) is None
    assert security_insights.missing(document, [], REMOTES) == []


def test_the_file_is_looked_for_in_the_root_first() -> None:
    paths = ["vendor/x/SECURITY-INSIGHTS.yml", ".github/security-insights.yml", "SECURITY-INSIGHTS.yml"]

    assert security_insights.locate(paths) == "SECURITY-INSIGHTS.yml"
    assert security_insights.locate(paths[:2]) == ".github/security-insights.yml"
    assert security_insights.locate(paths[:1]) is None


def test_dates_are_read_with_their_lines() -> None:
    assert security_insights.last_reviewed(yaml.load(VALID)) == (date(2026, 4, 1), 4)
    assert security_insights.expires(yaml.load(VALID)) is None
    assert security_insights.expires(yaml.load(FIRST)) == (datetime(2026, 10, 10, 1, tzinfo=UTC), 3)


def test_a_file_of_another_repository_is_told_apart() -> None:
    assert security_insights.is_about(yaml.load(VALID), REMOTES)
    assert security_insights.is_about(yaml.load(VALID), ())
    assert security_insights.is_about(yaml.load(FIRST), REMOTES)
    assert not security_insights.is_about(yaml.load(VALID), ("https://github.com/anders/project",))


@pytest.mark.parametrize(
    ("url", "gone"),
    [
        ("https://github.com/voorbeeld/project/blob/main/GOVERNANCE.md", "GOVERNANCE.md"),
        ("https://raw.githubusercontent.com/voorbeeld/project/refs/heads/main/GOVERNANCE.md", "GOVERNANCE.md"),
        ("https://github.com/voorbeeld/project/blob/main/LICENSE#L3", None),
        ("https://github.com/voorbeeld/project/tree/main/docs", None),
        ("https://github.com/voorbeeld/project/blob/v1.0/GONE.md", None),
        ("https://github.com/voorbeeld/project/releases", None),
        ("https://github.com/anders/project/blob/main/GONE.md", None),
        ("https://github.com/voorbeeld/project/blob/main/{version}.md", None),
    ],
)
def test_files_of_the_main_branch_that_are_not_there_are_named(url: str, gone: str | None) -> None:
    document = yaml.load(VALID.replace("https://forge.example/LICENSE", url))
    found = security_insights.missing(document, ["LICENSE", "docs/a.md"], REMOTES)

    assert found == ([(gone, 16)] if gone else [])
