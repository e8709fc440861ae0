# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import supported_versions
from ospo.formats.supported_versions import Kind

TEMPLATE = """# Security Policy

## Supported Versions

Use this section to tell people about which versions of your project are
currently being supported with security updates.

| Version | Supported          |
| ------- | ------------------ |
| 5.1.x   | :white_check_mark: |
"""


def find(text: str, *, is_about_security: bool = False) -> tuple[Kind, int] | None:
    return supported_versions.find(text, "a.md", is_about_security=is_about_security)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## Supported versions\n\n| Version | |\n| 2.x | yes |\n", 1),
        ("# Beleid\n\n## Ondersteunde versies\n\nVersie 3 en 4.\n", 3),
        ("## Version Support\n\nOnly the latest major version is supported.\n", 1),
        ("Intro.\n\nOnly the latest release gets security updates.", 3),
        ("Each major version is supported until 24 months after the next.", 1),
        ("Alleen de laatste versie krijgt beveiligingsupdates.", 1),
        ("Security fixes are made for the two most recent minor releases.", 1),
    ],
)
def test_a_section_or_a_sentence_states_it(text: str, line: int) -> None:
    assert find(text) == (Kind.STATED, line)


@pytest.mark.parametrize(
    "text",
    [
        "## Supported Python versions\n\nPython 3.11 and later.\n",
        "## Supported versions\n\nWe test with Django 4.2 and Python 3.11.\n",
        "## Supported versions\n",
        "The latest version supports Kubernetes 1.30.",
        "The new version adds support for both ints and floats.",
        "A changelog will be maintained, with all changes made in each release.",
        "If they are relevant for older versions, add the needs-backport label.",
        "CMIS 1.0 and CMIS 1.1 are supported, but not for all bindings.",
        "Support is given by the team.",
        "",
    ],
)
def test_what_speaks_of_other_software_or_other_support_does_not(text: str) -> None:
    assert find(text) is None


def test_in_a_policy_the_heading_can_only_mean_ones_own_versions() -> None:
    text = "## Supported versions\n\nThe newest one, on Python 3.\n"

    assert find(text, is_about_security=True) == (Kind.STATED, 1)
    assert find(text) is None


def test_the_table_of_the_template_is_told_apart() -> None:
    assert find(TEMPLATE, is_about_security=True) == (Kind.TEMPLATE, 10)
    assert find(TEMPLATE.replace("5.1.x", "2.x"), is_about_security=True) == (Kind.STATED, 3)


def test_a_link_to_a_page_on_support_is_seen() -> None:
    assert supported_versions.elsewhere("x\n[beleid](https://voorbeeld.example/software-support-policy/)") == 2
    assert supported_versions.elsewhere("[hulp](https://voorbeeld.example/support)") is None
