# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says who maintains it: people, a team or an organisation."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import codeowners, community_files, maintainer_fields, maintainers, tree
from ospo.formats.community_files import FileKind
from ospo.formats.expression import Expression

_SETTINGS_OF_RESPEC = Expression(r"(?:js/)?config\.m?js")


def check(repository: Snapshot) -> Verdict:
    """Met by a file, CODEOWNERS, a section, a sentence of the README, or a field.

    AUTHORS does not count: it says who wrote, not who maintains.
    """
    for entry in community_files.locate(repository.entries(), FileKind.MAINTAINERS):
        if community_files.has_words(community_files.text(repository, entry)):
            return met("file", Evidence(entry.path), path=entry.path)
    named = _owners(repository) or _prose(repository) or _metadata(repository)
    if named or (named := _unmaintained(repository) or _at_the_owner(repository)):
        return named
    perhaps = _contact(repository)
    return unknown("perhaps", perhaps, path=perhaps.path or "") if perhaps else not_met("missing")


def _owners(repository: Snapshot) -> Verdict | None:
    by_path = tree.entries(repository.entries()).by_path
    place = codeowners.place(by_path, repository.remotes)
    if place is None or not place.is_read:
        return None
    owned = codeowners.parse(community_files.text(repository, by_path[place.path]), place.forge).owned
    return met("codeowners", Evidence(place.path, owned[0].line), path=place.path) if owned else None


def _prose(repository: Snapshot) -> Verdict | None:
    for kind in (FileKind.GOVERNANCE, FileKind.README, FileKind.CONTRIBUTING):
        for entry in community_files.locate(repository.entries(), kind):
            text = community_files.text(repository, entry)
            if line := maintainers.section_line(text, entry.path):
                return met("section", Evidence(entry.path, line), path=entry.path)
            if kind is FileKind.README and (line := maintainers.sentence_line(text, entry.path)):
                return met("section", Evidence(entry.path, line), path=entry.path)
    return None


def _metadata(repository: Snapshot) -> Verdict | None:
    for entry in repository.entries():
        if not maintainer_fields.may_name(entry.path):
            continue
        if line := maintainer_fields.line(entry.path, community_files.text(repository, entry)):
            return met("metadata", Evidence(entry.path, line), path=entry.path)
    return None


def _unmaintained(repository: Snapshot) -> Verdict | None:
    """Nobody maintains this any more: then there is nobody to name."""
    for entry in community_files.locate(repository.entries(), FileKind.README):
        if line := maintainers.unmaintained_line(community_files.text(repository, entry)):
            return not_applicable("unmaintained", Evidence(entry.path, line), path=entry.path)
    return None


def _at_the_owner(repository: Snapshot) -> Verdict | None:
    """The README points to what the owner agreed for all its repositories, which is not in a clone."""
    own = community_files.locate(repository.entries(), FileKind.GOVERNANCE)
    if own or not community_files.may_be_inherited(repository.remotes, FileKind.GOVERNANCE):
        return None
    for entry in community_files.locate(repository.entries(), FileKind.README):
        if line := community_files.owners_line(community_files.text(repository, entry), repository.remotes):
            return unknown("may-be-inherited", Evidence(entry.path, line), path=entry.path, file="GOVERNANCE.md")
    return None


def _contact(repository: Snapshot) -> Evidence | None:
    """Where somebody is named to turn to, to look at changes, or as editor: they may well maintain it."""
    for entry in community_files.locate(repository.entries(), FileKind.README):
        if line := maintainers.contact_line(community_files.text(repository, entry), entry.path):
            return Evidence(entry.path, line)
    for kind in (FileKind.CONTRIBUTING, FileKind.SECURITY, FileKind.SUPPORT):
        for entry in community_files.locate(repository.entries(), kind):
            if line := maintainers.reviewer_line(community_files.text(repository, entry), entry.path):
                return Evidence(entry.path, line)
    for entry in tree.entries(repository.entries()).fitting(_SETTINGS_OF_RESPEC):
        if line := maintainers.editors_line(community_files.text(repository, entry)):
            return Evidence(entry.path, line)
    return None
