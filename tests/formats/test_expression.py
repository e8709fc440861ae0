# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""An expression looks for words first, and never says that a text holds nothing when it does."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ospo import checks, formats
from ospo.formats.expression import Expression, fold, words_of

_EVERY = 20  # lines


def test_the_words_are_read_off_the_expression() -> None:
    assert words_of(r"(?:^|/)(?:README|lees[-_ ]?mij)(?:\.md)?$", re.I) == (
        *("lees mij", "lees-mij", "lees_mij", "leesmij", "readme"),
    )
    assert words_of(r"[^/]+\.(?:md|markdown|mdx)") == (".markdown", ".md")
    assert words_of(r"\bcontribut\w+\b[^.]{0,60}\blicen[cs]es?\b", re.I) == ("contribut",)


@pytest.mark.parametrize("pattern", [r"\d+\.\d+", r"word|\d+", r"(?:word)?", r"(?:word)*", r"x", r"[^/]+", ""])
def test_an_expression_without_words_is_always_tried(pattern: str) -> None:
    expression = Expression(pattern)
    assert expression.words is None
    assert expression.may_be_in("")


def test_a_word_that_holds_another_one_is_not_looked_for() -> None:
    assert words_of(r"licence|sublicences|old ways") == ("licence", "old ways")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?=license)\w+", "a license"),
        (r"(?<!no )license\b", "a license"),
        (r"(?P<mark>=|-)(?P=mark)+ title", "=== title"),
        (r"(?>made|make) by", "made by"),
        (r"(?:ab){2,3}cd", "ababcd"),
        (r"a(?:bc|de)?fgh", "afgh"),
        (r"caf\u00e9 noir", "a café noir"),
        (r"(?i:LICENSE)", "license"),
        (r"licen[^x]e text", "license text"),
    ],
)
def test_what_is_in_a_text_is_found(pattern: str, text: str) -> None:
    assert Expression(pattern).search(text)
    assert not Expression(pattern).search("nothing of the kind")


def test_it_finds_what_the_same_expression_finds_by_itself() -> None:
    expression, plain = Expression(r"\b(?:archived|retired)\b", re.I), re.compile(r"\b(?:archived|retired)\b", re.I)
    text = "This is ARCHIVED.\nIt was Retired before."
    found = expression.search(text)
    assert found
    assert found.span() == plain.search(text).span()  # type: ignore[union-attr]
    assert [m.span() for m in expression.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert list(expression.finditer("active")) == []
    assert expression.fullmatch("retired")
    assert not expression.fullmatch("retired.")


def test_a_letter_that_stands_for_one_of_ascii_is_folded_like_it() -> None:
    """All letters that `re` takes for the same when it ignores case."""
    for letter in "abcdefghijklmnopqrstuvwxyz":
        same = re.compile(letter, re.I)
        for code in (*range(0x250), *range(0x1E00, 0x2200), *range(0xFB00, 0xFB10)):
            if same.fullmatch(chr(code)):
                assert fold(f"é{chr(code)}") == f"é{letter}", hex(code)


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "İstanbul ß ŉ \udc80 \U0001f600 LICENSE"
    assert len(fold(text)) == len(text)
    assert fold(text).endswith("license")
    assert fold(fold(text)) == fold(text)


def test_words_are_sought_across_marks_and_line_ends_when_somebody_will_take_those_out() -> None:
    expression = Expression(r"building blocks|code base", re.I)
    assert expression.may_be_said_in("the **Buil**ding\nblocks")
    assert expression.may_be_said_in("our `code`_`base`")
    assert not expression.may_be_in("the **Buil**ding\nblocks")
    assert not expression.may_be_said_in("something else")
    assert Expression(r"\d").may_be_said_in("something else")


def test_the_first_line_in_which_it_finds_something() -> None:
    expression = Expression(r"(?:consists of|bestaat uit) (?:\w+ )?(?:two|twee) parts?", re.I)
    text = "consists of much\nIt bestaat uit veel.\n\nIt CONSISTS OF two parts, and bestaat uit twee part"
    assert expression.first_line(text) == 4
    assert expression.first_line("it consists of much\nand more") is None
    assert expression.first_line("") is None
    assert Expression(r"^\d+$").first_line("a\n\n12\n") == 3


def _expressions() -> Iterator[tuple[str, Expression]]:
    """Every expression that stands in a module, or in a table of one."""
    for package in (formats, checks):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for name, module in sorted(sys.modules.items()):
        if not name.startswith("ospo."):
            continue
        for key, value in vars(module).items():
            several = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            yield from ((f"{name}.{key}", one) for one in several if isinstance(one, Expression))


def test_no_expression_of_ours_passes_over_a_text_that_it_finds_something_in() -> None:
    """Tried on lines of the tests of all formats, where each of them is exercised: every so many, for it takes long."""
    texts = (path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py"))
    lines = sorted({line.strip() for text in texts for line in text.split("\n")})
    tried = [(name, expression) for name, expression in _expressions() if expression.words is not None]
    assert len(tried) > 50
    for place, (name, expression) in enumerate(tried):
        for line in lines[place % _EVERY :: _EVERY]:
            if not expression.may_be_in(line):
                assert expression.compiled.search(line) is None, (name, line)
