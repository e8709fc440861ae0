# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Version numbers as tags carry them: `v1.2.3`, `1.2`, `2024.01`, `release-1.2`, `project/v1.2.3`, `name-1.2`."""

import re
from dataclasses import dataclass
from functools import lru_cache

_MARK = r"(?:v\.?|ver(?:sion|sie)?[-_./]?|rel(?:ease)?s?[-_./]?|r)"
_DOTTED = r"\d{1,18}+(?:\.\d{1,18}+)++"
_NUMBERS = rf"(?P<numbers>{_DOTTED}|\d{{1,18}}+(?!\.\d))"
_SUFFIX = r"(?P<suffix>(?:[-+._~A-Za-z][0-9A-Za-z.+~_-]*)?)"
_DATE = r"(?P<numbers>(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?)"
# Tried in this order; after the name of a project a number alone does not do, so `sprint-12` is no version.
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?P<project>){_MARK}[-_]?{_NUMBERS}{_SUFFIX}",
        rf"(?P<project>){_NUMBERS}(?P<suffix>[-+._~]\d[0-9A-Za-z.+~_-]*|)",
        rf"(?P<project>)(?P<numbers>{_DOTTED}){_SUFFIX}",
        r"(?P<project>)(?P<numbers>\d{1,18}+(?!\.\d))(?P<suffix>[-._~](?:rc|alpha|beta|pre|dev)[0-9A-Za-z.+~_-]*)",
        rf"(?P<project>\S+?)[-/@_+]{_MARK}[-_]?{_NUMBERS}{_SUFFIX}",
        rf"(?P<project>\S*?[^\s\d.@_+/-])[-/@_+]*(?P<numbers>{_DOTTED}){_SUFFIX}",
        rf"(?P<project>\S+?)[-/@_+]{_DATE}(?P<suffix>)",
    )
)
_BRANCH = re.compile(r"^branch\b|dependabot|renovate", re.IGNORECASE)
_PRERELEASE = re.compile(
    r"^[abm]\.?\d{1,3}(?![0-9a-z])"
    r"|(?:^|[^a-z])(?:rc|alpha|beta|pre|preview|dev|snapshot|nightly|canary|draft|milestone|ea|test)(?![a-z])",
    re.IGNORECASE,
)
# A word after the number that is no stage before it: anything else with a letter first (-perftest) is, as in semver.
_LATER = re.compile(
    r"(?:final|release|ga|post|patch|hotfix|fix|sp|p|r|rev|update|build|lts|stable|[a-z])(?![a-z])", re.I
)
# The hash of a commit at the end, as builds and `git describe` write it; without a letter it may be a date.
_BUILD = re.compile(r"(?:.*[-._~+])?g?(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}", re.IGNORECASE)
_CHUNK = re.compile(r"\d{1,18}|[a-z]+")
_MAX_LENGTH = 255

Key = tuple[tuple[int, ...], bool, tuple[tuple[bool, int, str], ...]]


@dataclass(frozen=True, slots=True)
class Version:
    """A version number taken apart; `project` is the part of a monorepo that a tag speaks of, or empty."""

    project: str
    numbers: tuple[int, ...]
    suffix: str = ""

    @property
    def is_prerelease(self) -> bool:
        """True for release candidates, alphas, snapshots, and any other word that semver puts before a release."""
        suffix = self.suffix.partition("+")[0]
        if _PRERELEASE.search(suffix) is not None:
            return True
        return suffix[:1].isalpha() and _LATER.match(suffix) is None

    @property
    def is_build(self) -> bool:
        """True when the hash of a commit stands behind the number: a program tagged what it built."""
        return _BUILD.fullmatch(self.suffix) is not None

    @property
    def key(self) -> Key:
        """What orders versions of one project: 1.2 equals 1.2.0 and 1.2+build, and 2.0-rc.1 comes before 2.0."""
        numbers = self.numbers
        while len(numbers) > 1 and numbers[-1] == 0:
            numbers = numbers[:-1]
        chunks = _CHUNK.findall(self.suffix.partition("+")[0].lower())
        rest = tuple((c.isdigit(), int(c) if c.isdigit() else 0, "" if c.isdigit() else c) for c in chunks)
        return numbers, not self.is_prerelease, rest


@lru_cache(maxsize=1 << 14)  # many checks ask it of the same tags
def parse(tag: str) -> Version | None:
    """The version a tag (or a plain version number) states, or None when it states none.

    A single number counts when nothing stands before it, or a mark as in `v38` and `release-25`; after the name
    of a project it takes a mark, a dot or a date (`name-v1`, `name-1.2`, `name-20240108`).
    """
    if len(tag) > _MAX_LENGTH or _BRANCH.search(tag):
        return None
    for shape in _SHAPES:
        if parts := shape.fullmatch(tag):
            numbers = tuple(int(n) for n in re.split(r"[._-]", parts["numbers"]))
            return Version(parts["project"], numbers, parts["suffix"].lstrip("-._~"))
    return None


def same(one: str, other: str) -> bool:
    """True when two spellings state the same version number: `v1.2.0`, `1.2` and `release-1.2` do."""
    left, right = parse(one), parse(other)
    return left is not None and right is not None and left.key == right.key
