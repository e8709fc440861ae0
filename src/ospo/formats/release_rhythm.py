# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rhythm of releases: on which days they were made, and how long a silence fits that."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from ospo.domain.snapshot import Tag
from ospo.formats import people, versions

LEAST = timedelta(days=183)  # our own choice: half a year without a release is never late


def days(tags: Iterable[Tag], at: datetime) -> list[date]:
    """The days on which versions were tagged up to a moment, oldest first.

    Tags that builds make do not count. Release candidates and tags of parts do: each is something that users get.
    """
    found: set[date] = set()
    for tag in tags:
        version = versions.parse(tag.name)
        if version is None or version.is_build or tag.when is None:
            continue
        if people.is_dated(tag.when) and tag.when <= at + timedelta(days=1):
            found.add(tag.when.date())
    return sorted(found)


def usual(made: Sequence[date]) -> int:
    """The days that usually lie between two releases."""
    return int(median(_gaps(made)))


def longest_silence(made: Sequence[date], times: int) -> timedelta:
    """How long a silence fits what went before: so many times the usual, the longest gap so far, or half a year."""
    gaps = _gaps(made)
    return max(times * timedelta(days=median(gaps)), timedelta(days=max(gaps)), LEAST)


def _gaps(made: Sequence[date]) -> list[int]:
    return [(later - earlier).days for earlier, later in pairwise(made)]
