# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of a repository that stand in its tree, for a robot that applies them: .github/settings.yml, .asf.yaml."""

from dataclasses import dataclass
from typing import Any

from ospo.domain.finding import Evidence
from ospo.domain.snapshot import Entry, Snapshot
from ospo.errors import ParseError
from ospo.formats import community_files, tree, yaml

_PLACES = {
    ".github/settings.yml": ("repository", "has_{feature}"),
    ".github/settings.yaml": ("repository", "has_{feature}"),
    ".asf.yaml": ("github", "features", "{feature}"),
}


def feature(repository: Snapshot, name: str) -> tuple[bool, Evidence] | None:
    """Whether a feature of the forge ("issues", "discussions") is on by such a file, and where; None when none says.

    Raises:
        Unreadable: the file cannot be had.
    """
    for entry in _places(repository):
        keys = tuple(key.format(feature=name) for key in _PLACES[entry.path])
        try:
            document = yaml.load(community_files.text(repository, entry))
        except ParseError:
            continue
        value = document.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, bool):
            return value, Evidence(entry.path, document.line(*keys))
    return None


def _places(repository: Snapshot) -> list[Entry]:
    """The files of this kind that are there, in order."""
    found = map(tree.entries(repository.entries()).by_path.get, sorted(_PLACES))
    return [entry for entry in found if entry is not None and entry.is_file]


@dataclass(frozen=True, slots=True)
class Managers:
    """How many teams and people a file of settings gives the right to manage the repository, and where."""

    teams: int
    people: int
    place: Evidence


def managers(repository: Snapshot) -> Managers | None:
    """Who may manage the repository by .github/settings.yml; None when no such file gives anybody that right.

    Raises:
        Unreadable: the file cannot be had.
    """
    for entry in _places(repository):
        if not entry.path.startswith(".github/settings.y"):
            continue
        try:
            document = yaml.load(community_files.text(repository, entry))
        except ParseError:
            continue
        teams, people = (_managing(document.value, key) for key in ("teams", "collaborators"))
        if teams or people:
            line = document.line("teams" if teams else "collaborators")
            return Managers(teams, people, Evidence(entry.path, line))
    return None


def _managing(value: Any, key: str) -> int:
    """How many different names in a list have the right to manage."""
    listed = value.get(key) if isinstance(value, dict) else None
    named = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    names = {str(item.get("name") or item.get("username") or "") for item in named if item.get("permission") == "admin"}
    return len(names - {""})
