# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""There is a public roadmap, and it was touched in the past year."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, own_links, people, publiccode, retirement, roadmap
from ospo.formats.community_files import FileKind

_YEAR = timedelta(days=366)
_KINDS = (FileKind.README, FileKind.CONTRIBUTING, FileKind.GOVERNANCE)


def check(repository: Snapshot) -> Verdict:
    """Goes by the dates in the text: the files of a clone do not tell when each of them was changed."""
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    found = next(_texts(repository), None)
    if found is not None:
        return _age(repository, *found)
    away = next(_links(repository), None)
    if away is not None:
        return unknown("elsewhere", away, path=away.path or "")
    return unknown("not-found")


def _texts(repository: Snapshot) -> Iterator[tuple[str, int, str]]:
    """Every roadmap in the tree as path, first line and text: files, then sections."""
    for entry in roadmap.locate(repository.entries()):
        yield entry.path, 1, community_files.text(repository, entry)
    for entry in community_files.locate(repository.entries(), FileKind.README):
        section = roadmap.section(community_files.text(repository, entry), entry.path)
        if section is not None and section.text.strip():
            yield entry.path, section.line, f"# {section.title}\n\n{section.text}"


def _age(repository: Snapshot, path: str, line: int, text: str) -> Verdict:
    if not roadmap.has_plans(text, path):
        return not_met("empty", Evidence(path), path=path)
    found = roadmap.dated(text, path)
    if found is None:
        return _of_a_young_repository(repository, Evidence(path, line)) or unknown(
            "age", Evidence(path, line), path=path
        )
    place = Evidence(path, found.line if line == 1 else line)
    day = found.day.isoformat()
    until = datetime.combine(found.day, time(), UTC) + (timedelta(days=1) if found.is_plan else _YEAR)
    if until <= repository.committed:
        return not_met("old", place, path=path, date=day)
    later = unknown("passed", place, path=path, date=day)
    if repository.fetched is not None and repository.fetched >= until:
        later = not_met("old", place, path=path, date=day)
    return met("current", place, until=until, afterwards=later, path=path, date=day)


def _of_a_young_repository(repository: Snapshot, place: Evidence) -> Verdict | None:
    """Where the whole history is of the past year, so is the roadmap."""
    if repository.is_shallow or not people.is_dated(repository.committed):
        return None
    first = repository.committed
    for commit in repository.commits():
        when = commit.committer.when
        if not people.is_dated(when) or when <= repository.committed - _YEAR:
            return None
        first = min(first, when)
    later = unknown("age", place, path=place.path or "")
    return met("new", place, until=first + _YEAR, afterwards=later, path=place.path or "")


def _links(repository: Snapshot) -> Iterator[Evidence]:
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    if found and document and isinstance(document.value.get("roadmap"), str):
        yield Evidence(found[0], document.line("roadmap"))
    for kind in _KINDS:
        for entry in community_files.locate(repository.entries(), kind):
            for link in roadmap.links(community_files.text(repository, entry)):
                if own_links.path_of(link.target, entry.path, repository.remotes) is None:
                    yield Evidence(entry.path, link.line)
