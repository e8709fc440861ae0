# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`.ospo.yml`: waivers and statements that count, and every way in which one does not."""

import datetime
from typing import Any

import jsonschema
import pytest

from ospo.domain.declaration import Declaration, RepositoryKind
from ospo.domain.identifier import CheckId
from ospo.formats import declaration, yaml

WHOLE = """\
waivers:
  - check: has-governance
    reason: We are two people; a page about deciding would be longer than the code.
    role: product owner
    until: 2027-06-30
"""


KNOWN = "'waivers', 'statements', 'profile', 'kind', 'tier'"


def problems(text: str) -> list[str]:
    return [str(problem) for problem in declaration.parse(text)[1]]


def test_a_whole_waiver_counts_and_knows_its_line() -> None:
    declared, wrong = declaration.parse(WHOLE)

    waiver = declared.waivers[CheckId("has-governance")]
    assert (waiver.role, waiver.until, waiver.line, wrong) == ("product owner", datetime.date(2027, 6, 30), 2, [])
    assert waiver.reason.startswith("We are two people")


def test_a_waiver_holds_up_to_and_including_its_last_day() -> None:
    waiver = declaration.parse(WHOLE)[0].waivers[CheckId("has-governance")]

    assert waiver.holds(datetime.date(2027, 6, 30))
    assert not waiver.holds(datetime.date(2027, 7, 1))


@pytest.mark.parametrize("text", ["", "# only a comment\n", "waivers: []\n", "{}"])
def test_no_waivers_are_no_problem(text: str) -> None:
    assert declaration.parse(text) == (Declaration(), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("waivers:\n", ".ospo.yml:1: must hold 'waivers:' with a list below it"),
        ("waivers: has-governance\n", ".ospo.yml:1: must hold 'waivers:' with a list below it"),
        ("- has-governance\n", ".ospo.yml:1: must hold 'waivers:' with a list below it"),
        ("wavers: []\n", f".ospo.yml:1: has the unknown key 'wavers': {KNOWN} mean something here"),
        ("waivers:\n  - has-governance\n", ".ospo.yml:2: each waiver is a mapping with check, reason, role and until"),
        (WHOLE.replace("role:", "rol:"), ".ospo.yml:2: a waiver misses 'role': without it, it does not count"),
        (WHOLE.replace("product owner", "' '"), ".ospo.yml:2: a waiver misses 'role': without it, it does not count"),
        (WHOLE.replace("2027-06-30", "2027"), ".ospo.yml:2: a waiver misses 'until': without it, it does not count"),
        (WHOLE.replace("2027-06-30", "30-06-2027"), ".ospo.yml:2: '30-06-2027' is not a date: write it as 2027-06-30"),
        (WHOLE.replace("2027-06-30", "2027-02-30"), ".ospo.yml:2: '2027-02-30' is not a date: write it as 2027-06-30"),
        (WHOLE + "    by: someone\n", ".ospo.yml:2: a waiver has the unknown key 'by': remove it"),
        ("waivers: [\n", ".ospo.yml:1: is not valid YAML: did not find expected node content"),
        ("waivers: &a [*b]\n", ".ospo.yml:1: uses the alias *b, which is not defined above it"),
    ],
)  # fmt: skip
def test_a_waiver_that_is_not_whole_does_not_count_and_says_why(text: str, problem: str) -> None:
    declared, wrong = declaration.parse(text)

    assert (dict(declared.waivers), [str(p) for p in wrong]) == ({}, [problem])


def test_a_second_waiver_for_the_same_check_is_a_problem_and_the_first_one_stands() -> None:
    declared, wrong = declaration.parse(WHOLE + WHOLE.partition("\n")[2].replace("product owner", "someone else"))

    assert [w.role for w in declared.waivers.values()] == ["product owner"]
    assert [str(p) for p in wrong] == [".ospo.yml:6: waives 'has-governance' twice: keep one"]


def test_one_broken_waiver_leaves_the_others_standing() -> None:
    declared, wrong = declaration.parse(WHOLE + "  - check: has-ci\n")

    assert (list(declared.waivers), len(wrong)) == (["has-governance"], 1)


def test_a_yaml_bomb_is_one_problem_and_not_a_full_memory() -> None:
    bomb = "waivers: [*i]\n"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{p}'] * 10)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)]

    assert problems("\n".join([*lines, bomb])) == [
        ".ospo.yml:5: expands to more than 100000 values: remove the repeated aliases"
    ]


