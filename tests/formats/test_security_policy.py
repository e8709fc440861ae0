# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.security_policy import Channel, ChannelKind, channel, in_sections, is_policy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Report to security@voorbeeld.example.", ChannelKind.MAIL),
        ("Meld via security[@]voorbeeld.example.", ChannelKind.MAIL),
        ("Please do not open a public issue, but mail security@voorbeeld.example.", ChannelKind.MAIL),
        ("Use [this](https://github.com/a/b/security/advisories/new).", ChannelKind.PRIVATE_REPORTING),
        (
            "Use GitHub's [private vulnerability reporting](https://docs.github.com/x/privately-reporting).",
            ChannelKind.PRIVATE_REPORTING,
        ),
        ('Go to the Security tab and choose "Report a vulnerability".', ChannelKind.PRIVATE_REPORTING),
        ("Draft a GitHub security advisory.", ChannelKind.PRIVATE_REPORTING),
        ("Open a confidential issue.", ChannelKind.CONFIDENTIAL_ISSUE),
        ("Maak een vertrouwelijk issue aan.", ChannelKind.CONFIDENTIAL_ISSUE),
        ("Meld het bij <https://www.ncsc.nl/contact/kwetsbaarheid-melden>.", ChannelKind.FORM),
        ("See our [CVD page](https://voorbeeld.example/en/coordinated-vulnerability-disclosure/).", ChannelKind.FORM),
        ("See https://hackerone.com/voorbeeld.", ChannelKind.FORM),
        ("See https://voorbeeld.example/.well-known/security.txt for how to report.", ChannelKind.SECURITY_TXT),
        ("Send a maintainer a direct message on the chat.", ChannelKind.PRIVATE_MESSAGE),
    ],
)
def test_a_private_channel_is_found(text: str, expected: ChannelKind) -> None:
    found = channel(f"# Security\n\n{text}\n")

    assert (found.kind, found.line, found.kind.is_private) == (expected, 3, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Found a vulnerability? Please open an issue.", ChannelKind.PUBLIC_ONLY),
        ("Report it at https://github.com/a/b/issues.", ChannelKind.PUBLIC_ONLY),
        ("Meld een lek via een issue.", ChannelKind.PUBLIC_ONLY),
        ("Report to [INSERT EMAIL ADDRESS].", ChannelKind.PLACEHOLDER),
        ("Mail {{securityEmail}}.", ChannelKind.PLACEHOLDER),
        ("Report by mail to you@example.com.", ChannelKind.PLACEHOLDER),
        (
            "Please report vulnerabilities by email to [the lead](https://a.example/lead).",
            ChannelKind.MAIL_WITHOUT_ADDRESS,
        ),
        ("Do not report by email. Do not open an issue.", ChannelKind.NONE),
        ("See [the policy](https://github.com/a/.github/blob/main/SECURITY.md).", ChannelKind.ELSEWHERE),
        ("We follow the [guideline](https://a.example/publications/disclosure-guideline). " * 20, ChannelKind.NONE),
        ("Keep your containers up to date.", ChannelKind.NONE),
        ("", ChannelKind.NONE),
    ],
)
def test_what_is_no_private_channel_is_told_apart(text: str, expected: ChannelKind) -> None:
    found = channel(text)

    assert (found.kind, found.kind.is_private) == (expected, False)


def test_comments_and_notices_name_nobody() -> None:
    text = "<!-- mail security@voorbeeld.example -->\nSPDX-FileCopyrightText: x <info@voorbeeld.example>\n"

    assert channel(text) == Channel(ChannelKind.NONE)


@pytest.mark.parametrize(
    "text",
    [
        "Report vulnerabilities to us.",
        "Mail security@voorbeeld.example",
        "See https://voorbeeld.example/security",
        "# Kwetsbaarheden melden\n\nStuur ons een bericht. " + "En nog wat uitleg over hoe het dan verder gaat. " * 12,
        "# Beleid\n\n" + "Wij nemen dit serieus. " * 30 + "\n\nMeld een beveiligingsprobleem bij ons.",
    ],
)
def test_a_text_that_tells_how_to_report_is_a_policy(text: str) -> None:
    assert is_policy(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Keep your containers up to date.",
        "# Security considerations\n\n" + "The server uses [TLS](https://a.example) and checks tokens. " * 20,
        "# Security\n\n" + "We scan dependencies, and the key goes in the header. " * 20 + "See https://a.example.",
    ],
)
def test_a_chapter_on_measures_is_no_policy(text: str) -> None:
    assert not is_policy(text)


def test_a_section_of_another_text_can_name_the_channel() -> None:
    text = "# X\n\n## Reporting vulnerabilities\n\nReport them at https://voorbeeld.example/.well-known/security.txt.\n"

    assert in_sections(text) == Channel(ChannelKind.SECURITY_TXT, 3)


@pytest.mark.parametrize(
    "text",
    [
        "## Security\n\nReport it in an issue.\n",
        "## Security\n\nWe use TLS.\n",
        "## Contact\n\nMail info@voorbeeld.example about anything.\n",
    ],
)
def test_other_sections_name_none(text: str) -> None:
    assert in_sections(text).kind is ChannelKind.NONE
