# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of supported versions, held against a release: whether the release is newer than all that it supports."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ospo.formats import versions
from ospo.formats.versions import Version

_ROW = re.compile(r"^[ \t]{0,3}\|([^|\n]{1,80})\|([^|\n]{1,80})(?:\||$)")
_RULE = re.compile(r"[\s:-]+")
_NUMBER = re.compile(r"(?:<=?\s*)?v?(\d{1,6})(?:\.(\d{1,6}|x|\*))?(?:\.(\d{1,6}|x|\*))?(?:\.(?:x|\*))?", re.I)
_YES = re.compile(r"✅|✓|✔️?|:white_check_mark:|:heavy_check_mark:|yes|ja|supported|ondersteund", re.I)
_NO = re.compile(r"❌|✗|✘|:x:|no|nee|not supported|unsupported|niet ondersteund", re.I)
_NOTE = re.compile(r"\s*\*?\([^()]{0,60}\)\*?\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: the version as written and its leading numbers, and whether it still gets updates."""

    line: int
    said: str
    numbers: tuple[int, ...]
    is_supported: bool


def rows(text: str) -> list[Row]:
    """The rows of the first table with versions in it; none when one of its rows cannot be read for sure."""
    found: list[Row] = []
    for line, version, mark in _cells(text):
        number, yes, no = _NUMBER.fullmatch(version), _YES.fullmatch(mark), _NO.fullmatch(mark)
        if not number or not (yes or no):
            return []
        numbers = tuple(int(part) for part in number.groups() if part and part.isdecimal())
        found.append(Row(line, version, numbers, yes is not None))
    return found


def left_behind(text: str, released: Iterable[str]) -> tuple[Row, str] | None:
    """The last supported row, and the newest release when that is newer than every version the table supports.

    Args:
        text: that of a policy; its table is about the project itself.
        released: the names of tags; only plain versions count, and no stages before a release.
    """
    supported = [row for row in rows(text) if row.is_supported]
    newest = _newest(released) if supported else None
    if newest is None:
        return None
    name, version = newest
    if all(version.numbers[: len(row.numbers)] > row.numbers for row in supported):
        return max(supported, key=lambda row: row.numbers), name
    return None


def _cells(text: str) -> Iterator[tuple[int, str, str]]:
    """The first two cells of each row below the heading of the first table of which the heading speaks of versions."""
    is_table = is_inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        row = _ROW.match(line)
        if row is None:
            if is_inside:
                return
            is_table = False
            continue
        first, second = (cell.strip().strip("*`").strip() for cell in row.groups())
        if not is_table:
            is_table, is_inside = True, bool(re.match(r"versi", first, re.I))
        elif is_inside and not _RULE.fullmatch(first):
            yield number, first, _NOTE.sub("", second).strip()


def _newest(released: Iterable[str]) -> tuple[str, Version] | None:
    parsed = ((name, versions.parse(name)) for name in released)
    plain = [(name, v) for name, v in parsed if v and not v.project and not v.is_prerelease and not v.is_build]
    return max(plain, key=lambda found: found[1].key, default=None)
