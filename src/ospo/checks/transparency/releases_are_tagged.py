# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Releases are tagged in git, each with a version of its own."""

from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import changelog, ci, program_code, releases, tree, versions

_MOST_READ = 5
# Tags that are moved along: others take a release by them, but they name no version.
_MOVING = frozenset({"latest", "stable", "current", "release", "live", "production"})
_ACTION = frozenset({"action.yml", "action.yaml"})  # what others use is the repository itself


def check(repository: Snapshot) -> Verdict:
    """Met when a tag states a version; not when files speak of releases and no tag does.

    A clone can be made without its tags. Where pipelines work with tags and none is here, that is the likelier
    reason, and the answer is unknown.
    """
    tags = [tag for tag in repository.tags() if versions.parse(tag.name)]
    if tags:
        newest, when = tags[0].name, tags[0].when
        if when is None:
            return met("tagged-undated", tag=newest, count=len(tags))
        return met("tagged", tag=newest, date=when.date().isoformat(), count=len(tags))
    if repository.is_shallow:
        return unknown("history-cut")
    paths = tree.paths(repository.entries())
    moving = [tag.name for tag in repository.tags() if tag.name.lower() in _MOVING]
    if moving and (program_code.is_program(paths) or _ACTION.intersection(paths)):
        return not_met("moving-only", tag=moving[0])
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    signs = next(_signs(repository, paths), None)
    if signs is None:
        return not_applicable("no-releases")
    place, version = signs
    pipelines = [pipeline.path for pipeline in ci.locate(paths)]
    for path, text in _texts(repository, [*pipelines, *releases.sources(paths)]):
        if line := releases.by_tag_line(text):
            return unknown("tags-may-be-left-out", place, Evidence(path, line), version=version)
    return not_met("untagged", place, version=version, path=place.path or "")


def _signs(repository: Snapshot, paths: tree.Paths) -> Iterator[tuple[Evidence, str]]:
    """Places outside the tags that speak of a release, with its version; the change log first."""
    logs = [path for path in changelog.locate(paths) if path.count("/") <= 1]
    for path, text in _texts(repository, logs[:_MOST_READ]):
        if found := changelog.first_version(text):
            yield Evidence(path, found[0]), found[1]
    for path, text in _texts(repository, releases.sources(paths)):
        if found := releases.stated(path, text):
            yield Evidence(path, found[0]), found[1]


def _texts(repository: Snapshot, paths: list[str]) -> Iterator[tuple[str, str]]:
    for path, content in repository.read_all(paths):
        if isinstance(content, bytes):
            yield path, content.decode("utf-8", errors="replace")
