# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contributing guide says what a contribution must satisfy: at least two kinds of requirement."""

from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Entry, Snapshot
from ospo.formats import community_files, contribution_rules, own_links, request_templates, retirement
from ospo.formats.community_files import FileKind
from ospo.formats.contribution_rules import Requirement

ENOUGH = 2  # kinds; our own choice: one alone ("run the tests") leaves the rest to be guessed
_MOST_SHOWN = 4
_MOST_FOLLOWED = 6  # files of the repository that the guide refers to
_LONGEST = 50_000  # characters of each of those
_TEXTS = (".md", ".mdx", ".markdown", ".rst", ".adoc", ".asciidoc", ".txt", ".org")

_Found = dict[Requirement, Evidence]


def check(repository: Snapshot) -> Verdict:
    """Counts kinds over the guide in all its languages, what it refers to in the tree, and templates for a request."""
    guides = community_files.locate(repository.entries(), FileKind.CONTRIBUTING)
    texts = [(entry.path, community_files.text(repository, entry)) for entry in guides]
    texts = [(path, text) for path, text in texts if community_files.has_words(text)]
    is_file = bool(texts)
    texts = texts or list(_in_readme(repository))
    for path, text in texts:
        if (line := contribution_rules.closed_line(text, path)) is not None:
            return not_applicable("closed", Evidence(path, line), path=path)
    templates = request_templates.change_templates(repository.entries())
    read = [*texts, *_followed(repository, texts)]
    read += [(entry.path, community_files.text(repository, entry)) for entry in templates]
    found = _requirements(read)
    if len(found) >= ENOUGH:
        places = sorted(found.values(), key=lambda place: [path for path, _ in read].index(place.path or ""))
        return met("states", *places[:_MOST_SHOWN], path=places[0].path or "", n=len(found))
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    if not is_file and community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING):
        return unknown("may-be-inherited", file="CONTRIBUTING.md")
    return _lacking(repository, texts, found)


def _requirements(texts: list[tuple[str, str]]) -> _Found:
    found: _Found = {}
    for path, text in texts:
        for kind, line in contribution_rules.requirements(text, path).items():
            found.setdefault(kind, Evidence(path, line))
    return found


def _in_readme(repository: Snapshot) -> Iterator[tuple[str, str]]:
    """The section of each README on contributing, on the lines where it stands."""
    for entry in community_files.locate(repository.entries(), FileKind.README):
        section = contribution_rules.section_of(community_files.text(repository, entry), entry.path)
        if section is not None:
            yield entry.path, "\n" * (section.line - 1) + f"# {section.title}\n\n{section.text}"


def _followed(repository: Snapshot, texts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The files in the tree to which the guide sends its reader."""
    entries = {e.path: e for e in repository.entries() if e.is_file and e.path.lower().endswith(_TEXTS)}
    seen = {path for path, _ in texts}
    wanted: list[Entry] = []
    for path, text in texts:
        for link in contribution_rules.references(text, path):
            target = own_links.path_of(link.target, path, repository.remotes)
            if target in entries and target not in seen:
                seen.add(target)
                wanted.append(entries[target])
    for entry in wanted[:_MOST_FOLLOWED]:
        yield entry.path, community_files.text(repository, entry, _LONGEST)


def _lacking(repository: Snapshot, texts: list[tuple[str, str]], found: _Found) -> Verdict:
    """Fewer than two kinds: does the guide send its reader elsewhere, or does it leave them out?"""
    if not texts:
        return not_met("missing")
    for path, text in texts:
        links = contribution_rules.references(text, path)
        away = (x.line for x in links if own_links.path_of(x.target, path, repository.remotes) is None)
        line = next(away, None) or contribution_rules.reference_line(text, path)
        if line is not None:
            return unknown("elsewhere", Evidence(path, line), path=path)
    path = texts[0][0]
    for kind, place in found.items():
        return not_met("one-kind", place, path=place.path or path, kind=kind.value)
    return not_met("none", Evidence(path), path=path)
