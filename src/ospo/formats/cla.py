# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signs that contributors sign an agreement (CLA): its text, a robot that asks for it, or a sentence that says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ospo.domain.snapshot import Entry, Snapshot
from ospo.formats import community_files, licence_file, tree
from ospo.formats.community_files import FileKind
from ospo.formats.expression import Expression

_MOST_FILES = 8  # texts that are read
_OWN = Expression(
    r"(?:(?:\.github|docs?)/)?(?:[ci]?cla|contributor[-_ ]licen[cs]e[-_ ]agreement)(?:[-_ ][\w-]+)?"
    r"(?:\.(?:md|txt|rst|adoc|pdf))?"
    r"|\.clabot|\.github/workflows/cla(?:[-_][\w-]+)?\.ya?ml",
    re.IGNORECASE,
)
_GUIDE = Expression(r"docs?/(?:[^/]+/)*(?:contribut(?:ing|e|ions?)|bijdragen)\.(?:md|rst|adoc)", re.IGNORECASE)
_AGREEMENT = Expression(
    r"contributors?'? licen[cs]e agreement|contributors? agreement|bijdragers?(?:licentie)?overeenkomst", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:no|not|never|without|instead|geen|niet|zonder|plaats)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Where it stands; `line` is None for a file that is one as a whole."""

    path: str
    line: int | None = None


def find(repository: Snapshot) -> Sign | None:
    """The first sign; the sentence is sought in contributing guides and licence files, and a denial is none.

    Raises:
        Unreadable: one of these files cannot be had.
    """
    entries = repository.entries()
    own = tree.paths(entries).fitting(_OWN)
    if own:
        return Sign(min(own, key=lambda path: ("/workflows/" in path, path)))  # the text before the robot
    for entry in _texts(repository, entries)[:_MOST_FILES]:
        text = community_files.text(repository, entry)
        if not _AGREEMENT.may_be_in(text):
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            if _AGREEMENT.search(line) and not _DENIED.search(line):
                return Sign(entry.path, number)
    return None


def _texts(repository: Snapshot, entries: Sequence[Entry]) -> list[Entry]:
    licences = {place.path for place in licence_file.locate(repository) if place.is_in_root}
    guides = community_files.locate(entries, FileKind.CONTRIBUTING)
    named = licences.union(tree.paths(entries).fitting(_GUIDE))
    others = [entry for entry in entries if entry.path in named]
    return [*guides, *(entry for entry in others if entry not in guides)]
