# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the software is ready to be used is said, and does not contradict its releases or the work on it."""

from datetime import timedelta
from itertools import islice

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import community_files, people, program_code, publiccode, readiness, retirement, tree, versions
from ospo.formats.community_files import FileKind
from ospo.formats.readiness import Said, Stage

_ENOUGH = 3  # releases of version 1 or higher
_HIGHEST = 1000  # above it a number is a year or a build, and promises nothing
_BUSY = 20  # commits by people in the quarter before the commit
_QUARTER = timedelta(days=91)
_MOST_READ = 500


def check(repository: Snapshot) -> Verdict:
    """Met by publiccode.yml, the README or a manifest; a version number alone settles nothing."""
    found = publiccode.fetch(repository)
    if found and (said := readiness.of_publiccode(publiccode.read(found[1]))):
        return _agrees(repository, said, Evidence(found[0], said.line))
    if over := retirement.evidence(repository):
        return met("retired", over)
    for entry in community_files.locate(repository.entries(), FileKind.README):
        if said := readiness.of_readme(community_files.text(repository, entry), entry.path):
            return met("readme", Evidence(entry.path, said.line), path=entry.path)
    if manifest := _in_manifest(repository):
        return met("manifest", manifest, path=manifest.path or "")
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    named = [tag.name for tag in repository.tags() if (version := versions.parse(tag.name)) and not version.is_build]
    if named:
        return unknown("only-versions", tag=named[0], count=len(named))
    return not_met("missing")


def _agrees(repository: Snapshot, said: Said, place: Evidence) -> Verdict:
    """Hold what publiccode.yml says against the tags and the work of the last quarter."""
    released = _released(repository)
    if said.stage is Stage.NOT_READY and len(released) >= _ENOUGH:
        return not_met("released", place, tag=released[0], count=len(released), path=place.path or "")
    if said.stage is Stage.RETIRED and not repository.is_shallow:
        recent = people.within(islice(repository.commits(), _MOST_READ), repository.committed, _QUARTER)
        n = sum(map(people.is_human, recent))
        if n >= _BUSY:
            return not_met("busy", place, n=n, path=place.path or "")
    return met("publiccode", place, path=place.path or "")


def _released(repository: Snapshot) -> list[str]:
    """The tags of the whole with a version of 1 or higher that is no stage before a release, newest first."""
    names = [tag.name for tag in repository.tags()]
    parsed = [(name, versions.parse(name)) for name in names]
    return [
        name
        for name, version in parsed
        if version
        and not version.project
        and not version.is_prerelease
        and not version.is_build
        and len(version.numbers) > 1
        and 1 <= version.numbers[0] < _HIGHEST
    ]


def _in_manifest(repository: Snapshot) -> Evidence | None:
    wanted = [path for path in tree.paths(repository.entries()) if readiness.is_manifest(path)]
    for path, content in repository.read_all(wanted):
        if isinstance(content, Unreadable):
            continue
        if said := readiness.of_manifest(content.decode("utf-8", errors="replace")):
            return Evidence(path, said.line)
    return None
