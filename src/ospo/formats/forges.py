# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of forge, from the table in data/forges.json: what each reads where, and what it lets an owner supply."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from ospo.formats import address


class FileKind(StrEnum):
    """A kind of community file."""

    README = "readme"
    CONTRIBUTING = "contributing"
    CODE_OF_CONDUCT = "code-of-conduct"
    GOVERNANCE = "governance"
    MAINTAINERS = "maintainers"
    SECURITY = "security"
    SUPPORT = "support"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class Forge:
    """What one kind of forge reads: folders ("" is the root), the places of CODEOWNERS in its order, and what cascades.

    `inherits` names the kinds that the owner can supply once for all its repositories; they are not in a clone.
    `defaults` is the name of the repository of an owner that holds them, or in which it presents itself; `templates`
    are the beginnings of paths of the templates that are passed on as well.
    """

    name: str
    folders: tuple[str, ...]
    codeowners: tuple[str, ...]
    inherits: frozenset[FileKind] = frozenset()
    hosts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    defaults: str = ""
    templates: tuple[str, ...] = ()


def _table() -> tuple[Forge, ...]:
    rows = json.loads((files("ospo.formats") / "data" / "forges.json").read_text("utf-8"))
    return tuple(
        Forge(
            name=row["name"],
            folders=tuple(row["folders"]),
            codeowners=tuple(row["codeowners"]),
            inherits=frozenset(map(FileKind, row["inherits"])),
            hosts=tuple(row["hosts"]),
            words=tuple(row["words"]),
            defaults=row["defaults"],
            templates=tuple(row["templates"]),
        )
        for row in rows
    )


FORGES = _table()
GITHUB, GITLAB, GITEA, OTHER = FORGES

# A host is known by a whole name, or by one of the words between its dots (github.example, gitlab.example).
_BY_HOST = {host: forge for forge in FORGES for host in forge.hosts}
_BY_WORD = {word: forge for forge in FORGES for word in forge.words}


def forge_of(remote: str) -> Forge:
    """The kind of forge a normalised address is on; OTHER when its name does not tell."""
    host = address.host(remote)
    if host in _BY_HOST:
        return _BY_HOST[host]
    return next((_BY_WORD[word] for word in host.split(".") if word in _BY_WORD), OTHER)


def holds_defaults(remote: str) -> bool:
    """True for the repository in which an owner keeps what it supplies for all its repositories."""
    name = remote.rpartition("/")[2]
    return bool(name) and name == forge_of(remote).defaults


def may_be_inherited(remotes: Sequence[str], kind: FileKind) -> bool:
    """True when the owner may supply this kind outside the repository: its forge can, or the forge is not known.

    The repository that holds the owner's defaults inherits nothing.
    """
    if not remotes:
        return any(kind in forge.inherits for forge in FORGES)
    return any(kind in forge_of(remote).inherits and not holds_defaults(remote) for remote in remotes)
