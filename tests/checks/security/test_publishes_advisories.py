# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.publishes_advisories import check
from ospo.domain.finding import Evidence, met, not_applicable, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import COMMITTED, MemorySnapshot, facts

SOURCE = Evidence(url="https://forge.example/api")
SEEN = COMMITTED.date().isoformat()
CODE = {"pyproject.toml": "[project]\n", "app/main.py": ""}
POLICY = "# Security\n\nReport a vulnerability to lek@voorbeeld.example.\n"


def test_advisories_at_the_forge_are_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(CODE, facts=facts(advisories=2)))

    assert (verdict.reason, verdict.evidence, verdict.values) == ("published", (SOURCE,), {"count": 2, "seen": SEEN})
    assert verdict.at(COMMITTED + timedelta(days=366)) == unknown("fact-is-old", SOURCE, seen=SEEN)


@pytest.mark.parametrize(
    ("path", "text", "reason", "line"),
    [
        ("SECURITY.md", f"{POLICY}\nWe publish a security advisory with each fix.\n", "said", 5),
        ("README.md", "# A\n\n[Lekken](https://github.com/a/b/security/advisories)\n", "said", 3),
        ("docs/security-advisories/2026-01.md", "# 2026-01\n", "kept", None),
        ("CHANGELOG.md", "## 1.0.1\n\n- Fixed CVE-2026-12345\n", "in-change-log", 3),
    ],
)
def test_what_a_text_says_or_holds_is_met(path: str, text: str, reason: str, line: int | None) -> None:
    assert check(MemorySnapshot({**CODE, path: text})) == met(reason, Evidence(path, line), path=path)


def test_silence_is_unknown_and_never_not_met() -> None:
    files = {**CODE, "SECURITY.md": POLICY, "CHANGELOG.md": Unreadable("missing")}

    assert check(MemorySnapshot(files)) == unknown("not-told")
    assert check(MemorySnapshot(files, facts=facts(advisories=0))) == unknown(
        "none-and-nothing-said", SOURCE, seen=SEEN
    )
    assert check(MemorySnapshot(CODE)) == unknown("may-be-inherited", file="SECURITY")


def test_without_program_code_it_does_not_apply() -> None:
    assert check(MemorySnapshot({"README.md": "# A"})) == not_applicable("no-program")
