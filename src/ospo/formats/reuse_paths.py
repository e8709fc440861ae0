# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE 3.3, the paths: which files must carry information, and the patterns of REUSE.toml and DEP5."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ospo.domain.snapshot import Entry
from ospo.formats import tree
from ospo.formats.tree import Entries

# Section "Covered and ignored Files". Submodules and symlinks are told apart by kind, empty files by object id.
_IGNORED_NAME = re.compile(
    r"LICEN[CS]E(?:[-.].*)?|COPYING(?:[-.].*)?|REUSE\.toml|\.hgtags|\.git|.*\.license"
    r"|.*\.spdx(?:\.(?:json|ya?ml|xml|rdf))?"
    # Two licences in whose text a tag stands; `reuse lint` leaves files that are called by them alone.
    r"|CAL-1\.0(?:-Combined-Work-Exception)?(?:\..+)?|SHL-2\.1(?:\..+)?",
    re.DOTALL,
)
_IGNORED_FOLDER = re.compile(r"(?:^|/)(?:LICENSES|\.reuse|\.git|\.hg|\.sl|subprojects/[^/]+)/")
_EMPTY = frozenset(
    {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",  # the empty blob in SHA-1
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",  # and in SHA-256
    }
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Information that a REUSE.toml table or a DEP5 paragraph gives to the paths it matches.

    `expressions` are the licence expressions as written, valid or not; `aggregate`: they add to what is closer.
    """

    paths: re.Pattern[str]
    copyright: bool
    licence: bool
    override: bool = False
    aggregate: bool = False
    expressions: tuple[str, ...] = ()


def is_covered(entry: Entry) -> bool:
    """True when the specification asks this file to carry information (an empty file is told by its object id)."""
    return (
        entry.is_file
        and entry.object_id not in _EMPTY
        and _IGNORED_NAME.fullmatch(entry.name) is None
        and not _is_ignored(entry.path.rpartition("/")[0])
    )


@lru_cache(maxsize=1 << 12)  # many files stand in one folder
def _is_ignored(folder: str) -> bool:
    return _IGNORED_FOLDER.search(f"{folder}/") is not None


@tree.once_per_tree
def covered(entries: Entries) -> list[str]:
    """The paths of the files that the specification asks to carry information."""
    return [entry.path for entry in entries if is_covered(entry)]


def toml_paths(patterns: Iterable[str]) -> re.Pattern[str]:
    """The patterns of a REUSE.toml: `*` stops at a slash, `**` and `**/` do not, a backslash escapes."""
    return _joined(map(_TOML_TOKEN.findall, patterns))


def dep5_paths(patterns: Iterable[str]) -> re.Pattern[str]:
    """The patterns of a DEP5 file: `*` and `?` match slashes too, a backslash escapes."""
    return _joined(map(_DEP5_TOKEN.findall, patterns))


_TOML_TOKEN = re.compile(r"(?P<any>\*\*/?)|(?P<one>\*)|(?P<question>(?!))|\\?(?P<literal>.)", re.DOTALL)
_DEP5_TOKEN = re.compile(r"(?P<any>\*+)|(?P<one>(?!))|(?P<question>\?)|\\?(?P<literal>.)", re.DOTALL)

_Token = tuple[str, str, str, str]


def _joined(patterns: Iterable[list[_Token]]) -> re.Pattern[str]:
    return re.compile("|".join(map(_expression, patterns)), re.DOTALL)


def _expression(tokens: list[_Token]) -> str:
    """One pattern as a regular expression that cannot backtrack without end, whatever a stranger wrote.

    Wildcards are committed to at the first place where what follows them fits: between two `**` the first place
    is as good as any later one, and so it is for `*` up to the next slash.
    """
    parts = [[""]]  # between the `**`, and in there between the `*`
    for many, one, question, literal in tokens:
        if many:
            parts.append([""])
        elif one:
            parts[-1].append("")
        else:
            parts[-1][-1] += "." if question else re.escape(literal)
    first, *rest = (_segment(part, last=index == len(parts) - 1) for index, part in enumerate(parts))
    if not rest:
        return first
    return first + "".join(f"(?>.*?{segment})" for segment in rest[:-1]) + ".*" + rest[-1]


def _segment(chunks: list[str], *, last: bool) -> str:
    first, *rest = chunks
    if not rest:
        return first
    end = f"[^/]*{rest[-1]}" if last else f"(?>[^/]*?{rest[-1]})"
    return first + "".join(f"(?>[^/]*?{chunk})" for chunk in rest[:-1]) + end
