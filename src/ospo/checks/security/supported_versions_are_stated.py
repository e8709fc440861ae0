# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says which of its versions get security updates, or until when."""

import re
from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import community_files, guides, program_code, supported_table, supported_versions, tree, versions
from ospo.formats.community_files import FileKind
from ospo.formats.guides import Guide
from ospo.formats.supported_versions import Kind

_MANUALS = ("docs/", "doc/", "documentation/", "documentatie/", ".github/", "governance/")
_TEXTS = (".md", ".markdown", ".rst", ".adoc", ".txt", ".mdx")
_MOST = 150  # pages of a manual that are read
_LARGEST = 200_000
_NO_MANUAL = re.compile(
    r"release|change|news|whats[-_]?new|history|versions/|archive|archief|/adrs?/|decisions?/", re.I
)
# Words, in lower case, without one of which a page states nothing: a quick sieve, as pages are many.
_WORDS = (
    *(b"supported", b"maintained", b"patched", b"ondersteun", b"onderh"),
    *(b"which versions", b"backport", b"beveiligings", b"veiligheids"),
)
# Each of these opens with a word, for such an expression is much quicker to look for than one with a choice.
_OF_VERSIONS = rb"s? (?:support|maintenance|life|update|fix|patch)"
_PHRASES = tuple(
    map(
        re.compile,
        (
            rb"lts\b",
            rb"end[ -]of[ -](?:life|support)",
            rb"support (?:policy|period|window|li|time|status)",
            *(word + _OF_VERSIONS for word in (b"security", b"release", b"version")),
        ),
    )
)


def check(repository: Snapshot) -> Verdict:
    """Met by a section or a sentence in the policy, the page on support, the README or the manual in the tree."""
    unfilled, linked = None, None
    read: list[Guide] = []
    for path, text, is_about in _central(repository):
        read.append(Guide(path, text))
        found = supported_versions.find(text, path, is_about_security=is_about)
        if found and found[0] is Kind.STATED:
            return (_behind(repository, path, text) if is_about else None) or met(
                "found", Evidence(path, found[1]), path=path
            )
        if found:
            unfilled = unfilled or not_met("template", Evidence(path, found[1]), path=path)
        if line := supported_versions.elsewhere(text):
            linked = linked or unknown("elsewhere", Evidence(path, line), path=path)
    paths = tree.paths(repository.entries())
    pages = [path for path in paths if _is_manual(path)]
    for path, text in _manual(repository, pages[:_MOST]):
        found = supported_versions.find(text, path, is_about_security=False)
        if found and found[0] is Kind.STATED:
            return met("found", Evidence(path, found[1]), path=path)
    if unfilled:
        return unfilled
    verdict = _not_asked(repository, paths) or linked or _of_owner(repository)
    if verdict:
        return verdict
    if len(pages) > _MOST:
        return unknown("too-many-pages", count=_MOST)
    if place := guides.elsewhere(read, paths, repository.remotes):
        return unknown("manual-elsewhere", Evidence(*place), path=place[0])
    return not_met("not-stated")


def _behind(repository: Snapshot, path: str, text: str) -> Verdict | None:
    """A table that supports only versions older than the newest release was not kept up."""
    left = supported_table.left_behind(text, (tag.name for tag in repository.tags()))
    if left is None:
        return None
    row, newest = left
    return not_met("behind", Evidence(path, row.line), path=path, version=row.said, tag=newest)


def _not_asked(repository: Snapshot, paths: tree.Paths) -> Verdict | None:
    """Without code or versions there is nothing to support."""
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    if any(versions.parse(tag.name) for tag in repository.tags()):
        return None
    return unknown("history-cut") if repository.is_shallow else not_applicable("no-releases")


def _of_owner(repository: Snapshot) -> Verdict | None:
    is_own = bool(community_files.locate(repository.entries(), FileKind.SECURITY))
    if not is_own and community_files.may_be_inherited(repository.remotes, FileKind.SECURITY):
        return unknown("may-be-inherited", file="SECURITY")
    return None


def _is_manual(path: str) -> bool:
    name = path.lower()
    return name.startswith(_MANUALS) and name.endswith(_TEXTS) and not _NO_MANUAL.search(name)


def _central(repository: Snapshot) -> Iterator[tuple[str, str, bool]]:
    for kind in (FileKind.SECURITY, FileKind.SUPPORT, FileKind.README, FileKind.CONTRIBUTING):
        for entry in community_files.locate(repository.entries(), kind):
            is_about = kind in (FileKind.SECURITY, FileKind.SUPPORT)
            yield entry.path, community_files.text(repository, entry), is_about


def _manual(repository: Snapshot, pages: list[str]) -> Iterator[tuple[str, str]]:
    for path, content in repository.read_all(pages):
        if isinstance(content, Unreadable) or len(content) > _LARGEST:
            continue
        if _may_state(content.lower()):
            yield path, community_files.decode(content)


def _may_state(page: bytes) -> bool:
    return any(word in page for word in _WORDS) or any(phrase.search(page) for phrase in _PHRASES)
