# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The README, or other documentation, leads to the issue tracker and to the changes that people propose."""

from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Entry, Snapshot
from ospo.formats import community_files, guides, retirement, trackers, tree
from ospo.formats.community_files import FileKind
from ospo.formats.guides import Guide
from ospo.formats.trackers import Page

_KINDS = (FileKind.README, FileKind.CONTRIBUTING, FileKind.SUPPORT)


def check(repository: Snapshot) -> Verdict:
    """Met by a link to each in the documentation; a page of the same owner counts as well."""
    found = _links(repository)
    issues, changes = found.get(Page.ISSUES), found.get(Page.CHANGES)
    if issues and changes:
        return met("both", issues, changes)
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    if away := _elsewhere(repository):
        return unknown("elsewhere", away, path=away.path or "")
    if community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING) and not _rules(repository):
        return unknown("may-be-inherited", file="CONTRIBUTING.md")
    if board := _board(repository):
        return unknown("on-a-board", board, path=board.path or "")
    if issues:
        return not_met("issues-only", issues, path=issues.path or "")
    if changes:
        return not_met("changes-only", changes, path=changes.path or "")
    return not_met("none")


def _links(repository: Snapshot) -> dict[Page, Evidence]:
    found: dict[Page, Evidence] = {}
    for path, text in _texts(repository):
        for link in trackers.links(text, repository.remotes):
            if link.is_own:
                found.setdefault(link.page, Evidence(path, link.line))
        if len(found) == len(Page):
            break
    return found


def _texts(repository: Snapshot) -> Iterator[tuple[str, str]]:
    """The documentation, beginning where the links are expected."""
    entries = repository.entries()
    for kind in _KINDS:
        for entry in community_files.locate(entries, kind):
            yield entry.path, community_files.text(repository, entry)
    for guide in guides.read(repository, guides.locate(tree.paths(entries))):
        yield guide.path, guide.text


def _board(repository: Snapshot) -> Evidence | None:
    """Where the documentation leads to a project board, on which what is missing may stand."""
    found = ((path, trackers.board_line(text, repository.remotes)) for path, text in _texts(repository))
    return next((Evidence(path, line) for path, line in found if line), None)


def _rules(repository: Snapshot) -> list[Entry]:
    return community_files.locate(repository.entries(), FileKind.CONTRIBUTING)


def _elsewhere(repository: Snapshot) -> Evidence | None:
    """Where the README points to the CONTRIBUTING that the owner keeps elsewhere: the links may stand there."""
    readmes = community_files.locate(repository.entries(), FileKind.README)
    texts = (Guide(entry.path, community_files.text(repository, entry)) for entry in readmes)
    found = guides.owners_rules(texts, repository.remotes)
    return None if found is None else Evidence(*found)
