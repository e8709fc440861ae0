# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Artefacts: the texts in a practice that a reader takes over whole, such as a decision, a clause or a form."""

import re
import textwrap
from dataclasses import dataclass

_BLOCK = re.compile(r"^(?P<indent> {0,8})```(?P<form>[a-z]{2,10})\n(?P<text>.*?)^(?P=indent)```$", re.M | re.S)
# The forms in which a text is to be taken over, with the ending of its file; a command or a bit of code is not.
ENDINGS = {"markdown": "md", "text": "txt", "yaml": "yml", "toml": "toml", "json": "json"}
_FEWEST = 5  # lines; what is shorter is an illustration


@dataclass(frozen=True, slots=True)
class Artefact:
    """One text, and the ending of the file that it belongs in."""

    ending: str
    text: str


def of(body: str) -> list[Artefact]:
    """The artefacts in the Markdown of a practice, in order."""
    found = []
    for block in _BLOCK.finditer(body):
        text = textwrap.dedent(block["text"])
        if block["form"] in ENDINGS and text.count("\n") >= _FEWEST:
            found.append(Artefact(ENDINGS[block["form"]], text))
    return found
