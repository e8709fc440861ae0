# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Patterns over paths as .gitignore, .gitattributes and the include lists of packages write them.

A pattern without a slash is of a name at any depth; one with a slash is of a path from the root; `**` spans folders.
"""

from fnmatch import fnmatchcase

_LONGEST = 300  # characters of a pattern; a longer one matches nothing
_MOST_STARS = 20  # wildcards in one part of a path


def matches(pattern: str, path: str, *, anchored: bool = False) -> bool:
    """True when the pattern is of this path itself (not of a folder above it).

    Args:
        pattern: as written, without a leading "!".
        path: from the root, with "/" between its parts.
        anchored: a pattern without a slash is of the root only, as in the lists of some packages.
    """
    text = pattern.removeprefix("./").rstrip("/")
    if not text or len(text) > _LONGEST:
        return False
    if "/" not in text and not anchored:
        return _part(text, path.rpartition("/")[2])
    return _parts(text.lstrip("/").split("/"), path.split("/"))


def covers(pattern: str, path: str, *, anchored: bool = False) -> bool:
    """True when the pattern is of this path or of a folder that holds it."""
    parts = path.split("/")
    return any(matches(pattern, "/".join(parts[:end]), anchored=anchored) for end in range(len(parts), 0, -1))


def _parts(wanted: list[str], have: list[str]) -> bool:
    """Match part by part; `reached` holds the places in the pattern where a way through the path may be."""
    reached = {0}
    for part in have:
        reached = {after for place in _spread(wanted, reached) for after in _step(wanted, place, part)}
        if not reached:
            return False
    return len(wanted) in _spread(wanted, reached)


def _spread(wanted: list[str], places: set[int]) -> set[int]:
    """The places, and those behind a `**` that stands there, for it may be of no folder at all."""
    found = set()
    for place in places:
        found.add(place)
        while place < len(wanted) and wanted[place] == "**":
            place += 1
            found.add(place)
    return found


def _step(wanted: list[str], place: int, part: str) -> list[int]:
    if place == len(wanted):
        return []
    if wanted[place] == "**":
        return [place]
    return [place + 1] if _part(wanted[place], part) else []


def _part(pattern: str, name: str) -> bool:
    return pattern.count("*") <= _MOST_STARS and fnmatchcase(name, pattern)
