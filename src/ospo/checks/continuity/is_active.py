# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person committed in the last year, unless the repository is retired, or a small tool that is finished."""

from itertools import islice

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, people, publiccode, status_notice

# Our own measure of small: what one person can look over in an hour. It need not change to be well kept.
FEW_FILES = 30
FEW_COMMITS = 20


def check(repository: Snapshot) -> Verdict:
    """Met for a year after the last commit by a person; whether that year is over, the scan knows.

    Silence counts only when the copy itself is young enough to have heard: work may have gone on since it was made.
    """
    notice = _notice(repository)
    if notice is not None:
        return not_applicable("retired", notice)
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    by_people = (
        c.committer.when
        for c in repository.commits()
        if people.is_dated(c.committer.when) and not people.is_bot(c.author)
    )
    newest = next(by_people, None)
    if newest is None:
        return unknown("shallow") if repository.is_shallow else not_applicable("no-people")
    last = min(newest, repository.committed)
    date, days = last.date().isoformat(), (repository.committed - last).days
    until = last + people.WINDOW
    files = sum(entry.is_file for entry in repository.entries())
    if repository.is_shallow:
        later = not_applicable("small", date=date, files=files) if files <= FEW_FILES else unknown("shallow")
        return met("active-shallow", until=until, afterwards=later, date=date, days=days)
    if files <= FEW_FILES or _has_few_commits(repository):
        later = not_applicable("small", date=date, files=files)
    elif repository.fetched is not None and repository.fetched >= until:
        later = not_met("quiet", date=date, fetched=repository.fetched.date().isoformat())
    else:
        later = unknown("copy-is-old", date=date)
    recent = people.within(repository.commits(), repository.committed)
    return met("active", until=until, afterwards=later, date=date, days=days, n=sum(map(people.is_human, recent)))


def _has_few_commits(repository: Snapshot) -> bool:
    by_people = filter(people.is_human, repository.commits())
    return sum(1 for _ in islice(by_people, FEW_COMMITS)) < FEW_COMMITS


def _notice(repository: Snapshot) -> Evidence | None:
    """Where the repository itself says that it is archived or obsolete."""
    for entry in community_files.locate(repository.entries(), community_files.FileKind.README)[:2]:
        line = status_notice.find(community_files.text(repository, entry))
        if line is not None:
            return Evidence(entry.path, line)
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    if found and document and document.value.get("developmentStatus") == "obsolete":
        return Evidence(found[0], document.line("developmentStatus"))
    return None
