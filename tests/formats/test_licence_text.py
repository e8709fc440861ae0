# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import re

import pytest

import licence_samples
from ospo.formats import licence_library, licence_text
from ospo.formats.licence_library import Region
from ospo.formats.licence_text import Found, Kind, Method

TAG = "SPDX-" + "License-Identifier:"
GPL_NOTICE = licence_samples.notice("GPL-3.0-or-later")


def ids(text: str) -> list[str]:
    return [found.id for found in licence_text.read(text).found]


@pytest.mark.parametrize(
    "licence_id", ["MIT", "ISC", "BSD-3-Clause", "EUPL-1.2", "EUPL-1.1", "GPL-2.0", "CC0-1.0", "BUSL-1.1", "CC-BY-4.0"]
)
def test_an_unchanged_text_is_exact(licence_id: str) -> None:
    assert licence_text.read(licence_samples.text(licence_id)).found == (Found(licence_id),)


def test_the_dutch_text_of_the_eupl() -> None:
    assert licence_text.read(licence_samples.eupl_nl()).found == (Found("EUPL-1.2", language="nl"),)


def test_the_dutch_text_with_the_words_that_a_pdf_broke() -> None:
    text = (
        licence_samples.eupl_nl()
        .replace("auteursrecht op", "auteursrech- telijke op")
        .replace("verplichting", "verplich-\nting")
    )
    text = text.replace("auteursrech- telijke", "auteurs- recht")

    assert licence_text.read("https://voorbeeld.example/nl/\n\n" + text).found == (
        Found("EUPL-1.2", language="nl", line=3),
    )


def test_two_languages_in_one_file_are_two_texts_each_at_its_line() -> None:
    english, dutch = licence_samples.text("EUPL-1.2"), licence_samples.eupl_nl()
    text = (
        f"# Licence\n\nCopyright 2026 Voorbeeld\n\n## In English\n\n{english}\n## In Dutch (governing law)\n\n{dutch}"
    )

    found = licence_text.read(text).found

    assert [(item.id, item.language, item.differing) for item in found] == [
        ("EUPL-1.2", "en", 0),
        ("EUPL-1.2", "nl", 0),
    ]
    assert [item.line for item in found] == [7, text[: text.index("OPENBARE")].count("\n") + 1]


@pytest.mark.parametrize(("language", "word"), [("en", "following"), ("nl", "verstrekt")])
def test_changed_words_are_counted(language: str, word: str) -> None:
    text = licence_samples.eupl_nl() if language == "nl" else licence_samples.text("EUPL-1.2")
    changed, count = re.subn(rf"\b{word}\b", "xyzzy", text)

    (found,) = licence_text.read(changed).found

    assert (found.id, found.language, found.differing) == ("EUPL-1.2", language, count)
    assert count > 0


def test_a_slip_of_the_pen_that_the_library_passes_over_is_counted() -> None:
    text = (
        licence_samples.text("MIT").replace("merchantability".upper(), "MERCHANTABILTY").replace("publish", "publlish")
    )

    (found,) = licence_text.read(text).found

    assert (found.id, found.differing) == ("MIT", 2)


@pytest.mark.parametrize("spelling", [("licence", "license"), ("authorised", "authorized")])
def test_american_and_british_spelling_are_the_same(spelling: tuple[str, str]) -> None:
    text = re.sub(*spelling, licence_samples.text("EUPL-1.2"), flags=re.IGNORECASE)

    assert licence_text.read(text).found == (Found("EUPL-1.2"),)


def test_a_text_with_too_many_changes_is_not_recognised() -> None:
    assert ids(re.sub(r"\b(?:Work|Licensor)\b", "Ding", licence_samples.text("EUPL-1.2"))) == []


def test_only_the_beginning_of_a_licence_is_not_the_licence() -> None:
    assert ids(licence_samples.text("GPL-3.0")[:4000]) == []


@pytest.mark.parametrize(
    "turn", [("to use", "not to use"), ("any purpose", "any non-commercial purpose"), ("copy,", "unless you copy,")]
)
def test_a_word_that_turns_the_meaning_makes_another_licence(turn: tuple[str, str]) -> None:
    text = " ".join(licence_samples.text("ISC").split())
    assert (ids(text), turn[0] in text) == (["ISC"], True)

    assert ids(text.replace(*turn)) == []


def test_a_harmless_word_does_not() -> None:
    text = " ".join(licence_samples.text("ISC").split()).replace("to use", "to happily use")

    assert [(found.id, found.differing) for found in licence_text.read(text).found] == [("ISC", 1)]


