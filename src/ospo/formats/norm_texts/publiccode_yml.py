# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The publiccode.yml standard as reStructuredText: the schema as a whole, and each of its keys."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ospo.domain.norm import Requirement

_NAME = re.compile(r"(?:^|/)docs/standard/schema\.core\.rst\Z")
_KEY = re.compile(r"Key ``([^`\n]{1,80})``")
_RULE = re.compile(r"([=~^\"'-])\1{2,}\s*\Z")
_PRESENCE = re.compile(r"^-\s+Presence:\s*([a-z]+)(.{0,200})$", re.MULTILINE)


def is_source(path: str) -> bool:
    """docs/standard/schema.core.rst: the authentic text; translations stand in other folders."""
    return _NAME.search(path) is not None


def read(files: Mapping[str, str]) -> tuple[Requirement, ...]:
    """`publiccode:schema` is the whole file; the others are the text of a key, from its title to the next title."""
    return tuple(r for _, text in sorted(files.items()) for r in _of_file(text))


def _of_file(text: str) -> Iterator[Requirement]:
    yield Requirement("publiccode:schema", text.strip())
    lines = text.splitlines()
    titles = [n for n in range(len(lines) - 1) if lines[n].strip() and _RULE.match(lines[n + 1])]
    for start, end in pairwise([*titles, len(lines)]):
        key = _KEY.match(lines[start])
        if key:
            body = "\n".join(lines[start:end]).strip()
            yield Requirement(f"publiccode:{key[1]}", body, _level(lines[start], body))


def _level(title: str, body: str) -> str | None:
    if "deprecated" in title:
        return "deprecated"
    found = _PRESENCE.search(body)
    if found is None:
        return None
    return "conditional" if " if" in found[2] or "(if" in found[2] else found[1]
