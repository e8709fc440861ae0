# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.has_a_threat_model import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import COMMITTED, MemorySnapshot, tag

CODE = {"pyproject.toml": "[project]\n", "app/main.py": ""}
PATH = "docs/threat-model.md"
INSIGHTS = "security-artifacts:\n  threat-model: {threat-model-created: true, evidence-url: [x]}\n"
WORDS = "An attacker may read what goes over the wire, so all of it is encrypted. " * 5
RELEASED = [tag("v2.0.0", days_before=100)]
MADE = (COMMITTED - timedelta(days=100)).date().isoformat()


def text(days_before: int | None = None) -> str:
    if days_before is None:
        return f"# Threat model\n\n{WORDS}\n"
    return f"# Threat model\n\nLast reviewed: {(COMMITTED - timedelta(days=days_before)).date()}\n\n{WORDS}\n"


def test_one_that_is_younger_than_the_last_major_release_is_met() -> None:
    day = (COMMITTED - timedelta(days=20)).date().isoformat()

    assert check(MemorySnapshot({**CODE, PATH: text(20)}, tag_list=RELEASED)) == met(
        "dated", Evidence(PATH), path=PATH, date=day, tag="v2.0.0"
    )


def test_one_that_is_older_is_not_met() -> None:
    day = (COMMITTED - timedelta(days=200)).date().isoformat()

    assert check(MemorySnapshot({**CODE, PATH: text(200)}, tag_list=RELEASED)) == not_met(
        "outdated", Evidence(PATH), path=PATH, date=day, tag="v2.0.0", released=MADE
    )


def test_the_youngest_counts_when_there_are_several() -> None:
    files = {**CODE, PATH: text(200), "docs/security-assessment.md": text(20), "docs/threat-model-old.md": text()}

    assert check(MemorySnapshot(files, tag_list=RELEASED)).evidence == (Evidence("docs/security-assessment.md"),)


def test_without_a_date_it_is_unknown_whether_it_still_holds() -> None:
    assert check(MemorySnapshot({**CODE, PATH: text()}, tag_list=RELEASED)) == unknown(
        "undated", Evidence(PATH), path=PATH, tag="v2.0.0", released=MADE
    )


@pytest.mark.parametrize(
    ("files", "evidence"),
    [
        ({PATH: text()}, Evidence(PATH)),
        ({"docs/pentest.pdf": "%PDF"}, Evidence("docs/pentest.pdf")),
        ({"SECURITY.md": f"# Security\n\n## Threat model\n\n{WORDS}\n"}, Evidence("SECURITY.md", 3)),
        (
            {"security-insights.yml": INSIGHTS},
            Evidence("security-insights.yml", 2),
        ),
    ],
)
def test_before_a_major_release_any_will_do(files: dict[str, str], evidence: Evidence) -> None:
    assert check(MemorySnapshot({**CODE, **files})) == met("present", evidence, path=evidence.path or "")


@pytest.mark.parametrize(
    "files",
    [{}, {PATH: "# Threat model\n\nTo do.\n"}, {PATH: Unreadable("missing")}, {"security-insights.yml": "a: ["}],
)
def test_nothing_found_is_unknown(files: dict[str, str | Unreadable]) -> None:
    assert check(MemorySnapshot({**CODE, **files})) == unknown("not-found")


def test_without_program_code_it_does_not_apply() -> None:
    assert check(MemorySnapshot({PATH: text()})) == not_applicable("no-program")
