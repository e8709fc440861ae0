# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report as a person reads it in a terminal: whole, in 80 columns, and never in command of the terminal."""

import dataclasses
import datetime
import re
from collections.abc import Mapping

import pytest

from catalogues import CATALOGUE, DOOR, KEY, LAMP, report
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, Finding, ScanReport, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.engine import site
from ospo.errors import ParseError
from ospo.render.text import PLAIN_SIGNS, SIGNS, TextReport, TextStyle

NL, EN = Language.NL, Language.EN
PRACTICES = {DOOR: PracticeId("doors"), LAMP: PracticeId("lamps")}
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def waiver(until: tuple[int, int, int], check: CheckId = DOOR) -> Waiver:
    return Waiver(check, "We live in a tent.", "landlord", datetime.date(*until))


def writer(language: Language = EN, practices: Mapping[CheckId, PracticeId] = PRACTICES, **style: object) -> TextReport:
    return TextReport(CATALOGUE, practices, dataclasses.replace(TextStyle(language), **style))  # type: ignore[arg-type] - any field


def written(found: ScanReport, step: Finding | None = None, controls: int = 0, **style: object) -> str:
    return writer(**style).report(found, step, controls)  # type: ignore[arg-type] - any field of the style


def test_a_report_is_grouped_by_topic_with_evidence_the_next_step_and_where_to_read_on() -> None:
    found = report(
        (DOOR, not_met("missing", Evidence("plan.md", 3), Evidence("README.md"))),
        (KEY, not_applicable("missing")),
        (LAMP, met("found", Evidence("roof"), path="roof")),
    )

    assert written(found, found.findings[0], 4) == (
        "kaart · 012345678 · 1 November 2026\n"
        "\n"
        "House\n"
        "  ✗ Has a door\n"
        "    There is none.\n"
        "      plan.md:3\n"
        "      README.md\n"
        "    → Make one.\n"
        "      ospo explain doors\n"
        "  – Has a key\n"
        "    There is none.\n"
        "\n"
        "Light\n"
        "  ✓ Has a lamp\n"
        "\n"
        "1 met · 1 not met · 1 not applicable\n"
        "\n"
        "Next step: Make one. That serves 4 controls.\n"
        "  ospo explain doors\n"
    )


def test_the_same_report_in_dutch() -> None:
    found = report((DOOR, not_met("missing")), (LAMP, unknown("dark", what="de deur")))

    text = written(found, found.findings[1], 0, language=NL)

    assert "Huis\n  ✗ Heeft een deur\n    Er is er geen.\n    → Maak er een.\n" in text
    assert "Licht\n  ? Heeft een lamp\n    Te donker voor de deur.\n    → Neem licht mee.\n" in text
    assert text.endswith("1 niet in orde · 1 niet bekend\n\nVolgende stap: Neem licht mee.\n  ospo explain lamps\n")


def test_an_address_from_the_configuration_names_the_repository() -> None:
    found = report((LAMP, met("found", path="x")), repository="https://github.com/gemeentevoorbeeld/kaart")

    assert written(found).startswith("github.com/gemeentevoorbeeld/kaart · ")


def test_nothing_left_to_do_is_said() -> None:
    assert written(report((LAMP, met("found", path="x")))).endswith("\nNext step: nothing is left to do here.\n")


def test_a_step_whose_reason_has_no_words_is_named_by_its_check() -> None:
    found = report((KEY, not_met("odd")))

    assert written(found, found.findings[0]).endswith("\nNext step: Has a key\n")


def test_a_waiver_that_holds_is_shown_with_reason_role_and_end_and_takes_the_next_step_away() -> None:
    text = written(report((DOOR, not_met("missing"), waiver((2026, 11, 23)))))

    assert "    ! Waived until 23 November 2026 by the role landlord: We live in a tent.\n" in text
    assert "→" not in text
    assert "1 not met · 1 waived\n" in text


def test_a_waiver_that_ended_is_said_and_the_finding_is_open_again() -> None:
    text = written(report((DOOR, not_met("missing"), waiver((2026, 11, 22)))))

    assert "    ! The waiver ended on 22 November 2026 (role landlord): We live in a tent.\n    → Make one.\n" in text
    assert "1 not met · 1 with a waiver that ended\n" in text


def test_a_waiver_that_is_no_longer_needed_is_said() -> None:
    text = " ".join(written(report((DOOR, met("found", path="x"), waiver((2026, 11, 22))))).split())

    assert "! Its waiver (until 22 November 2026, role landlord) is no longer needed: take it out of .ospo.yml" in text
    assert "1 met Next step" in text


def test_more_than_five_places_are_counted() -> None:
    found = report((DOOR, not_met("missing", *(Evidence(f"{n}.md") for n in range(9)))))

    assert "      4.md\n      and 4 more\n    → Make one.\n" in written(found)


def test_what_is_wrong_in_the_file_with_waivers_stands_above_the_counts() -> None:
    note = ParseError("a waiver misses '{key}': without it, it does not count", path=".ospo.yml", line=4, key="until")
    found = report((LAMP, met("found", path="x")), notes=[note])

    assert "\n! .ospo.yml:4: a waiver misses 'until': without it, it does not count\n\n1 met\n" in written(found)


