# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import policies
from ospo.formats.policies import Sentence
from snapshots import MemorySnapshot

POLICY = "# Security\n\nReport a vulnerability to lek@voorbeeld.example. We answer soon.\n"
CHAPTER = "# Security considerations\n\n" + "The server uses TLS and checks tokens on every call. " * 20
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)


def test_a_text_becomes_sentences_with_their_heading_and_line() -> None:
    text = "# Kop\n\nEen zin op\ntwee regels. Nog een!\n\n- item\n\n| a | b |\n\n```\ncode. Hier.\n```\n"

    assert policies.sentences(text, "a.md") == (
        Sentence("Kop", "Een zin op twee regels.", 3),
        Sentence("Kop", "Nog een!", 4),
        Sentence("Kop", "item", 6),
        Sentence("Kop", "| a | b |", 8),
    )


def test_a_security_file_is_the_policy_and_sections_elsewhere_then_do_not_count() -> None:
    files = {"SECURITY.md": POLICY, "README.md": "## Security\n\nReport to lek@voorbeeld.example.\n"}

    known = policies.read(MemorySnapshot(files))

    assert [policy.path for policy in known.found] == ["SECURITY.md"]
    assert not known.may_be_inherited


def test_a_section_with_a_private_channel_is_a_policy_that_the_owner_may_add_to() -> None:
    text = "# Project\n\n## Kwetsbaarheid melden\n\nMail lek@voorbeeld.example.\n\n## Licentie\n\nEUPL.\n"

    known = policies.read(MemorySnapshot({"README.md": text}))

    assert [(p.path, p.line) for p in known.found] == [("README.md", 3)]
    assert "EUPL" not in known.found[0].text
    assert known.may_be_inherited


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "## Security\n\nSee https://voorbeeld.example for how we build.\n"},
        {"docs/security.md": CHAPTER},
        {},
    ],
)
def test_a_chapter_on_measures_is_no_policy(files: dict[str, str]) -> None:
    known = policies.read(MemorySnapshot(files))

    assert (known.found, known.may_be_inherited) == ((), True)
    assert not policies.read(MemorySnapshot(files, remotes=ON_GITLAB)).may_be_inherited


def test_a_security_file_on_something_else_keeps_the_owners_from_showing() -> None:
    known = policies.read(MemorySnapshot({"SECURITY.md": CHAPTER}))

    assert (known.found, known.may_be_inherited) == ((), False)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://voorbeeld.example/en/coordinated-vulnerability-disclosure/", True),
        ("https://github.com/voorbeeld/.github/blob/main/SECURITY.md", True),
        ("https://github.com/voorbeeld/project/security/advisories/new", False),
        ("https://docs.github.com/en/code-security/security-advisories", False),
        ("https://voorbeeld.example/prijzen", False),
        ("mailto:lek@voorbeeld.example", False),
    ],
)
def test_a_page_on_reporting_stands_outside_the_repository(target: str, expected: bool) -> None:
    assert policies.is_page(target) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Report a vulnerability to lek@voorbeeld.example.", True),
        ("Report a vulnerability by email to the lead.", True),
        ("We follow coordinated vulnerability disclosure. Open an issue to report a vulnerability.", True),
        ("Found a vulnerability? Report it: open an issue.", False),
    ],
)
def test_a_policy_is_coordinated_when_reports_do_not_stand_in_the_open(text: str, expected: bool) -> None:
    (policy,) = policies.read(MemorySnapshot({"SECURITY.md": f"# Security\n\n{text}\n"})).found

    assert policy.is_coordinated is expected
