# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import advisories
from ospo.formats.policies import Sentence


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## 1.2.1\n\n- Fixed CVE-2026-12345 in the parser", 3),
        ("### Security\n\n- GHSA-2345-cfgh-jmpq", 3),
        ("- Upgrade the framework (CVE-2025-48432)", 1),
        ("- Opgelost: RUSTSEC-2023-0052", 1),
        ("- Repair tests related to CVE-2022-39253 changes upstream", None),
        ("- Suppress CVE-2022-39253: false positive, upgraded", None),
        ("- Add a page on CVE-2022-39253", None),
        ("- Fixed a bug", None),
        ("- Fixed CVE-26-1 and GHSA-aaaa-bbbb-cccc", None),
    ],
)
def test_a_weakness_that_was_dealt_with_is_named_by_its_number(text: str, line: int | None) -> None:
    assert advisories.fixed_line(text) == line


def test_files_with_advisories_are_found_by_name() -> None:
    paths = [
        "docs/security-advisories/2026-01.md",
        ".vex/product.openvex.json",
        "csaf_2026.json",
        "advisories/README.md",
        "src/vulnerabilities/list.py",
        "app/vulnerabilities/model.json",
    ]

    assert advisories.files(paths) == paths[:3]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://github.com/a/b/security/advisories", 1),
        ("https://github.com/a/b/security/advisories?state=published", 1),
        ("https://github.com/a/b/security/advisories/new", None),
        ("https://osv.dev/list?q=b", 1),
        ("https://docs.github.com/en/code-security/security-advisories", None),
    ],
)
def test_a_link_to_a_list_counts_and_a_form_does_not(target: str, expected: int | None) -> None:
    assert advisories.list_line(f"[x]({target})") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The security advisory and release are published.",
        "Security updates are documented in our CHANGELOG.md.",
        "Beveiligingsupdates worden uitgebracht als patch en gedocumenteerd in onze [CHANGELOG.md](CHANGELOG.md).",
        "We announce vulnerabilities on the mailing list.",
        "A fix comes with a public disclosure (and a CVE number).",
        "No vulnerabilities have been reported so far.",
        "Er zijn nog geen beveiligingsadviezen gepubliceerd.",
    ],
)
def test_a_sentence_says_where_they_appear_or_that_there_are_none(text: str) -> None:
    assert advisories.says_where(Sentence("", text, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Please do not disclose the vulnerability on a mailing list or forum.",
        "You can draft a security advisory to notify us.",
        "This website is in Dutch: https://voorbeeld.example/website/kwetsbaarheid-melden",
        "We publish a release every month.",
        "Security matters to us.",
    ],
)
def test_what_is_asked_of_the_reporter_does_not(text: str) -> None:
    assert not advisories.says_where(Sentence("", text, 1))
