# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licence texts for the tests, made from what the program already carries: none is pasted into a test."""

import re
from importlib.resources import files

from ospo.formats import licence_library

_REMARK = re.compile(r"//\*\*.*?\*\*//", re.DOTALL)
_INNERMOST = re.compile(r"\(\((?P<first>(?:(?!\(\(|\)\)|\|\|).)*)(?:\|\|(?:(?!\(\(|\)\)).)*)?\)\)(?:\?\?)?", re.DOTALL)


def text(licence_id: str, number: int = 0) -> str:
    """The text of a licence as the library's pattern has it: of each choice the first, and all that may be absent."""
    source = _REMARK.sub("", licence_library.sources(licence_id)[number])
    while (plain := _INNERMOST.sub(r"\g<first>", source)) != source:
        source = plain
    return re.sub(r"__\d+__", "", source).replace("??", "").strip() + "\n"


def eupl_nl() -> str:
    """The Dutch text of the EUPL-1.2."""
    return (files("ospo.formats") / "data" / "EUPL-1.2.nl.txt").read_text("utf-8")
