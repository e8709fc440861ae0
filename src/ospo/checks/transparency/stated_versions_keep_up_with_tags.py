# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The versions that manifests and a badge in the README state are not behind the newest version tag."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ospo.domain.finding import Evidence, Outcome, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Tag, Unreadable
from ospo.formats import ci, community_files, stated_versions, tree, versions
from ospo.formats.community_files import FileKind
from ospo.formats.expression import Expression
from ospo.formats.stated_versions import Stated
from ospo.formats.versions import Version

# Our own choice, the one of publiccode-agrees-with-newest-tag: a month is room for what is updated after a release.
GRACE = timedelta(days=31)
_FIRST_YEAR = 1900  # a version that starts with a year counts in another way than one that starts with 1
_MOST_PIPELINES = 60
_MANIFESTS = frozenset({"package.json", "pyproject.toml"})
_BESIDE = _MANIFESTS | {"Makefile", "justfile", ".releaserc", ".releaserc.json", ".releaserc.yml", "release.config.js"}
# By these a pipeline writes a version into files, or hands a tag to what does. Generous: it only makes us say less.
_SETS = Expression(
    r"(?:npm|yarn|pnpm|poetry|hatch|uv|pdm|cargo|mvn|lerna)\s[^\n]{0,80}\bversions?\b|git-tag-version|set[-_]version"
    r"|versions:set|semantic[-_]release|dynamic[-_]versioning|setuptools[-_]scm|hatch[-_]vcs|git-?version|pkg set"
    r"|\b(?:sed|perl|jq|yq|awk|envsubst|echo)\b[^\n]{0,200}version|ref_name|GITHUB_REF\b|CI_COMMIT_TAG|(?:update|bump)[-_]version",
    re.IGNORECASE,
)
_TOOL = re.compile(r"semantic[-_]release")  # it works a version out from commits, and need not write it down
_LONGEST = 60  # characters of a tag that are shown
_DIGITS = re.compile(r"\d")
_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)


@dataclass(frozen=True, slots=True)
class _Released:
    """A tag of a release of the whole, with the version it states."""

    tag: Tag
    version: Version


def check(repository: Snapshot) -> Verdict:
    """Not met when a number that was tagged once still stands, and the history holds a tag of a later version.

    Being ahead is fine: that is the version that is being worked on. So is a tag that lies on another line of work.
    """
    stated = list(_stated(repository))
    if not stated:
        return not_applicable("no-claim")
    if repository.is_shallow:
        return unknown("shallow")
    released = [_Released(tag, version) for tag in repository.tags() if (version := _of_the_whole(tag))]
    if not released:
        return not_applicable("no-tags")
    verdicts = [_judge(repository, path, said, released) for path, said in stated]
    return min(verdicts, key=lambda verdict: _ORDER.index(verdict.outcome))


def _stated(repository: Snapshot) -> Iterator[tuple[str, Stated]]:
    paths = [entry.path for entry in repository.entries() if entry.is_file and stated_versions.is_manifest(entry.path)]
    for path, content in repository.read_all(paths):
        if isinstance(content, Unreadable):
            raise content
        if said := stated_versions.in_manifest(path, content):
            yield path, said
    for entry in community_files.locate(repository.entries(), FileKind.README):
        if said := stated_versions.in_readme(community_files.text(repository, entry)):
            yield entry.path, said


def _of_the_whole(tag: Tag) -> Version | None:
    """The version of a release; not of a part, a stage before it or a build, and no `v2` that is moved along."""
    version = versions.parse(tag.name)
    if version is None or version.project or version.is_prerelease or version.is_build or len(version.numbers) == 1:
        return None
    return version


def _judge(repository: Snapshot, path: str, stated: Stated, released: list[_Released]) -> Verdict:
    place, claimed = Evidence(path, stated.line), stated.version
    said = stated.value
    alike = [found for found in released if _is_calendar(found.version) == _is_calendar(claimed)]
    if not alike:
        return unknown("other-scheme", place, path=path, version=said, tag=released[0].tag.name[:_LONGEST])
    highest = max(alike, key=lambda found: found.version.key)
    if highest.version.key > claimed.key:
        past = repository.committed - GRACE
        old = [found for found in alike if found.tag.when is not None and found.tag.when <= past]
        nearest = _nearest(repository, old)
        if nearest and nearest.version.key > claimed.key:
            return _behind(repository, place, stated, nearest, alike)
        if nearest is None:
            tag = highest.tag.name[:_LONGEST]
            if all(found.tag.when and found.tag.when > past for found in alike if found.version.key > claimed.key):
                return met("recent", place, path=path, version=said, tag=tag)
            return unknown("other-line", place, path=path, version=said, tag=tag)
        highest = nearest
    own = next((found for found in alike if found.version.key == claimed.key), None)
    if own is None:
        return met("ahead", place, path=path, version=said, tag=highest.tag.name[:_LONGEST])
    return met("agrees", place, path=path, version=said, tag=own.tag.name[:_LONGEST])


def _nearest(repository: Snapshot, tags: list[_Released]) -> _Released | None:
    """The release the commit is built on: the first met on the way back; of several at one commit the lowest."""
    at: dict[str, list[_Released]] = defaultdict(list)
    for found in tags:
        at[found.tag.commit].append(found)
    if not at:
        return None
    ids = (commit.id for commit in repository.commits())
    reached = repository.commit if repository.commit in at else next((commit for commit in ids if commit in at), "")
    return min(at[reached], key=lambda found: found.version.key) if reached else None


def _behind(
    repository: Snapshot, place: Evidence, stated: Stated, nearest: _Released, alike: list[_Released]
) -> Verdict:
    """Not met, unless the number may count something else, or is overwritten before anybody gets to see it."""
    claimed = stated.version
    words = {"path": place.path or "", "version": stated.value, "tag": nearest.tag.name[:_LONGEST]}
    if claimed.is_prerelease:
        return unknown("stage", place, **words)
    if not stated.is_package:
        return unknown("unpublished", place, **words)
    if not any(f.version.key == claimed.key and _shape(f.tag) == _shape(nearest.tag) for f in alike):
        return unknown("never-tagged", place, **words)
    if setter := _setter(repository):
        return unknown("set-by-pipeline", place, setter, **words)
    return not_met("behind", place, **words)


def _setter(repository: Snapshot) -> Evidence | None:
    """The line by which a pipeline may write versions into files."""
    paths = tree.paths(repository.entries())
    pipelines = [pipeline.path for pipeline in ci.locate(paths)][:_MOST_PIPELINES]
    for path, content in repository.read_all([*pipelines, *sorted(_BESIDE.intersection(paths))]):
        if isinstance(content, Unreadable):
            raise content
        text = content.decode("utf-8", "replace")
        if found := _TOOL.search(text) if path in _MANIFESTS else _SETS.search(text):
            return Evidence(path, text.count("\n", 0, found.start()) + 1)
    return None


def _is_calendar(version: Version) -> bool:
    return version.numbers[0] >= _FIRST_YEAR


def _shape(tag: Tag) -> str:
    """What stands before the number, but for a `v`: what tells `release-1.2` from `api-1.2`."""
    digit = _DIGITS.search(tag.name)
    return tag.name[: digit.start() if digit else 0].lower().removesuffix("v")
