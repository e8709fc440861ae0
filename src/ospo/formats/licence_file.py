# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where licence texts are kept: the customary names in the root, and the folders LICENSES (of REUSE) and LICENSE."""

import re
from dataclasses import dataclass

from ospo.domain.snapshot import Entry, Kind, Snapshot
from ospo.formats import spdx, symlink, tree
from ospo.formats.expression import Expression
from ospo.formats.tree import Entries

_ROOT = Expression(
    r"(?:un)?licen[cs]es?(?:[-_.][^/]*)?|licenties?(?:tekst)?(?:[-_.][^/]*)?|copying(?:[-_.][^/]*)?"
    r"|[^/]+[-_.](?:licen[cs]e|licentie)(?:\.(?:md|txt|rst))?",
    re.IGNORECASE,
)
# A text by the name of its licence: EUPL-1.2.txt, gpl-3.0.md. An id without a number may be the name of anything.
_BY_ID = re.compile(r"(?P<id>[A-Za-z][\w.+-]*?)(?:\.(?:md|txt|rst|adoc))?")
_SHORT_IDS = frozenset({"eupl", "mit", "isc", "gpl", "lgpl", "agpl", "mpl"})
_FOLDERS = frozenset({"licence", "licences", "license", "licenses", "licentie", "licenties"})
_FOLDER = re.compile(r"(?:licen[cs]es?|licenties?)/[^/]+", re.IGNORECASE)
_CODE = re.compile(
    r"\.(?:py|[cm]?[jt]sx?|go|rs|java|kt|php|rb|sh|ps1|cs|tf|json|jsonc|ya?ml|toml|spdx|license|csv|html?|xml|xlsx?"
    r"|docx?|bat|cfg|ini|conf|lock|png|svg|jpe?g|gif|j2|tmpl|tpl|template)$",
    re.IGNORECASE,
)
# Lists of what others wrote, and files that only help to keep licences.
_ASIDE = re.compile(
    r"third[-_ ]?part|3rd[-_ ]?part|dependenc|(?:^|[-_.])(?:headers?|template|check|checker|finder|report)(?:$|[-_.])",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"licen[cs]es\b|licenties\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A licence file: its path, and the path its text stands at, which differs when it is a symlink."""

    path: str
    source: str

    @property
    def is_in_root(self) -> bool:
        """False for a file in LICENSES/ or LICENSE/."""
        return "/" not in self.path


def locate(repository: Snapshot) -> list[Place]:
    """The licence files: the root first (LICENSE, LICENSE.md, COPYING, a plural, which is often prose), then folders.

    A symlink counts when it leads, in one step, to a file in the tree: who follows it has the text. A link that
    dangles or leads outside gives nobody a text. A "link" that holds lines is a text stored with a wrong mode.

    Raises:
        Unreadable: a symlink cannot be had.
    """
    entries = repository.entries()
    files = tree.paths(entries).each
    found = []
    for entry in _named(entries):
        if entry.is_file:
            found.append(Place(entry.path, entry.path))
        elif entry.kind is Kind.SYMLINK:
            content = repository.read(entry.path)
            is_text = b"\n" in content.strip()
            target = entry.path if is_text else symlink.target(entry.path, content)
            if target is not None and (is_text or target in files):
                found.append(Place(entry.path, target))
    return sorted(found, key=_order)


@tree.once_per_tree
def _named(entries: Entries) -> list[Entry]:
    """What is called as a licence is, of any kind."""
    return [entry for entry in entries if _is_licence(entry.path)]


def _is_licence(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    if folder and folder.lower() not in _FOLDERS:  # as nearly all are
        return False
    customary = _ROOT.fullmatch(path) or _FOLDER.fullmatch(path) or _is_called_by_id(path)
    return bool(customary) and not _CODE.search(name) and not _ASIDE.search(name)


def _is_called_by_id(path: str) -> bool:
    match = _BY_ID.fullmatch(path)
    if match is None:
        return False
    name = match["id"].lower()
    return name in _SHORT_IDS or (spdx.find(name) is not None and re.search(r"-\d", name) is not None)


def _order(place: Place) -> tuple[bool, bool, bool, int, str]:
    is_licence = place.path.lower().startswith("licen")
    return (not place.is_in_root, bool(_PLURAL.match(place.path)), not is_licence, len(place.path), place.path)