def test_a_copyright_line_on_top_or_below_the_title_is_no_difference() -> None:
    text = licence_samples.text("EUPL-1.2")

    assert licence_text.read(f"Copyright (c) 2026 Gemeente Voorbeeld\n\n{text}").found[0].differing == 0
    assert (
        licence_text.read(text.replace("EUPL \u00a9", "Copyright 2026 Gemeente Voorbeeld\n\nEUPL \u00a9", 1))
        .found[0]
        .differing
        == 0
    )


@pytest.mark.parametrize("licence_id", ["CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-SA-4.0", "CC-BY-NC-SA-4.0"])
def test_creative_commons_licences_are_not_taken_for_each_other(licence_id: str) -> None:
    text = licence_samples.text(licence_id)

    assert ids(text) == [licence_id]
    assert set(ids(text.replace("Licensor", "Licenssor"))) <= {licence_id}


def test_a_gnu_text_leaves_open_whether_later_versions_count() -> None:
    (found,) = licence_text.read(licence_samples.text("GPL-3.0")).found

    assert (found.id, found.label) == ("GPL-3.0", "GPL-3.0-only / GPL-3.0-or-later")


def test_a_notice_above_a_gnu_text_settles_it_and_the_example_below_does_not() -> None:
    text = licence_samples.text("GPL-3.0")

    assert licence_text.read(f"{GPL_NOTICE}\n\n{text}").found == (
        Found("GPL-3.0-or-later", line=f"{GPL_NOTICE}\n\n".count("\n") + 1),
    )
    assert ids(f"{text}\n\n{GPL_NOTICE}") == ["GPL-3.0"]


@pytest.mark.parametrize("licence_id", ["Apache-2.0", "GPL-3.0-or-later", "MPL-2.0"])
def test_a_standard_notice_is_told_from_the_text(licence_id: str) -> None:
    (found,) = licence_text.read(licence_samples.notice(licence_id)).found

    assert (found.id, found.kind, found.label, found.method) == (licence_id, Kind.NOTICE, licence_id, Method.NOTICE)


def test_words_around_a_licence_are_counted_when_they_are_more_than_a_title() -> None:
    text = licence_samples.text("MIT")
    condition = "Gebruik is alleen toegestaan " + "voor wie dit leest " * 6

    assert licence_text.read(f"De licentie van dit project\n\n{text}").extra == 0
    assert licence_text.read(f"{text}\n\n{condition}").extra == 28
    assert licence_text.read(f"{text}\n\nAppendix: how to apply this licence\n\n{condition}").extra == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"{TAG} EUPL-1.2\n", ("EUPL-1.2",)),
        (f"{TAG} MIT OR Apache-2.0", ("MIT", "Apache-2.0")),
        (f"{TAG} zie onder", ()),
        ("the code is EUPL-1.2, the texts CC-BY-4.0.", ("EUPL-1.2", "CC-BY-4.0")),
        ("under the EUPL/1.2 license", ("EUPL-1.2",)),
        ("European Union Public Licence (EUPL), versie 1.2", ("EUPL-1.2",)),
        ("[EUPL](https://voorbeeld.example/eupl-text-eupl-12)", ("EUPL-1.2",)),
        ("https://creativecommons.org/licenses/by-sa/4.0/", ("CC-BY-SA-4.0",)),
        ("creativecommons.org/publicdomain/zero/1.0/", ("CC0-1.0",)),
        ("This text is covid-19 and follows ISO-27001.", ()),
        ("under the EUPL", ()),
    ],
)
def test_a_text_without_a_licence_may_name_one(text: str, named: tuple[str, ...]) -> None:
    reading = licence_text.read(text)

    assert (reading.found, reading.named) == ((), named)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_any_usual_encoding(encoding: str) -> None:
    assert licence_text.decode("EUPL \u00a9\r\n\u2018x\u2019\ry".encode(encoding)) == "EUPL \u00a9\n\u2018x\u2019\ny"


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"{\\rtf1", b"\x89PNG\0"])
def test_what_is_no_text(content: bytes) -> None:
    assert licence_text.decode(content) is None


def test_a_very_large_file_is_read_in_part() -> None:
    assert len(licence_text.decode(b"x" * 2_000_000) or "") == licence_text.MAX_CHARACTERS


def test_an_altered_notice_is_not_taken_for_the_text() -> None:
    notice = licence_samples.notice("Apache-2.0").replace("software", "xyzzy")

    assert all(found.kind is Kind.NOTICE for found in licence_text.read(notice).found)


def test_a_part_that_only_the_library_takes_for_a_licence_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licence_library, "find", lambda text: [Region("EUPL-1.2", 0, len(text))])

    assert licence_text.read("heel iets anders dan een licentie").found == ()
