# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Artefacts: the texts in a practice that a reader takes over whole, such as a decision, a clause or a form."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

# The forms in which a text is to be taken over, with the ending of its file; a command or a bit of code is not.
ENDINGS = {"markdown": "md", "text": "txt", "yaml": "yml", "toml": "toml", "json": "json"}
_FEWEST = 5  # lines; what is shorter is an illustration
_DEEPEST = 8  # spaces before a block, in a list
_FENCE = "```"
_FORM = re.compile(r"[a-z]{2,10}\n")


@dataclass(frozen=True, slots=True)
class Artefact:
    """One text as it stands in its block, and the ending of the file that it belongs in."""

    ending: str
    block: str

    @property
    def text(self) -> str:
        """What is taken over: without the room before each line that the list around the block asks for."""
        return textwrap.dedent(self.block)


def of(body: str) -> list[Artefact]:
    """The artefacts in the Markdown of a practice, in order."""
    blocks = [(form, block) for form, block in _blocks(body) if form in ENDINGS and block.count("\n") >= _FEWEST]
    return [Artefact(ENDINGS[form], block) for form, block in blocks]


def _blocks(body: str) -> Iterator[tuple[str, str]]:
    """Each block that names its form, and is closed as deep as it was opened.

    No expression that tries every line: a build looks at all texts each time.
    """
    at = body.find(_FENCE)
    while at >= 0:
        at += len(_FENCE)
        indent = body[body.rfind("\n", 0, at) + 1 : at - len(_FENCE)]
        form = _FORM.match(body, at)
        if form and len(indent) <= _DEEPEST and not indent.strip(" "):
            start, closing = form.end(), f"\n{indent}{_FENCE}"
            end = body.find(f"{closing}\n", start - 1)
            if end < 0 and body.endswith(closing):
                end = len(body) - len(closing)
            if end >= start - 1:
                yield form[0][:-1], body[start : end + 1]
                at = end + len(closing)
        at = body.find(_FENCE, at)
