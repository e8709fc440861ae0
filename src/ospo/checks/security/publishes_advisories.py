# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Known vulnerabilities of the software are made public, or the policy says where, or that none is known."""

from collections.abc import Iterable

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import advisories, changelog, community_files, fact_age, policies, program_code, tree
from ospo.formats.community_files import FileKind

_MOST_LOGS = 3


def check(repository: Snapshot) -> Verdict:
    """Met by what the forge counts, the tree holds or a text says; silence proves nothing, for there may be none."""
    told = repository.facts.get("advisories")
    if told is not None and told.value:
        old = unknown("fact-is-old", *fact_age.evidence(told), seen=fact_age.seen(told))
        number = told.value if isinstance(told.value, int) else 0
        found = met("published", *fact_age.evidence(told), count=number, seen=fact_age.seen(told))
        return fact_age.while_fresh(found, told, old)
    known = policies.read(repository)
    for path, sentence in known.sentences():
        if advisories.says_where(sentence):
            return met("said", Evidence(path, sentence.line), path=path)
    if place := _listed(repository):
        return met("said", place, path=place.path or "")
    paths = tree.paths(repository.entries())
    if kept := advisories.files(paths):
        return met("kept", Evidence(kept[0]), path=kept[0])
    if place := _in_change_log(repository, paths):
        return met("in-change-log", place, path=place.path or "")
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    if known.may_be_inherited:
        return unknown("may-be-inherited", file="SECURITY")
    if told is not None:
        return unknown("none-and-nothing-said", *fact_age.evidence(told), seen=fact_age.seen(told))
    return unknown("not-told")


def _listed(repository: Snapshot) -> Evidence | None:
    for kind in (FileKind.SECURITY, FileKind.README, FileKind.SUPPORT):
        for entry in community_files.locate(repository.entries(), kind):
            if line := advisories.list_line(community_files.text(repository, entry)):
                return Evidence(entry.path, line)
    return None


def _in_change_log(repository: Snapshot, paths: Iterable[str]) -> Evidence | None:
    logs = [path for path in changelog.locate(paths) if path.count("/") <= 1][:_MOST_LOGS]
    for path, content in repository.read_all(logs):
        if isinstance(content, bytes) and (line := advisories.fixed_line(community_files.decode(content))):
            return Evidence(path, line)
    return None