@pytest.mark.parametrize(
    "text", ["\x00", "\ufffd" * 50, "a: " + "[" * 5000, "x" * 1_100_000, "waivers: !!python/object:os.system []"]
)
def test_hostile_text_is_a_problem_and_never_a_crash(text: str) -> None:
    declared, wrong = declaration.parse(text)

    assert declared == Declaration()
    assert len(wrong) == (0 if text.startswith("waivers") else 1)


def _is_valid(document: Any) -> bool:
    return jsonschema.Draft202012Validator(declaration.json_schema()).is_valid(document)


@pytest.mark.parametrize(
    "text", ["", WHOLE, "waivers: []\n", WHOLE + "    by: x\n", "wavers: []\n", WHOLE.replace("2027-06-30", "morgen")]
)
def test_the_schema_for_editors_says_the_same_as_the_parser(text: str) -> None:
    assert _is_valid(yaml.load(text).value) is (not problems(text))


STATED = """\
statements:
  - check: access-is-reviewed
    answer: yes
    reason: The board looks at the list of members each quarter; see GOVERNANCE.md.
    role: board
    made: 2026-11-01
    until: 2027-10-31
"""


def test_a_whole_statement_counts() -> None:
    declared, wrong = declaration.parse(STATED)

    statement = declared.statements[CheckId("access-is-reviewed")]
    assert (statement.holds_true, statement.role, statement.line, wrong) == (True, "board", 2, [])
    assert [
        statement.is_valid(datetime.date(*d)) for d in ((2026, 10, 31), (2026, 11, 1), (2027, 10, 31), (2027, 11, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(("answer", "holds"), [("no", False), ("true", True), ("false", False), ("'no'", False)])
def test_an_answer_may_be_written_as_yaml_knows_it(answer: str, holds: bool) -> None:
    declared, _ = declaration.parse(STATED.replace("answer: yes", f"answer: {answer}"))

    assert declared.statements[CheckId("access-is-reviewed")].holds_true is holds


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("answer: yes", "answer: perhaps", "'perhaps' is no answer: write yes or no"),
        ("role: board", "rol: board", "a statement misses 'role': without it, it does not count"),
        (
            "until: 2027-10-31",
            "until: 2028-10-31",
            "a statement counts for at most a year after it was made: make it anew",
        ),
        (
            "until: 2027-10-31",
            "until: 2026-10-31",
            "a statement counts for at most a year after it was made: make it anew",
        ),
        ("until: 2027-10-31", "until: soon", "'soon' is not a date: write it as 2027-06-30"),
        ("role: board", "role: board\n    url: here", "'here' is no address: write it with https://"),
        ("role: board", "role: board\n    by: x", "a statement has the unknown key 'by': remove it"),
    ],
)
def test_a_statement_that_is_not_whole_does_not_count_and_says_why(old: str, new: str, problem: str) -> None:
    declared, wrong = declaration.parse(STATED.replace(old, new))

    assert (dict(declared.statements), [str(p) for p in wrong]) == ({}, [f".ospo.yml:2: {problem}"])


def test_a_waiver_or_a_statement_can_be_about_a_control() -> None:
    declared, wrong = declaration.parse(
        STATED.replace("check: access-is-reviewed", "control: ladder:samen-3.9")
        + WHOLE.replace("check: has-governance", "control: OSPS-GV-01.01")
    )

    assert (list(declared.control_statements), list(declared.control_waivers), wrong) == (
        ["ladder:samen-3.9"],
        ["OSPS-GV-01.01"],
        [],
    )
    assert (dict(declared.statements), dict(declared.waivers)) == ({}, {})


@pytest.mark.parametrize(("old", "new"), [("check: has", "control: x\n    check: has"), ("check: has", "about: has")])
def test_a_waiver_is_about_one_thing(old: str, new: str) -> None:
    assert problems(WHOLE.replace(old, new)) == [
        ".ospo.yml:2: a waiver is about either a check or a control: name one of them"
    ]


def test_a_repository_names_its_profile_kind_and_tier() -> None:
    declared, wrong = declaration.parse("profile: rijk\nkind: library\ntier: two\n")

    assert (declared.profile, declared.kind, declared.tier, wrong) == ("rijk", RepositoryKind.LIBRARY, "two", [])


@pytest.mark.parametrize("text", ["kind: toy\n", "profile: No Slug\n", "profile: [a]\n"])
def test_a_setting_that_cannot_be_is_a_problem(text: str) -> None:
    declared, wrong = declaration.parse(text)

    assert (declared, len(wrong)) == (Declaration(), 1)
