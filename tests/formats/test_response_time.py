# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import policies, response_time
from ospo.formats.policies import Policy


def policy(text: str) -> Policy:
    return Policy("SECURITY.md", 1, text, policies.sentences(text, "SECURITY.md"))


@pytest.mark.parametrize(
    "text",
    [
        "We acknowledge a report within three (3) business days.",
        "You will hear back from us in 48h.",
        "The aim is to get back to you within 24 hours with a plan.",
        "You get a response within 3-5 working days.",
        "We strive to respond to your report within 1 business days.",
        "Je ontvangt binnen 3 werkdagen een bevestiging van je melding.",
        "We reageren binnen een week.",
        "We laten je binnen twee weken weten wat we ermee doen.",
        "- Initial response: 72 hours",
        "## Response times\n\n| Critical | 24 hours |",
        "Confirmed issues are fixed within 90 days.",
        "If you have not received a reply\nwithin 48 hours, send a reminder.",
    ],
)
def test_a_span_of_time_for_an_answer_or_a_limit_for_a_fix_is_a_promise(text: str) -> None:
    assert response_time.promised(policy(f"# Security\n\n{text}\n")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "You should receive an acknowledgment as soon as possible.",
        "Releases of the last 12 months receive security fixes.",
        "This responsible disclosure policy is of 3 days ago.",
        "We may contact you in the future.",
        "Send 2 copies of your response.",
        "## Supported versions\n\nWe review which versions get fixes within 6 months.",
        "Version 3.2 weeks out bugs that respond badly.",
        "",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert response_time.promised(policy(f"# Security\n\n{text}\n")) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Report it.\n\nYou should receive an acknowledgment as soon as possible.", 3),
        ("Je ontvangt tijdig antwoord.", 1),
        ("Report a vulnerability as soon as possible.", None),
        ("We respond within 3 days.", None),
    ],
)
def test_vague_words_about_an_answer_are_pointed_at(text: str, line: int | None) -> None:
    assert response_time.only_vague(policy(text)) == line
