# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""It is stated in which languages the documentation is, and texts in two languages still say the same."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import community_files, publiccode, retirement, translations, tree
from ospo.formats.community_files import FileKind

PARAMETERS = {
    "days": Parameter(
        90,
        source="Our own choice: a quarter is time enough to translate a change.",
    )
}
_KINDS = (FileKind.README, FileKind.CONTRIBUTING, FileKind.SUPPORT, FileKind.GOVERNANCE)
_MOST_PAIRS = 100
_MOST_SHOWN = 3


def check(repository: Snapshot, days: int) -> Verdict:
    """Pairs that drifted apart go first; else met by pairs, by a sentence, or by the languages in publiccode.yml."""
    pairs = translations.pairs(tree.paths(repository.entries()))[:_MOST_PAIRS]
    drifted = _drifted(repository, pairs, days)
    if drifted:
        one, other, what = drifted[0]
        places = [Evidence(path) for pair in drifted[:_MOST_SHOWN] for path in pair[:2]]
        return not_met("drifted", *places, path=one, other=other, what=what, n=len(drifted))
    if pairs:
        return met("pairs", *(Evidence(path) for path in pairs[0]), path=pairs[0][0], other=pairs[0][1], n=len(pairs))
    return _stated(repository) or _absent(repository)


def _drifted(repository: Snapshot, pairs: list[tuple[str, str]], days: int) -> list[tuple[str, str, str]]:
    """The pairs that differ too much, and in what."""
    paths = dict.fromkeys(path for pair in pairs for path in pair)
    shapes = {}
    for path, content in repository.read_all(paths):
        if isinstance(content, Unreadable):
            raise content
        shapes[path] = translations.shape(community_files.decode(content), path)
    found = ((one, other, translations.differ(shapes[one], shapes[other], days)) for one, other in pairs)
    return [(one, other, what) for one, other, what in found if what is not None]


def _stated(repository: Snapshot) -> Verdict | None:
    for kind in _KINDS:
        for entry in community_files.locate(repository.entries(), kind):
            line = translations.statement_line(community_files.text(repository, entry), entry.path)
            if line is not None:
                return met("said", Evidence(entry.path, line), path=entry.path)
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    localisation = document.value.get("localisation") if document else None
    if found and document and isinstance(localisation, dict) and localisation.get("availableLanguages"):
        line = document.line("localisation", "availableLanguages")
        return met("publiccode", Evidence(found[0], line), path=found[0])
    return None


def _absent(repository: Snapshot) -> Verdict:
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    own = community_files.locate(repository.entries(), FileKind.CONTRIBUTING)
    if not own and community_files.may_be_inherited(repository.remotes, FileKind.CONTRIBUTING):
        return unknown("may-be-inherited", file="CONTRIBUTING.md")
    return not_met("not-stated")
