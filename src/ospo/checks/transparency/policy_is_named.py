# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Code that carries out policy names the law, the rules or the registered algorithm, and links to it."""

from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, dutch, guides, policy_sources, program_code, publiccode, tree
from ospo.formats.community_files import FileKind


def check(repository: Snapshot) -> Verdict:
    """Met by a link at the front door, or the rules in the tree; whether there is policy at all, files do not tell."""
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    front = list(_front(repository))
    for path, text in front:
        if found := policy_sources.law_line(text):
            line, is_register = found
            if is_register:
                return met("register", Evidence(path, line), path=path)
            return met("law", Evidence(path, line), path=path)
    if rules := next((path for path in paths if policy_sources.is_law(path)), None):
        return met("included", Evidence(rules), path=rules)
    for guide in guides.read(repository, guides.locate(paths), "//"):
        if found := policy_sources.law_line(guide.text):
            return unknown("in-documents", Evidence(guide.path, found[0]), path=guide.path)
    for path, text in front:
        if (sign := policy_sources.sign_line(text)) and dutch.shows(repository):
            return unknown("signs", Evidence(path, sign), path=path)
    return not_applicable("no-signs")


def _front(repository: Snapshot) -> Iterator[tuple[str, str]]:
    """What a visitor sees first: the README in each language, and publiccode.yml."""
    for entry in community_files.locate(repository.entries(), FileKind.README):
        yield entry.path, community_files.text(repository, entry)
    if found := publiccode.fetch(repository):
        yield found[0], community_files.decode(found[1])
