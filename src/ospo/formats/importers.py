# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds the importers of lists of organisations in `registers/`: one module for each kind, and its stem is the kind.

A module has `NAME` (what to call the source), `FILES` (names of its files, in small letters, in a repository that holds
one), `recognises(path, text)` and `read(file)`. Adding one edits no file here.
"""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from ospo.domain.claim import Reading, SourceFile
from ospo.errors import UnknownId
from ospo.formats import registers


class Importer(Protocol):
    """What a module in `registers/` offers."""

    NAME: str
    FILES: tuple[str, ...]

    def recognises(self, path: str, text: str) -> bool:
        """Whether a file is of this kind, by its name and what stands in it."""
        ...

    def read(self, file: SourceFile) -> Reading:
        """What the file says, and what in it gave no claim.

        Raises:
            ParseError: it is not what the format promises as a whole; a bad entry in it is passed over and told.
        """
        ...


@cache
def kinds() -> tuple[str, ...]:
    """Every kind of list, by name."""
    return tuple(sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(registers.__path__)))


def load(kind: str) -> Importer:
    """One importer.

    Raises:
        UnknownId: there is no such kind.
    """
    if kind not in kinds():
        raise UnknownId("'{kind}' is no kind of list: choose one of {kinds}", kind=kind, kinds=", ".join(kinds()))
    return cast(Importer, import_module(f"{registers.__name__}.{kind.replace('-', '_')}"))


@cache
def file_names() -> frozenset[str]:
    """The names of files in a repository that may be of some kind."""
    return frozenset(name for kind in kinds() for name in load(kind).FILES)


def recognise(path: str, text: str) -> str | None:
    """The kind of a file; None when no importer knows it."""
    return next((kind for kind in kinds() if load(kind).recognises(path, text)), None)
