# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
""".gitattributes, as far as it says what an archive of the repository leaves out: the attribute `export-ignore`."""

from collections.abc import Sequence
from dataclasses import dataclass

from ospo.formats import path_patterns

NAME = ".gitattributes"
_ATTRIBUTE = "export-ignore"
_MAX_BYTES = 500_000
_MOST_RULES = 2000


@dataclass(frozen=True, slots=True)
class Rule:
    """A line (from 1) that leaves paths out of an archive, or takes that back."""

    pattern: str
    leaves_out: bool
    line: int


def parse(content: bytes) -> list[Rule]:
    """The lines of a file in the root that are about `export-ignore`, in order."""
    found = []
    text = content[:_MAX_BYTES].decode("utf-8", errors="replace")
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.split()
        if len(words) < 2 or words[0].startswith(("#", "[attr]")):
            continue
        for word in words[1:]:
            if word.lstrip("-!").partition("=")[0] == _ATTRIBUTE:
                found.append(Rule(words[0].strip('"'), word in (_ATTRIBUTE, f"{_ATTRIBUTE}=true"), number))
    return found[:_MOST_RULES]


def left_out(rules: Sequence[Rule], path: str) -> Rule | None:
    """The rule by which an archive lacks this path or a folder above it; of the rules for one path the last counts."""
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        above = "/".join(parts[:end])
        of_it = [
            rule for rule in rules if path_patterns.matches(rule.pattern, above) and not rule.pattern.endswith("/")
        ]
        if of_it and of_it[-1].leaves_out:
            return of_it[-1]
    return None