def test_with_a_site_the_practice_is_an_address_of_that_site() -> None:
    found = report((DOOR, not_met("missing")))
    address = "https://voorbeeld.example" + site.address(Route(Kind.PRACTICE, "doors", NL))

    assert f"\n      {address}\n" in written(found, language=NL, site="https://voorbeeld.example")


def test_a_check_without_a_practice_points_nowhere() -> None:
    assert "explain" not in written(report((KEY, not_met("missing"))))


HOSTILE = [
    "\x1b[31mred",
    "\x1b]8;;https://kwaad.example\x07click\x1b]8;;\x07",
    "a\r\nb",
    "tab\there",
    "\u202egnp.exe",
    "zero\u200bwidth",
    "bell\x07",
    b"caf\xe9".decode("utf-8", "surrogateescape"),
    "\x9b31m",
    "line\u2028separator",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_cannot_command_the_terminal(name: str) -> None:
    found = report(
        (DOOR, not_met("missing", Evidence(name, 1)), Waiver(DOOR, name, name, datetime.date(2027, 1, 1))),
        (LAMP, unknown("dark", what=name)),
        label=name,
        notes=[ParseError("{x}", path=name, x=name)],
    )

    for text in (written(found, found.findings[1]), writer().summary([found, found], found.findings[1], 1)):
        assert all(line.isprintable() for line in text.split("\n"))
        text.encode("utf-8")
        assert "\ufffd" in text


def test_without_colour_there_is_no_escape_code_and_with_it_nothing_else_differs() -> None:
    found = report((DOOR, not_met("missing"), waiver((2026, 1, 1))), (LAMP, met("found", path="x")))

    plain, coloured = written(found), written(found, colour=True)

    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert ESCAPE.sub("", coloured) == plain
    assert all(line.count("\x1b[0m") == len(ESCAPE.findall(line)) // 2 for line in coloured.split("\n"))


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal_unless_one_word_is(width: int) -> None:
    words = "word " * 60
    found = report(
        (DOOR, not_met("missing"), Waiver(DOOR, words, "landlord", datetime.date(2027, 1, 1))),
        (LAMP, unknown("dark", Evidence("a/very/long/path/" * 9 + "x.md"), what=words)),
        notes=[ParseError(words, path="x", line=1)],
    )

    for line in written(found, found.findings[0], 3, width=width).split("\n"):
        assert len(line) <= width or " " not in line.strip()


def test_plain_signs_need_nothing_but_ascii() -> None:
    found = report((DOOR, not_met("missing")), (KEY, not_applicable("missing")), (LAMP, met("found", path="x")))

    text = written(found, found.findings[0], signs=PLAIN_SIGNS) + writer(signs=PLAIN_SIGNS).summary([found, found])

    assert text.isascii()
    assert len(set(PLAIN_SIGNS.outcomes.values())) == len(set(SIGNS.outcomes.values())) == 4


def test_a_summary_has_a_line_for_each_repository_in_the_order_given_and_the_step_that_helps_most() -> None:
    bad = (DOOR, not_met("missing"))
    reports = [report(bad, label="zee"), report(bad, (LAMP, met("found", path="x")), label="a/kaart")]

    assert writer().summary(reports, reports[0].findings[0], 2) == (
        "zee      ✓  0  ✗  1  ?  0  –  0\n"
        "a/kaart  ✓  1  ✗  1  ?  0  –  0\n"
        "\n"
        "✓ met  ✗ not met  ? not known  – not applicable\n"
        "\n"
        "Next step: 'Has a door' is open in 2 of 2 repositories.\n"
        "  ospo explain doors\n"
    )


def test_a_summary_with_nothing_to_do_says_so() -> None:
    assert writer().summary([report(), report()]).endswith("\n\nNext step: nothing is left to do here.\n")


def test_long_names_are_shortened_in_the_middle_so_that_the_summary_fits() -> None:
    reports = [report(label="/home/" + "map/" * 40 + "kaart"), report(label="kort")]

    first, second = writer().summary(reports).split("\n")[:2]

    assert len(first) == len(second) == 80
    assert first.startswith("/home/map")
    assert "…" in first
    assert "kaart  ✓" in first


def test_the_list_of_checks_has_every_id_with_its_title() -> None:
    assert (
        writer().checks() == "House\n  has-door  Has a door\n  has-key   Has a key\n\nLight\n  has-lamp  Has a lamp\n"
    )


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(met("found", path="x"), ""), (not_applicable("missing"), ""), (not_met("missing"), "Make")],
)
def test_only_what_is_open_or_unknown_has_a_next_step(verdict: Verdict, expected: str) -> None:
    assert CATALOGUE.next_step(DOOR, verdict, EN).startswith(expected)
    assert bool(CATALOGUE.next_step(DOOR, verdict, EN)) is bool(expected)


def test_a_value_that_is_missing_shows_its_name_and_an_unknown_reason_shows_itself() -> None:
    assert CATALOGUE.message(DOOR, met("found"), EN) == "It is at {path}."
    assert CATALOGUE.message(DOOR, met("other"), EN) == "other"
