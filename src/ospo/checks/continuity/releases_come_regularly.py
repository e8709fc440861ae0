# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Releases come regularly: the time since the newest one is not out of step with the releases before it."""

from datetime import UTC, datetime, time, timedelta
from itertools import islice

from ospo.domain.check import Parameter
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import changelog, people, release_rhythm, releases, retirement, tree, versions

ENOUGH = 4  # days with a release; with fewer there is no rhythm to speak of
FEW_COMMITS = 10  # by people since the newest release: too few to call for a next one
_MOST_READ = 5  # change logs
_LONGEST = 60
PARAMETERS = {
    "times": Parameter(3, source="Our own choice: how many times the usual gap between releases is still in step."),
}


def check(repository: Snapshot, times: int) -> Verdict:
    """Held against the project's own past, never against that of others."""
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    retired = retirement.evidence(repository)
    if retired is not None:
        return not_applicable("retired", retired)
    made = release_rhythm.days(repository.tags(), repository.committed)
    if len(made) < ENOUGH:
        return not_applicable("too-few", count=len(made), enough=ENOUGH)
    last, usual = made[-1], release_rhythm.usual(made)
    released = datetime.combine(last, time(), UTC)
    until = released + release_rhythm.longest_silence(made, times)
    date, n = last.isoformat(), len(made)
    since = repository.committed - released - timedelta(days=1)  # work of the day itself is in the release
    new_work = people.within(repository.commits(), repository.committed, since)
    commits = sum(1 for _ in islice(filter(people.is_human, new_work), FEW_COMMITS))
    if commits < FEW_COMMITS:
        later = not_applicable("nothing-new", date=date, commits=commits)
    elif beyond := _beyond_tags(repository):
        place, version = beyond
        later = unknown("untagged", place, date=date, version=version, path=place.path or "")
    elif repository.fetched is not None and repository.fetched >= until:
        later = not_met("late", date=date, usual=usual, limit=(until - released).days)
    else:
        later = unknown("copy-is-old", date=date)
    return met("in-step", until=until, afterwards=later, date=date, usual=usual, n=n)


def _beyond_tags(repository: Snapshot) -> tuple[Evidence, str] | None:
    """Where a change log or manifest names a higher version than any tag: releases go on, and tags do not."""
    tagged = [version.key for tag in repository.tags() if (version := versions.parse(tag.name))]
    paths = tree.paths(repository.entries())
    logs = [path for path in changelog.locate(paths) if path.count("/") <= 1]
    wanted = [*logs[:_MOST_READ], *releases.sources(paths)]
    for path, content in repository.read_all(wanted):
        if isinstance(content, Unreadable):
            continue
        text = content.decode("utf-8", errors="replace")
        found = changelog.first_version(text) if path in logs else releases.written(path, text)
        version = versions.parse(found[1]) if found else None
        if found and version and version.key > max(tagged):
            return Evidence(path, found[0]), found[1][:_LONGEST]
    return None
