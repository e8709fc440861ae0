# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Standard for Public Code as Markdown: a file per criterion, with a list of requirements."""

import re
from collections.abc import Iterator, Mapping

from ospo.domain.norm import Requirement

_NAME = re.compile(r"(?:^|/)criteria/([a-z0-9-]+)\.md\Z")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)")
_WORDS = (("MUST NOT", "must"), ("MUST", "must"), ("SHOULD NOT", "should"), ("SHOULD", "should"))


def is_source(path: str) -> bool:
    """A file such as criteria/code-in-the-open.md, but not its list of all criteria."""
    found = _NAME.search(path)
    return found is not None and found[1] != "index"


def read(files: Mapping[str, str]) -> tuple[Requirement, ...]:
    """Each criterion (all its requirements, one per line), and each of its requirements by number."""
    return tuple(r for path, text in sorted(files.items()) for r in _of_file(path, text))


def _of_file(path: str, text: str) -> Iterator[Requirement]:
    found = _NAME.search(path)
    texts = list(_requirements(text))
    if found is None or not texts:
        return
    yield Requirement(f"spc:{found[1]}", "\n".join(texts), "criterion")
    for n, words in enumerate(texts, 1):
        level = next((level for word, level in _WORDS if word in words), "optional")
        yield Requirement(f"spc:{found[1]}/{n}", words, level)


def _requirements(text: str) -> Iterator[str]:
    inside = False
    for line in text.splitlines():
        if line.startswith("#"):
            inside = line.strip("# ").lower() == "requirements"
        elif inside and line.startswith(("* ", "- ")):
            yield _LINK.sub(r"\1", line[2:]).strip()
