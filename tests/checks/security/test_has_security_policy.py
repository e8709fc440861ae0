# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.has_security_policy import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
POLICY = "# Security\n\nReport vulnerabilities to security@voorbeeld.example.\n"
CHAPTER = "# Security considerations\n\n" + "The server uses TLS and checks tokens on every call. " * 20


@pytest.mark.parametrize(
    "path", ["SECURITY.md", "SECURITY.MD", "SECURITY.rst", ".github/SECURITY.md", "docs/security.md"]
)
def test_a_policy_is_met(path: str) -> None:
    assert check(MemorySnapshot({path: POLICY})) == met("found", Evidence(path), path=path)


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), (CHAPTER, "not-about-reporting")])
def test_a_file_that_does_not_tell_how_to_report(text: str, reason: str) -> None:
    snapshot = MemorySnapshot({"SECURITY.md": text, "docs/SECURITY.rst": text})

    assert check(snapshot) == not_met(reason, Evidence("SECURITY.md"), path="SECURITY.md")


def test_a_chapter_of_a_standard_in_lower_case_is_no_policy() -> None:
    assert check(MemorySnapshot({"security.md": CHAPTER})) == unknown("may-be-inherited", file="SECURITY.md")
    assert check(MemorySnapshot({"security.md": ""})).reason == "empty"


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md"])
def test_a_section_with_a_private_channel_is_met(path: str) -> None:
    text = "# x\n\n## Kwetsbaarheden melden\n\nMeld via https://voorbeeld.example/cvd.\n"

    assert check(MemorySnapshot({path: text})) == met("section", Evidence(path, 3), path=path)


@pytest.mark.parametrize("path", ["docs/security.md", "security.txt", "README.md"])
def test_absent_follows_the_forge(path: str) -> None:
    assert check(MemorySnapshot({path: CHAPTER})) == unknown("may-be-inherited", file="SECURITY.md")
    assert check(MemorySnapshot({path: CHAPTER}, remotes=ON_GITLAB)) == not_met("missing")


def test_a_link_that_leads_nowhere_is_not_called_empty() -> None:
    links = {"SECURITY.md": "docs/a.md", "docs/a.md": "../SECURITY.md"}
    snapshot = MemorySnapshot(links, kinds=dict.fromkeys(links, Kind.SYMLINK), remotes=ON_GITLAB)

    assert check(snapshot) == not_met("dangling", Evidence("SECURITY.md"), path="SECURITY.md")


def test_a_section_of_support_counts() -> None:
    text = "# Support\n\n## How to report a security vulnerability\n\nMail ospo@voorbeeld.example.\n"

    assert check(MemorySnapshot({"SUPPORT.md": text})).reason == "section"
