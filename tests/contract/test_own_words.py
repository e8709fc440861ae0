# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our texts are in our own words: no twelve words in a row are those of the texts that we learnt from."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from python_messages import ROOT

BESIDE = ROOT.parent / "shared"
ROW = 12  # words; a row never goes past the end of a sentence
_BLOCK = re.compile(r"^( *)```.*?^\1```", re.M | re.S)  # what is to be copied as it is: commands, sample texts
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[.!?:;]\s|\n\s*\n|\n\s*[-*|#]|\|")

pytestmark = pytest.mark.skipif(
    not BESIDE.is_dir(), reason="the texts that we learnt from are not beside this checkout"
)


def rows(text: str) -> Iterator[tuple[str, ...]]:
    for sentence in _END.split(_BLOCK.sub("\n\n", text)):
        words = [word.lower() for word in _WORD.findall(sentence)]
        for begin in range(len(words) - ROW + 1):
            yield tuple(words[begin : begin + ROW])


@cache
def theirs() -> dict[tuple[str, ...], str]:
    """Every row of words in the texts beside us, with the file it stands in."""
    found: dict[tuple[str, ...], str] = {}
    for path in sorted([*BESIDE.glob("*.md"), *BESIDE.glob("research/*.md")]):
        for row in rows(path.read_text("utf-8", "replace")):
            found.setdefault(row, path.name)
    return found


def ours() -> list[Path]:
    content = ROOT / "content"
    kinds = ("practices/*.md", "pages/*.md", "facts/*.yaml", "roadmap/*.yaml", "events/*.yaml", "glossary.yaml")
    return [path for kind in kinds for path in sorted(content.glob(kind))]


def test_the_rows_of_a_text_are_found() -> None:
    twelve = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"
    assert list(rows(f"Nul. {twelve.capitalize()}.")) == [tuple(twelve.split())]
    assert list(rows(f"{twelve} dertien"))[1][-1] == "dertien"
    assert list(rows(twelve.replace(" zes", ". Zes"))) == []


@pytest.mark.parametrize("path", ours(), ids=lambda path: path.stem)
def test_no_text_has_twelve_words_in_a_row_of_another(path: Path) -> None:
    shared = {" ".join(row): theirs()[row] for row in rows(path.read_text("utf-8")) if row in theirs()}
    assert shared == {}
