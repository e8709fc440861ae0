# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licence texts for the tests, made from what the program already carries: none is pasted into a test."""

import re
from importlib.resources import files

from ospo.formats import licence_library, licence_texts

_REMARK = re.compile(r"//\*\*.*?\*\*//", re.DOTALL)
_INNERMOST = re.compile(r"\(\((?P<first>(?:(?!\(\(|\)\)|\|\|).)*)(?:\|\|(?:(?!\(\(|\)\)).)*)?\)\)(?:\?\?)?", re.DOTALL)


def text(licence_id: str) -> str:
    """The text of a licence, of each choice the first, and with all that may be absent."""
    listed = licence_texts.find(licence_id)
    return _plain(listed.sources[0] if listed else licence_library.sources(licence_id)[0])


def notice(licence_id: str) -> str:
    """The standard notice of a licence, as the library's pattern has it."""
    return _plain(licence_library.sources(licence_id)[0])


def _plain(source: str) -> str:
    source = _REMARK.sub("", source)
    while (plain := _INNERMOST.sub(r"\g<first>", source)) != source:
        source = plain
    return re.sub(r"__\d+__", "", source).replace("??", "").strip() + "\n"


def eupl_nl() -> str:
    """The Dutch text of the EUPL-1.2."""
    return (files("ospo.formats") / "data" / "EUPL-1.2.nl.txt").read_text("utf-8")
