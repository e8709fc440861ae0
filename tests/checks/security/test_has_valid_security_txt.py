# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest

from ospo.checks.security.has_valid_security_txt import check
from ospo.domain.finding import Evidence, Outcome, Verdict, not_applicable, not_met, unknown
from ospo.domain.snapshot import Kind
from snapshots import COMMITTED, MemorySnapshot

PATH = ".well-known/security.txt"
CONTACT = "Contact: mailto:security@voorbeeld.example\n"


def verdict(text: str) -> Verdict:
    return check(MemorySnapshot({PATH: text}))


@pytest.mark.parametrize(
    ("days", "reason"), [(-400, "valid"), (1, "valid"), (366, "valid"), (367, "valid-long"), (4000, "valid-long")]
)
def test_a_complete_file_is_met_until_it_expires(days: int, reason: str) -> None:
    expires = COMMITTED + timedelta(days=days)
    found = verdict(CONTACT + f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n")
    date = expires.date().isoformat()

    assert (found.outcome, found.reason, found.evidence) == (Outcome.MET, reason, (Evidence(PATH, 2),))
    assert dict(found.values) == {"path": PATH, "date": date}
    assert found.at(expires - timedelta(seconds=1)) is found
    assert found.at(expires) == not_met("expired", Evidence(PATH, 2), path=PATH, date=date)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("<html>", "not-text", 1),
        ("", "no-contact", None),
        ("Contact: security@voorbeeld.example\n", "bad-contact", 1),
        (CONTACT, "no-expires", None),
        (CONTACT + "Expires: 2027-01-01T00:00:00Z\n" * 2, "several-expires", 3),
        (CONTACT + "Expires: volgend jaar\n", "bad-expires", 2),
    ],
)
def test_a_flaw_is_not_met(text: str, reason: str, line: int | None) -> None:
    assert verdict(text) == not_met(reason, Evidence(PATH, line), path=PATH)


def test_values_of_a_build_are_unknown() -> None:
    assert verdict(CONTACT + "Expires: ${EXPIRES}\n") == unknown("filled-in-later", Evidence(PATH), path=PATH)


@pytest.mark.parametrize("path", ["README.md", "tests/.well-known/security.txt", "containers/security.txt.template"])
def test_without_a_file_it_does_not_apply(path: str) -> None:
    assert check(MemorySnapshot({path: CONTACT})) == not_applicable("no-security-txt")


def test_line_ends_of_windows_are_fine() -> None:
    found = verdict(CONTACT.replace("\n", "\r\n") + "Expires: 2027-04-10T00:00:00Z\r\n")

    assert found.until == datetime(2027, 4, 10, tzinfo=UTC)


def test_a_page_that_sends_on_is_told_apart_from_another_file() -> None:
    start = '<!DOCTYPE html>\n<meta http-equiv="refresh" content="0;url=https://voorbeeld.example/'

    assert verdict(f'{start}.well-known/security.txt">') == not_met("redirect", Evidence(PATH, 2), path=PATH)
    assert verdict(f'{start}contact">').reason == "not-text"


def test_a_link_that_leads_nowhere_is_not_blamed_for_its_fields() -> None:
    snapshot = MemorySnapshot({PATH: "../weg.txt"}, kinds={PATH: Kind.SYMLINK})

    assert check(snapshot) == not_met("dangling", Evidence(PATH), path=PATH)
