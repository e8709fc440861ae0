# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.policy_promises_a_response_time import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from snapshots import MemorySnapshot

PATH = "SECURITY.md"
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
PRIVATE = "# Security\n\nReport a vulnerability to lek@voorbeeld.example.\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (PATH, f"{PRIVATE}\nWe answer within 3 working days.\n", 5),
        (
            "README.md",
            "# A\n\n## Kwetsbaarheid melden\n\nMail lek@voorbeeld.example, we reageren binnen een week.\n",
            5,
        ),
        (PATH, "Report a vulnerability: open an issue. We use responsible disclosure and respond within 2 days.", 1),
    ],
)
def test_a_span_of_time_in_a_policy_is_met(path: str, text: str, line: int) -> None:
    assert check(MemorySnapshot({path: text})) == met("promised", Evidence(path, line), path=path)


def test_a_time_for_reports_in_public_is_not_met() -> None:
    text = "# Security\n\nReport a vulnerability in an issue; we respond within 2 days.\n"

    assert check(MemorySnapshot({PATH: text})) == not_met("in-public", Evidence(PATH, 3), path=PATH)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (PRIVATE, "no-time", 1),
        (f"{PRIVATE}\nYou will receive an acknowledgment as soon as possible.\n", "vague", 5),
    ],
)
def test_without_a_span_of_time_it_is_not_met(text: str, reason: str, line: int) -> None:
    assert check(MemorySnapshot({PATH: text})) == not_met(reason, Evidence(PATH, line), path=PATH)


def test_a_page_elsewhere_may_hold_the_time() -> None:
    text = f"{PRIVATE}\nSee our [policy](https://voorbeeld.example/coordinated-vulnerability-disclosure).\n"

    assert check(MemorySnapshot({PATH: text})) == unknown("elsewhere", Evidence(PATH, 5), path=PATH)


def test_a_link_in_a_section_points_at_its_line_in_the_file() -> None:
    text = "# A\n\nText.\n\n## Security\n\nReport a weakness at https://voorbeeld.example/cvd and hear more.\n"

    assert check(MemorySnapshot({"README.md": text})).evidence == (Evidence("README.md", 7),)


def test_a_section_without_a_time_leaves_room_for_the_owners_policy() -> None:
    files = {"README.md": "## Security\n\nReport to lek@voorbeeld.example.\n"}

    assert check(MemorySnapshot(files)) == unknown("may-be-inherited", file="SECURITY")
    assert check(MemorySnapshot(files, remotes=ON_GITLAB)).reason == "no-time"


def test_absent_follows_the_forge() -> None:
    assert check(MemorySnapshot({"README.md": "# A"})) == unknown("may-be-inherited", file="SECURITY")
    assert check(MemorySnapshot({"README.md": "# A"}, remotes=ON_GITLAB)) == not_met("no-policy")


def test_a_security_file_on_something_else_is_no_policy() -> None:
    chapter = "# Security\n\n" + "The server uses TLS and checks every token that comes in. " * 20

    assert check(MemorySnapshot({PATH: chapter})) == not_met("no-policy")
