# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`.ospo.yml`: waivers that count, and every way in which one does not."""

import datetime
from typing import Any

import jsonschema
import pytest

from ospo.formats import waivers, yaml

WHOLE = """\
waivers:
  - check: has-governance
    reason: We are two people; a page about deciding would be longer than the code.
    role: product owner
    until: 2027-06-30
"""


def problems(text: str) -> list[str]:
    return [str(problem) for problem in waivers.parse(text)[1]]


def test_a_whole_waiver_counts_and_knows_its_line() -> None:
    declared, wrong = waivers.parse(WHOLE)

    waiver = declared[waivers.CheckId("has-governance")]
    assert (waiver.role, waiver.until, waiver.line, wrong) == ("product owner", datetime.date(2027, 6, 30), 2, [])
    assert waiver.reason.startswith("We are two people")


def test_a_waiver_holds_up_to_and_including_its_last_day() -> None:
    waiver = waivers.parse(WHOLE)[0][waivers.CheckId("has-governance")]

    assert waiver.holds(datetime.date(2027, 6, 30))
    assert not waiver.holds(datetime.date(2027, 7, 1))


@pytest.mark.parametrize("text", ["", "# only a comment\n", "waivers: []\n", "{}"])
def test_no_waivers_are_no_problem(text: str) -> None:
    assert waivers.parse(text) == ({}, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("waivers:\n", ".ospo.yml:1: must hold 'waivers:' with a list below it"),
        ("waivers: has-governance\n", ".ospo.yml:1: must hold 'waivers:' with a list below it"),
        ("- has-governance\n", ".ospo.yml:1: must hold 'waivers:' with a list below it"),
        ("wavers: []\n", ".ospo.yml:1: has the unknown key 'wavers': only 'waivers' means something here"),
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
    declared, wrong = waivers.parse(text)

    assert (declared, [str(p) for p in wrong]) == ({}, [problem])


def test_a_second_waiver_for_the_same_check_is_a_problem_and_the_first_one_stands() -> None:
    declared, wrong = waivers.parse(WHOLE + WHOLE.partition("\n")[2].replace("product owner", "someone else"))

    assert [w.role for w in declared.values()] == ["product owner"]
    assert [str(p) for p in wrong] == [".ospo.yml:6: waives 'has-governance' twice: keep one"]


def test_one_broken_waiver_leaves_the_others_standing() -> None:
    declared, wrong = waivers.parse(WHOLE + "  - check: has-ci\n")

    assert (list(declared), len(wrong)) == (["has-governance"], 1)


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
    declared, wrong = waivers.parse(text)

    assert declared == {}
    assert len(wrong) == (0 if text.startswith("waivers") else 1)


def _is_valid(document: Any) -> bool:
    return jsonschema.Draft202012Validator(waivers.json_schema()).is_valid(document)


@pytest.mark.parametrize(
    "text", ["", WHOLE, "waivers: []\n", WHOLE + "    by: x\n", "wavers: []\n", WHOLE.replace("2027-06-30", "morgen")]
)
def test_the_schema_for_editors_says_the_same_as_the_parser(text: str) -> None:
    assert _is_valid(yaml.load(text).value) is (not problems(text))
