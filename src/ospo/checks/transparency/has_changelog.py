# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed in each release can be read in the repository: a change log, loose entries, or a section."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import address, changelog, tree, versions

# Hosts that have no page for the notes of a release beside the tag.
_WITHOUT_RELEASE_NOTES = frozenset({"bitbucket.org", "dev.azure.com", "git.sr.ht", "git.kernel.org"})
_MOST_READ = 20


def check(repository: Snapshot) -> Verdict:
    """Met when a change log with content is there; with tags and without one, the forge may carry the notes."""
    paths = tree.paths(repository.entries())
    logs = changelog.locate(paths)
    for path, content in repository.read_all(logs[:_MOST_READ]):
        if isinstance(content, Unreadable) or changelog.is_log(path, content):
            return met("found", Evidence(path), path=path, count=len(logs))
    if parts := changelog.fragments(paths):
        return met("entries", *map(Evidence, parts[:5]), path=parts[0], count=len(parts))
    for path, content in repository.read_all(changelog.readmes(paths)):
        if isinstance(content, bytes) and (line := changelog.section(content.decode("utf-8", errors="replace"))):
            return met("in-readme", Evidence(path, line), path=path)
    releases = [tag for tag in repository.tags() if versions.parse(tag.name)]
    empty = [path for path in logs if "/" not in path]
    if empty:
        return not_met("empty", Evidence(empty[0]), path=empty[0])
    if releases:
        hosts = {address.host(remote) for remote in repository.remotes}
        if hosts and hosts <= _WITHOUT_RELEASE_NOTES:
            return not_met("missing", count=len(releases), tag=releases[0].name)
        return unknown("may-be-on-the-forge", count=len(releases), tag=releases[0].name)
    if repository.is_shallow:
        return unknown("history-cut")
    return not_applicable("no-releases")
