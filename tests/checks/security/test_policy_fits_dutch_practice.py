# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.policy_fits_dutch_practice import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

PATH = "SECURITY.md"
DUTCH = {"publiccode.yml": "intendedAudience:\n  countries: [nl]\n"}
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
MAIL = "# Security\n\nReport a vulnerability to lek@voorbeeld.example.\n"


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("# Melden\n\nMeld een kwetsbaarheid bij https://www.ncsc.nl/contact/kwetsbaarheid-melden\n", "ncsc", 3),
        (f"{MAIL}\nWe follow the guideline of the NCSC.\n", "ncsc", 5),
        (f"{MAIL}\nSee https://voorbeeld.example/coordinated-vulnerability-disclosure.\n", "page", 5),
        (f"{MAIL}\nWe use responsible disclosure, and take no legal action against you.\n", "own-rules", 1),
    ],
)
def test_a_page_the_ncsc_or_rules_of_ones_own_are_met(text: str, reason: str, line: int) -> None:
    assert check(MemorySnapshot({**DUTCH, PATH: text})) == met(reason, Evidence(PATH, line), path=PATH)


def test_a_policy_in_security_txt_is_met() -> None:
    path = ".well-known/security.txt"
    files = {**DUTCH, PATH: MAIL, path: "Contact: mailto:a@voorbeeld.example\nPolicy: https://voorbeeld.example/cvd\n"}

    assert check(MemorySnapshot(files)) == met("security-txt", Evidence(path, 2), path=path)


def test_neither_is_not_met() -> None:
    text = f"{MAIL}\nWe use responsible disclosure.\n"

    assert check(MemorySnapshot({**DUTCH, PATH: text})) == not_met("neither", Evidence(PATH, 1), path=PATH)


def test_where_nothing_is_dutch_it_does_not_apply() -> None:
    assert check(MemorySnapshot({PATH: MAIL})) == not_applicable("not-dutch")
    assert check(MemorySnapshot({"README.md": "# A"})) == not_applicable("not-dutch")


def test_absent_follows_the_forge() -> None:
    assert check(MemorySnapshot(DUTCH)) == unknown("may-be-inherited", file="SECURITY")
    assert check(MemorySnapshot(DUTCH, remotes=ON_GITLAB)) == not_met("no-policy")
