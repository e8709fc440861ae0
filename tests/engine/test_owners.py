# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One file at the owner can settle findings in many repositories."""

from datetime import date

import pytest

from ospo.domain.declaration import Waiver
from ospo.domain.finding import Finding, Outcome, Verdict, not_met, unknown
from ospo.domain.identifier import CheckId
from ospo.engine import owners

TODAY = date(2026, 11, 23)
POLICY, CHANNEL = CheckId("has-security-policy"), CheckId("names-private-channel")


def lacking(check: CheckId, file: str = "SECURITY.md", *, waived_until: date | None = None) -> Finding:
    verdict = Verdict(Outcome.NOT_MET, "not-inherited", (), {"file": file})
    return Finding(check, verdict, Waiver(check, "x", "y", waived_until) if waived_until else None)


def perhaps(check: CheckId) -> Finding:
    return Finding(check, unknown("may-be-inherited", file="SECURITY.md"))


def test_the_file_that_settles_most_comes_first() -> None:
    found = owners.changes(
        [
            ("https://github.com/a/x", [lacking(POLICY), lacking(CHANNEL), lacking(CheckId("c"), "CONTRIBUTING.md")]),
            ("https://github.com/a/y", [lacking(POLICY), lacking(CheckId("c"), "CONTRIBUTING.md")]),
            ("https://github.com/b/z", [lacking(POLICY)]),
        ],
        TODAY,
    )

    assert [(c.repository, c.file, c.findings, c.repositories) for c in found] == [
        ("https://github.com/a/.github", "SECURITY.md", 3, 2),
        ("https://github.com/a/.github", "CONTRIBUTING.md", 2, 2),
    ]
    assert found[0].checks == (POLICY, CHANNEL)
    assert found[0].is_certain


def test_where_nobody_looked_at_the_owner_it_is_not_certain() -> None:
    (change,) = owners.changes(
        [("https://github.com/a/x", [lacking(POLICY)]), ("https://github.com/a/y", [perhaps(POLICY)])], TODAY
    )

    assert not change.is_certain


@pytest.mark.parametrize(
    "finding",
    [
        Finding(POLICY, not_met("missing")),
        Finding(POLICY, not_met("public-only", path="SECURITY.md")),
        lacking(POLICY, waived_until=TODAY),
    ],
)
def test_what_the_owner_cannot_settle_and_what_is_waived_do_not_count(finding: Finding) -> None:
    assert owners.changes([("https://github.com/a/x", [finding]), ("https://github.com/a/y", [finding])], TODAY) == ()


@pytest.mark.parametrize("address", [None, "https://code.voorbeeld.example/a/x"])
def test_without_an_address_or_a_forge_with_defaults_there_is_no_owner_to_ask(address: str | None) -> None:
    assert owners.changes([(address, [lacking(POLICY)]), (address, [lacking(POLICY)])], TODAY) == ()
