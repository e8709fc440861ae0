# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.names_private_channel import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from snapshots import MemorySnapshot

PATH = "SECURITY.md"
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
CHAPTER = "# Security considerations\n\n" + "The server uses TLS and checks tokens on every call. " * 20


@pytest.mark.parametrize(
    "text",
    [
        "Mail security@voorbeeld.example",
        "Meld via security[@]voorbeeld.example",
        "Do not open a public issue.\nUse https://github.com/a/b/security/advisories/new instead.",
        "Report a vulnerability at https://www.ncsc.nl/contact/kwetsbaarheid-melden",
        "Report vulnerabilities as a confidential issue.",
    ],
)
def test_a_private_channel_is_met(text: str) -> None:
    verdict = check(MemorySnapshot({PATH: text}))

    assert (verdict.outcome, verdict.reason, dict(verdict.values)) == ("met", "found", {"path": PATH})


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("Found a vulnerability?\nPlease open an issue.", "public-only", 2),
        ("Report vulnerabilities to [INSERT EMAIL].", "placeholder", 1),
        ("We take security seriously.", "no-channel", None),
        (CHAPTER, "no-channel", None),
        ("", "no-channel", None),
    ],
)
def test_no_private_channel_is_not_met(text: str, reason: str, line: int | None) -> None:
    assert check(MemorySnapshot({PATH: text})) == not_met(reason, Evidence(PATH, line), path=PATH)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("See [our policy](https://github.com/a/.github/blob/main/SECURITY.md).", "elsewhere"),
        ("Report vulnerabilities by email to [the lead](https://a.example/lead).", "no-address"),
    ],
)
def test_a_channel_that_is_not_here_is_unknown(text: str, reason: str) -> None:
    assert check(MemorySnapshot({PATH: text})) == unknown(reason, Evidence(PATH, 1), path=PATH)


def test_a_section_elsewhere_in_the_repository_is_met() -> None:
    files = {PATH: CHAPTER, "README.md": "## Security\n\nReport to security@voorbeeld.example.\n"}

    assert check(MemorySnapshot(files)) == met("section", Evidence("README.md", 1), path="README.md")


def test_a_security_txt_names_a_channel() -> None:
    path = ".well-known/security.txt"
    files = {path: "Contact: mailto:security@voorbeeld.example\n", "README.md": "# x"}

    assert check(MemorySnapshot(files)) == met("security-txt", Evidence(path), path=path)
    assert check(MemorySnapshot({path: "Contact: iedereen\n"})) == unknown("may-be-inherited", file="SECURITY.md")


@pytest.mark.parametrize("path", ["docs/security.md", "README.md"])
def test_absent_follows_the_forge(path: str) -> None:
    assert check(MemorySnapshot({path: CHAPTER})) == unknown("may-be-inherited", file="SECURITY.md")
    assert check(MemorySnapshot({path: CHAPTER}, remotes=ON_GITLAB)) == not_met("no-policy")


def test_a_mailbox_for_other_questions_is_not_the_evidence_when_there_is_a_form() -> None:
    form = "# Kwetsbaarheden melden\n\nMeld bij https://voorbeeld.example/kwetsbaarheid-melden\n"
    rest = "\nVoor overige vragen kunt u mailen met open@voorbeeld.example.\n"

    assert check(MemorySnapshot({PATH: form + rest})) == met("found", Evidence(PATH, 3), path=PATH)
    assert check(MemorySnapshot({PATH: "# Kwetsbaarheden melden\n" + rest})).evidence == (Evidence(PATH, 3),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            (
                "## Vragen\n\nStuur vragen naar team@voorbeeld.example.\n\n## Beveiligingsprobleem melden\n\n"
                "Meld een beveiligingsprobleem via lek@voorbeeld.example.\n"
            ),
            7,
        ),
        (
            (
                "# Kwetsbaarheden melden\n\nMeld een kwetsbaarheid op\nhttps://www.ncsc.nl/contact/kwetsbaarheid-melden.\n\n"
                "Voor overige vragen: open@voorbeeld.example.\n"
            ),
            4,
        ),
        (
            (
                "# Security\n\nRead about our [disclosure of vulnerabilities](https://voorbeeld.example/cvd).\n\n"
                "## Reporting a vulnerability\n\n- Send it to lek@voorbeeld.example\n"
            ),
            7,
        ),
    ],
)
def test_the_place_that_speaks_of_reporting_is_pointed_at(text: str, line: int) -> None:
    assert check(MemorySnapshot({PATH: text})).evidence == (Evidence(PATH, line),)


def test_the_support_page_can_name_the_channel() -> None:
    text = "# Hulp\n\n## Report a security vulnerability\n\nMail lek@voorbeeld.example to report it.\n"

    assert check(MemorySnapshot({"SUPPORT.md": text})) == met("section", Evidence("SUPPORT.md", 3), path="SUPPORT.md")
