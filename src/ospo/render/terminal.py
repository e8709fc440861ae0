# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text that a terminal can show and cannot be hurt by: control characters out, lines wrapped."""

import re
import textwrap
import unicodedata

_CODE = re.compile(r"`[^`]{1,60}`")
WIDTH = 80  # columns, unless the terminal is narrower


def printable(text: str) -> str:
    """The text with every character that a terminal might obey, or cannot show, replaced.

    Names in a repository are chosen by others: they may hold escape codes, marks that turn the writing direction
    around, line breaks, or bytes that are not UTF-8. Unusual spaces become plain ones.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if unicodedata.category(c) == "Zs" else "\ufffd" for c in text)


def wrapped(first: str, text: str, indent: int, width: int = WIDTH) -> list[str]:
    """The text in lines: `first` stands before it (and is as wide as the indent), later lines are indented.

    A word that is longer than a line stays whole, and so does `a command`, so that both can still be copied.
    """
    whole = _CODE.sub(lambda code: code[0].replace(" ", "\u00a0"), text)
    lines = textwrap.wrap(whole, width - indent, break_long_words=False, break_on_hyphens=False)
    lines = [line.replace("\u00a0", " ") for line in lines]
    margin = " " * indent
    return [first + lines[0], *(margin + line for line in lines[1:])] if lines else [first.rstrip()]


def shortened(text: str, width: int) -> str:
    """The text in at most so many columns; what does not fit is left out in the middle."""
    if len(text) <= width:
        return text
    head = (width - 1) // 2
    return text[:head] + "…" + text[len(text) - (width - 1 - head) :]
