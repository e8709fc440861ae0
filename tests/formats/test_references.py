# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""References in Markdown: what is one, what is not, and code left alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ospo.formats.references import Reference, anchored, at_most, find, link_target, named, prose, rewrite


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("{feit:security-txt-verplicht}", Reference("fact", "security-txt-verplicht", 1)),
        ("zie {begrip:security.txt}", Reference("term", "security.txt", 1)),
        ("zie {begrip:forge|een forge}", Reference("term", "forge", 1)),
        ("[lees](licentiekeuze)", Reference("practice", "licentiekeuze", 1)),
        ("[toets](check:has-ci)", Reference("check", "has-ci", 1)),
        ("[norm](norm:reuse)", Reference("norm", "reuse", 1)),
        ("[over](page:over-ons)", Reference("page", "over-ons", 1)),
        ("[x](vreemd:ding)", Reference("vreemd", "ding", 1)),
        ("een\n\ntwee {feit:a}", Reference("fact", "a", 3)),
    ],
)
def test_a_reference_has_a_kind_an_id_and_a_line(text: str, reference: Reference) -> None:
    assert list(find(text)) == [reference]


@pytest.mark.parametrize(
    "text",
    [
        "[site](https://voorbeeld.example)",
        "[mail](mailto:postvak@voorbeeld.example)",
        "[hoger](#waarom)",
        "[pad](/nl/)",
        "![plaatje](plaatje.png)",
        "`{feit:a}` en `[x](y)`",
        "```yaml\n{feit:a}\n[x](y)\n```",
        "~~~\n```\n{feit:a}\n~~~",
        "````md\n```\n{feit:a}\n```\n````",
        "  ```\n  {feit:a}\n  ```",
        "```\n{feit:a} (a fence without an end)",
        "{feit:Hoofdletter} {anders:a} [leeg]()",
    ],
)
def test_other_addresses_and_code_are_no_references(text: str) -> None:
    assert list(find(text)) == []


def test_a_fence_that_ended_no_longer_hides_anything() -> None:
    assert [r.line for r in find("```\n{feit:a}\n```\n{feit:b} `{feit:c}` {feit:d}")] == [4, 4]


def test_rewriting_leaves_code_as_it_is() -> None:
    body = "een `een` een\n```\neen\n```\neen"

    assert rewrite(body, lambda text: text.replace("een", "EEN")) == "EEN `een` EEN\n```\neen\n```\nEEN"


@pytest.mark.parametrize(
    ("target", "expected"), [("a", ("practice", "a")), ("check:b", ("check", "b")), ("https://c", None), ("#d", None)]
)
def test_a_target_without_a_kind_is_a_practice(target: str, expected: tuple[str, str] | None) -> None:
    assert link_target(target) == expected


PIECES = [
    "{feit:a}",
    "{begrip:b|",
    "w}",
    "[",
    "](",
    "c)",
    "!",
    "](check:d)",
    "`",
    "``",
    "```",
    "~~~",
    "\n",
    " ",
    "x",
    "#",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("]([](check:d)")
@example("](`[](c)x")
def test_no_reference_is_ruled_out_that_is_there(text: str) -> None:
    assert {(found.kind, found.id) for found in find(text)} <= set(at_most(text))


@given(st.lists(st.sampled_from([*PIECES, "~~~~", "\t```", "```yaml", "``` x\n", "~", "\n"]), max_size=16).map("".join))
@example("`a\n{feit:b}`")
@example("~~~\n```\n~~~\n[x](y)")
def test_without_lines_the_same_is_found(text: str) -> None:
    assert set(named(text)) == {(found.kind, found.id) for found in find(text)}


def test_the_quick_look_finds_the_kinds_of_references() -> None:
    text = "{feit:a} {begrip:b|x} [c](c) [d](check:d) [e](https://voorbeeld.example) `{feit:f}`"
    assert set(at_most(text)) == {("fact", "a"), ("term", "b"), ("practice", "c"), ("check", "d"), ("fact", "f")}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[a](#kop)", [Reference("", "", 1, "kop")]),
        (
            "x\n[a](praktijk#kop) [b](page:over#x)",
            [
                Reference("practice", "praktijk", 2, "kop"),
                Reference("page", "over", 2, "x"),
            ],
        ),
        ("[a](praktijk) [b](https://een.example/#kop) `[c](#kop)`", []),
    ],
)
def test_links_to_a_place_on_a_page_are_found(body: str, found: list[Reference]) -> None:
    assert list(anchored(body)) == found
    assert [(r.kind, r.id) for r in find(body)] == [(r.kind, r.id) for r in found if r.kind] or not found


@given(st.lists(st.sampled_from(["a", " ", "\n", "`", "```\n", "[x](y)", "#"]), max_size=20).map("".join))
def test_prose_has_every_line_and_no_code(body: str) -> None:
    lines = list(prose(body))

    assert len(lines) == len(body.split("\n"))
    assert all(
        shown.replace(" ", "") in line.replace(" ", "") or "`" in line
        for shown, line in zip(lines, body.split("\n"), strict=True)
    )
