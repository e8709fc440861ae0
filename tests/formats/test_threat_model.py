# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from ospo.formats import threat_model, yaml
from snapshots import tag

WORDS = "An attacker may read what goes over the wire, so all of it is encrypted. " * 5


@pytest.mark.parametrize(
    "path",
    [
        "docs/threat-model.md",
        "THREAT_MODEL.md",
        "docs/threatmodel/overview.md",
        "docs/threat-model-of-the-api.md",
        "docs/dreigingsmodel.nl.md",
        "docs/risicoanalyse-2026.docx",
        "security/self-assessment.md",
        "docs/pentest-report.pdf",
    ],
)
def test_it_is_known_by_its_name(path: str) -> None:
    assert threat_model.locate([path]) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "docs/threat.md",
        "src/threat_model/x.md",
        "tests/threat-model.md",
        "app/assessments/model.md",
        "threat_model.py",
        "docs/architecture.md",
        "vendor/x/threat-model.md",
    ],
)
def test_what_only_looks_like_it_is_not(path: str) -> None:
    assert threat_model.locate([path]) == []


def test_a_text_with_next_to_nothing_in_it_is_none() -> None:
    assert threat_model.in_file("a.md", "# Threat model\n\nTo do.\n") is None
    assert threat_model.in_file("a.md", f"# Threat model\n\n{WORDS}") is not None


def test_a_section_of_another_text_counts_by_its_heading() -> None:
    found = threat_model.in_section("SECURITY.md", f"# Security\n\n## Our threat model\n\n{WORDS}\n")

    assert found is not None
    assert (found.path, found.line, found.day) == ("SECURITY.md", 3, None)
    assert threat_model.in_section("README.md", "## Threat model\n\nSee the wiki.\n") is None
    assert threat_model.in_section("README.md", f"## Usage\n\n{WORDS}") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last updated: 2026-03-04", date(2026, 3, 4)),
        ("Datum: 4 maart 2026", date(2026, 3, 4)),
        ("Reviewed on March 4th, 2026", date(2026, 3, 4)),
        ("Versie van 04-03-2026", date(2026, 3, 4)),
        ("Updated February 2026", date(2026, 2, 28)),
        ("Created 2025-01-01, updated 2026-03-04", date(2026, 3, 4)),
        ("The law of 2026-03-04 says so", None),
        ("Updated 2026-13-45, 99 maart 2026, 4 maand 2026", None),
        ("", None),
    ],
)
def test_a_day_beside_a_word_that_says_what_it_is_of_is_read(text: str, expected: date | None) -> None:
    assert threat_model.newest_day(text) == expected


def test_a_day_in_the_path_is_read() -> None:
    assert threat_model.newest_day("", "docs/2026-03_pentest.pdf") == date(2026, 3, 31)


def test_the_last_major_release_is_the_first_of_the_highest_number() -> None:
    tags = [
        tag("v2.1.0", days_before=5),
        tag("v2.0.0", days_before=50),
        tag("v3.0.0-rc.1"),
        tag("v1.0.0", days_before=90),
    ]
    found = threat_model.last_major(tags)

    assert found is not None
    assert (found[0], found[1]) == ("v2.0.0", tags[1].when)


@pytest.mark.parametrize("names", [[], ["v0.9.0"], ["2026.1"], ["nightly"]])
def test_without_a_major_release_there_is_none(names: list[str]) -> None:
    assert threat_model.last_major([tag(name) for name in names]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "repository:\n  security:\n    assessments:\n      self: {evidence: https://a.nl, date: '2026-03-04'}\n",
            date(2026, 3, 4),
        ),
        (
            "security-artifacts:\n  threat-model:\n    threat-model-created: true\n    evidence-url: [https://a.example]\n",
            None,
        ),
        (
            (
                "repository:\n  security:\n    assessments:\n      self: {comment: Nog niet.}\n      third-party:\n"
                "        - {evidence: https://a.nl, date: '2025-06-07'}\n"
            ),
            date(2025, 6, 7),
        ),
        ("repository:\n  security:\n    assessments:\n      audit-2025: {evidence: https://a.nl}\n", None),
    ],
)
def test_evidence_in_security_insights_counts(text: str, expected: date | None) -> None:
    found = threat_model.in_insights("security-insights.yml", yaml.load(text))

    assert found is not None
    assert found.day == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "- a\n",
        "repository:\n  security:\n    assessments:\n      self:\n        comment: Not yet.\n",
        "repository: 3\n",
    ],
)
def test_without_evidence_it_does_not(text: str) -> None:
    assert threat_model.in_insights("security-insights.yml", yaml.load(text)) is None
