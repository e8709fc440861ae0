# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages in Dutch, and the small reader of .po files."""

import datetime
import io
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.messages.pofile import read_po as read_with_babel

from ospo import i18n
from ospo.domain.language import Language

LOCALE = Path(__file__).parents[1] / "locale" / "nl"

PO = r"""
# A comment.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#: somewhere.py:3
msgid "one"
msgstr "één"

msgid ""
"a long "
"message"
msgstr ""
"een lang "
"bericht"

msgid "quote \" tab\t line\nend \\n"
msgstr "aanhaling \" tab\t regel\neinde \\n"

#, python-brace-format
msgid "{n} of {total}"
msgstr "{n} van {total}"

#, fuzzy
msgid "unsure"
msgstr "onzeker"

msgid "empty"
msgstr ""

#~ msgid "obsolete"
#~ msgstr "vervallen"

msgid "last"
msgstr "laatste"
"""


def test_a_po_file_is_read_with_its_escapes_and_without_what_is_unsure_empty_or_obsolete() -> None:
    assert i18n.read_po(PO) == {
        "one": "één",
        "a long message": "een lang bericht",
        'quote " tab\t line\nend \\n': 'aanhaling " tab\t regel\neinde \\n',
        "{n} of {total}": "{n} van {total}",
        "last": "laatste",
    }


@pytest.mark.parametrize("text", [PO.rstrip(), PO.replace("\n", "\r\n"), PO.replace("\n\n", "\n")])
def test_line_ends_and_blank_lines_do_not_matter(text: str) -> None:
    assert i18n.read_po(text) == i18n.read_po(PO)


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*.po")), ids=lambda path: path.name)
def test_our_files_are_read_as_babel_reads_them(path: Path) -> None:
    catalogue = read_with_babel(io.BytesIO(path.read_bytes()), abort_invalid=True)

    expected = {str(m.id): str(m.string) for m in catalogue if m.id and m.string and not m.fuzzy}
    assert i18n.read_po(path.read_text("utf-8")) == expected


def test_a_message_is_said_in_dutch_with_its_values() -> None:
    say = i18n.translator(Language.NL)

    assert say("{n} waived", n=3) == "3 met ontheffing"
    assert say("Examples") == "Voorbeelden"


def test_english_is_the_message_itself() -> None:
    say = i18n.translator(Language.EN)

    assert say("{n} waived", n=3) == "3 waived"
    assert i18n.translations(Language.EN) == {}


def test_a_message_without_dutch_is_said_in_english() -> None:
    assert i18n.translator(Language.NL)("Nobody translated {this}.", this="me") == "Nobody translated me."


def test_braces_in_a_message_without_values_stay_and_so_do_those_in_a_value() -> None:
    say = i18n.translator(Language.NL)

    assert say("{feit:id}") == "{feit:id}"
    assert say("{n} waived", n="{0.__class__}") == "{0.__class__} met ontheffing"


def test_a_value_may_have_any_name() -> None:
    assert i18n.translator(Language.EN)("{message} {self}", message="a", self="b") == "a b"


@pytest.mark.parametrize(
    ("language", "words"), [(Language.NL, "1 maart 2026"), (Language.EN, "1 March 2026")], ids=["nl", "en"]
)
def test_a_date_is_written_out(language: Language, words: str) -> None:
    assert i18n.long_date(datetime.date(2026, 3, 1), language) == words


@pytest.mark.parametrize("language", Language)
def test_months_are_called_as_babel_calls_them(language: Language) -> None:
    days = [datetime.date(2026, month, 10 + month) for month in range(1, 13)]
    assert [i18n.long_date(d, language) for d in days] == [format_date(d, "d MMMM y", locale=language) for d in days]
