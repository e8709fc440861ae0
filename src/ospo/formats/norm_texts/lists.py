# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norms that are lists on pages: each item below a heading is a requirement, and has no id but ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ospo.domain.norm import Requirement
from ospo.errors import ParseError

_ITEM = re.compile(r"[ \t]{0,8}[-*•][ \t]+(\S.{0,2000})")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")


@dataclass(frozen=True, slots=True)
class Section:
    """Items below a heading that starts so, in a file by this name; they are numbered after the prefix.

    `within` is how the chapter (a heading of the second level) begins that it must stand in.
    """

    file: str
    heading: str
    prefix: str
    level: int | str | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """A reader for one norm; the last heading that a section knows decides whose items follow."""

    sections: tuple[Section, ...]

    def is_source(self, path: str) -> bool:
        """True for a file that one of the sections stands in."""
        return any(_is_named(path, s.file) for s in self.sections)

    def read(self, files: Mapping[str, str]) -> tuple[Requirement, ...]:
        """The items of every section, with links as plain text.

        Raises:
            ParseError: one of the files is there and another is not: the rest would seem to have vanished.
        """
        missing = {s.file for s in self.sections if not any(_is_named(path, s.file) for path in files)}
        if files and missing:
            message = "holds no {file}: put copies of all sources of this norm in one folder"
            raise ParseError(message, file=min(missing))
        found: list[Requirement] = []
        for path, text in sorted(files.items()):
            own = [s for s in self.sections if _is_named(path, s.file)]
            found += _of_file(text, own)
        return tuple(found)


def _is_named(path: str, file: str) -> bool:
    return path == file or path.endswith(f"/{file}")


def _of_file(text: str, sections: list[Section]) -> Iterator[Requirement]:
    section, number, chapter = None, 0, ""
    for line in text.splitlines():
        item = _ITEM.match(line)
        words = line.strip("# \t").lower()
        if line.startswith("## "):
            chapter = words
        begun = next((s for s in sections if _begins(words, s.heading) and _begins(chapter, s.within)), None)
        if item is None and (begun is not None or line.startswith("#")):
            section, number = begun, 0
        elif item is not None and section is not None and not _asks_nothing(item[1]):
            number += 1
            yield Requirement(f"{section.prefix}{number}", _LINK.sub(r"\1", item[1]).strip(), section.level)


def _begins(words: str, with_what: str) -> bool:
    return words.startswith(with_what.lower())


def _asks_nothing(item: str) -> bool:
    """`All criteria from level 1` repeats what stands there, and `TBD` was announced: neither asks anything yet."""
    return item.lower().startswith("all criteria from") or item.rstrip().endswith("TBD")


OPENCODE = Lists(
    (
        Section("active-maintained-badge.md", "Level 1", "opencode:maintenance-1.", 1),
        Section("active-maintained-badge.md", "Level 2", "opencode:maintenance-2.", 2),
        Section("active-maintained-badge.md", "Level 3", "opencode:maintenance-3.", 3),
        Section("security-badge.md", "Level 1", "opencode:security-1.", 1),
        Section("security-badge.md", "Level 2", "opencode:security-2.", 2),
        Section("security-badge.md", "Level 3", "opencode:security-3.", 3),
    )
)

REPOSITORY_POLICY = Lists(
    (
        Section("README.md", "For people", "policy:people-", "must", "Mandatory"),
        Section("README.md", "For repositories", "policy:repository-", "must", "Mandatory"),
        Section("README.md", "For repositories", "policy:optional-", "should", "Optional"),
        Section("richtlijn-repository-policy.md", "Wanneer voldoe je aan deze richtlijn", "policy:don-", "must"),
        Section("richtlijn-repository-policy.md", "Wanneer ben je echt goed bezig", "policy:don-extra-", "should"),
    )
)
