# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.code_of_conduct import Contact, ContactKind, contact
from ospo.formats.community_files import FileKind

COVENANT = (
    "# Code of Conduct\n\n## Our pledge\n\nEverybody is welcome here. An official e-mail address is a way to "
    "represent us. " + "This goes for everybody, in every space we run. " * 12 + "\n\n## Enforcement\n\n"
)
ATTRIBUTION = "\n\n## Attribution\n\nFrom the [Contributor Covenant](https://www.contributor-covenant.org).\n"


def kind(sentence: str) -> ContactKind:
    return contact(COVENANT + sentence + ATTRIBUTION).kind


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Report abuse by contacting the project team at gedrag@voorbeeld.example.", ContactKind.MAIL),
        ("Report abuse with [this form](https://voorbeeld.example/melden).", ContactKind.LINK),
        ("Report abuse to [the owner](@voorbeeld-team).", ContactKind.HANDLE),
        ("Report abuse to [the owner](https://github.com/voorbeeld-team).", ContactKind.HANDLE),
        ("Report abuse to @voorbeeld/gedrag.", ContactKind.HANDLE),
        ("Meld het bij de vertrouwenspersoon van de organisatie.", ContactKind.BODY),
        ("Concerns can be raised with the code of conduct committee.", ContactKind.BODY),
        ("Report abuse to the team at ospo@voorbeeld. All complaints are reviewed.", ContactKind.INCOMPLETE_MAIL),
        (
            "Report abuse by [creating an issue](https://github.com/voorbeeld/project/issues/new).",
            ContactKind.PUBLIC_ISSUE,
        ),
        (
            "Report abuse by [opening a new issue][open issue].\n\n[open issue]: https://github.com/a/b/issues/new",
            ContactKind.PUBLIC_ISSUE,
        ),
        ("Report abuse at [INSERT CONTACT METHOD].", ContactKind.PLACEHOLDER),
        ("Report abuse to the steering team at [INSERT EMAIL ADDRESS] or to a member.", ContactKind.PLACEHOLDER),
        ("Report abuse by contacting the project team at XXX@voorbeeld.example.", ContactKind.PLACEHOLDER),
        ("Abuse may be reported to the community leaders responsible for enforcement.", ContactKind.NONE),
        ("Report abuse as [described](docs/handling.md).", ContactKind.NONE),
        ("Gedrag kan worden gerapporteerd aan de gemeenschapsleiders.", ContactKind.NONE),
    ],
)
def test_the_contact_is_found_where_it_speaks_of_reporting(sentence: str, expected: ContactKind) -> None:
    assert kind(sentence) is expected


def test_a_real_address_beats_an_open_place() -> None:
    assert kind("Report to gedrag@voorbeeld.example or at [INSERT CONTACT METHOD].") is ContactKind.MAIL


def test_a_form_beats_a_body() -> None:
    text = "Report to the core team: raise it with the kernteam.\n\nReport at https://voorbeeld.example/melden too."

    assert kind(text) is ContactKind.LINK


def test_another_file_can_hold_the_contact() -> None:
    found = contact("# Gedragscode\n\nMeld het bij de beheerder. De contactgegevens staan in de README.\n")

    assert found == Contact(ContactKind.OTHER_FILE, 3, FileKind.README)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We follow the [CNCF Code of Conduct](https://github.com/cncf/foundation).",
            Contact(ContactKind.ELSEWHERE, 1),
        ),
        ("We follow the [Contributor Covenant](https://www.contributor-covenant.org).", Contact(ContactKind.NONE)),
        ("Be kind.", Contact(ContactKind.NONE)),
        ("", Contact(ContactKind.NONE)),
    ],
)
def test_a_short_text_is_a_pointer(text: str, expected: Contact) -> None:
    assert contact(text) == expected


def test_a_text_inside_one_fence_is_read_by_paragraph() -> None:
    text = (
        "# Gedragscode\n\n```md\n## Handhaving\n\nMeld het aan de gemeenschapsleiders.\n\nOvergenomen van "
        "[de kennisbank](https://voorbeeld.example/gedragscode).\n```\n" + "en nog veel meer woorden " * 40
    )

    assert contact(text).kind is ContactKind.NONE


def test_an_address_in_a_notice_is_no_contact() -> None:
    text = "<!-- x <info@voorbeeld.example> -->\nSPDX-FileCopyrightText: x <info@voorbeeld.example>\n"

    assert contact(text + "Be kind.").kind is ContactKind.NONE
