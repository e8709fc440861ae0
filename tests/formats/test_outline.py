# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import re

import pytest

from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind, find, may_head, plain, sections, without_comments, without_images


def shape(text: str, path: str = "README.md") -> list[tuple[str, int, int]]:
    return [(s.title, s.level, s.line) for s in sections(text, path) if s.title or s.blocks]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.md", "# One\n\ntext\n\n## Two ##\nmore", [("One", 1, 1), ("Two", 2, 5)]),
        ("a.md", "One\n===\n\nTwo\n---\n", [("One", 1, 1), ("Two", 2, 4)]),
        ("a.md", '<h1 align="center">One</h1>\ntext', [("One", 1, 1)]),
        ("a.md", "**Contact:**\ntext", [("Contact", 6, 1)]),
        ("a.md", "# [One](https://voorbeeld.example) `x`", [("One x", 1, 1)]),
        ("a.adoc", "= One\n\n== Two\n\n----\n= no heading\n----\n", [("One", 1, 1), ("Two", 2, 3)]),
        ("a.rst", "===\nOne\n===\n\nTwo\n---\n\nThree\n~~~~~\n", [("One", 1, 2), ("Two", 2, 5), ("Three", 3, 8)]),
        ("a", "Plain\n=====\ntext", [("Plain", 1, 1)]),
    ],
)
def test_headings_of_every_markup_are_found(path: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert shape(text, path) == expected


@pytest.mark.parametrize(
    "text",
    ["```\n# no heading\n```", "~~~sh\n# no\n~~~", "- item\n---", "| a |\n---", "text\nmore\n***", "#hashtag text"],
)
def test_what_is_no_heading_is_not(text: str) -> None:
    assert [title for title, _, _ in shape(text)] == [""]


def test_blocks_know_their_kind_and_line() -> None:
    text = "Some prose\nof two lines.\n\n- an item\n- another\n\n| a | b |\n\n```sh\nrun\n```\n> quoted"
    blocks = sections(text)[0].blocks

    assert [(b.kind, b.text, b.line) for b in blocks] == [
        (BlockKind.PROSE, "Some prose\nof two lines.", 1),
        (BlockKind.ITEM, "an item", 4),
        (BlockKind.ITEM, "another", 5),
        (BlockKind.TABLE, "| a | b |", 7),
        (BlockKind.CODE, "run", 10),
        (BlockKind.PROSE, "quoted", 12),
    ]


def test_an_open_fence_runs_to_the_end() -> None:
    assert [b.kind for b in sections("```\na\nb")[0].blocks] == [BlockKind.CODE]


def test_an_empty_fence_is_no_block() -> None:
    assert sections("```\n```")[0].blocks == []


def test_restructured_text_passes_over_directives_and_reads_literals() -> None:
    text = (
        ":Version: 1.0\n\n.. image:: https://a.example/b.svg\n   :alt: status\n\nRun this::\n\n  pip install x\n\n"
        ".. note::\n\n   Mind the step.\n\n.. code-block:: sh\n\n   make\n\n.. _here: https://a.example\n\nThe end."
    )
    blocks = sections(text, "README.rst")[0].blocks

    assert [(b.kind, b.text) for b in blocks] == [
        (BlockKind.PROSE, "Run this::"),
        (BlockKind.CODE, "pip install x"),
        (BlockKind.PROSE, "Mind the step."),
        (BlockKind.CODE, "make"),
        (BlockKind.PROSE, "The end."),
    ]


def test_plain_text_is_what_a_reader_sees() -> None:
    text = (
        "![badge](https://a.example/b.svg) **Bold** [shown](https://a.example) `text <https://a.example>`_ "
        "|sub| <b>tag</b> https://a.example/x\n[ref]: https://a.example"
    )

    assert plain(text).split() == ["Bold", "shown", "text", "tag"]


def test_images_can_be_left_out() -> None:
    assert without_images("a ![x](y) b image::z[w]").split() == ["a", "b"]


def test_comments_and_front_matter_go_but_lines_stay() -> None:
    assert without_comments("---\na: 1\n---\nb<!-- c\nd -->e\n<!-- open") == "\n\n\nb\ne\n<!-- open"


def test_a_section_is_found_with_what_stands_below_it() -> None:
    outline = sections("# T\n## Beheerders\n### Nu\n- een team\n## Licentie\nEUPL")
    found = list(find(outline, re.compile("beheer", re.I)))

    assert [(s.title, s.line, s.text) for s in found] == [("Beheerders", 2, "een team")]


def test_the_last_section_may_run_to_the_end() -> None:
    assert [s.text for s in find(sections("## Team\n### A\nx"), re.compile("Team"))] == ["x"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# The building blocks\nx", "a.md"),
        ("x\n\nBuilding blocks\n===\ny", "a.md"),
        ("Building **blocks**\n  ---\n", "a.md"),
        ("<h2 class='x'>Building <b>blocks</b></h2>", "a.md"),
        ("**Building blocks**\n", "a.md"),
        ("== Building blocks\nx", "a.adoc"),
        ("Building blocks\n~~~~~\nx", "a.rst"),
        ("<!-- a\nb --># Building [blocks](http://voorbeeld.example)", "a.md"),
    ],
)
def test_a_text_with_such_a_heading_may_have_one(text: str, path: str) -> None:
    title = Expression("building blocks", re.I)
    assert [*find(sections(text, path), title)]
    assert may_head(text, title)


@pytest.mark.parametrize("text", ["", "We use building blocks.\n- building blocks\n", "# Other\nbuilding blocks\n\nx"])
def test_a_text_that_only_speaks_of_it_has_no_such_heading(text: str) -> None:
    assert not may_head(text, Expression("building blocks", re.I))
