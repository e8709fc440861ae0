# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norms by their id, beside a repository, and beside their source: finds texts in a folder or a clone to compare."""

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from ospo.domain.finding import ScanReport
from ospo.domain.identifier import NormId
from ospo.domain.library import Library
from ospo.domain.norm import Norm
from ospo.domain.snapshot import Unreadable
from ospo.engine import norm_drift, standing
from ospo.engine.norm_drift import Drift
from ospo.engine.standing import Axis
from ospo.errors import NotARepository, SettingsError, UnknownId
from ospo.formats.norm_texts import readers
from ospo.formats.norm_texts.readers import Reader

_LADDER = NormId("ambitieladder")
_MOST_FILES = 200_000
_MOST_BYTES = 4_000_000  # in one file


def find(library: Library, name: str) -> Norm:
    """A norm by its id.

    Raises:
        UnknownId: there is none; the message names what comes close.
    """
    norm = library.norms.get(NormId(name))
    if norm is not None:
        return norm
    near = difflib.get_close_matches(name, list(library.norms), 3)
    if near:
        raise UnknownId("There is no norm '{id}'. Did you mean {near}?", id=name, near=", ".join(near))
    raise UnknownId("There is no norm '{id}': `ospo norms list` names them.", id=name)


def ladder(library: Library, report: ScanReport) -> tuple[Axis, ...]:
    """How a repository stands on the ambition ladder, axis by axis; nothing without the ladder."""
    norm = library.norms.get(_LADDER)
    if norm is None:
        return ()
    return standing.axes(norm, report.findings, report.declaration, report.scanned.date())


def verify(norm: Norm, path: Path) -> Drift:
    """Take the requirements out of a local copy of the source, and compare their hashes.

    Raises:
        SettingsError: nothing can be read for this norm, or nothing of it is at the path.
        ParseError: a file is not in the form that the norm is published in.
    """
    reader = readers.READERS.get(norm.id)
    if reader is None:
        raise SettingsError("{norm}: has no text that a program can read, so there is nothing to verify", norm=norm.id)
    if not path.is_dir():
        raise SettingsError("{path}: is no folder: name a clone or a folder with the source", path=path)
    found = reader.read(dict(_bare(reader, path) if _is_bare(path) else _below(reader, path)))
    if not found:
        message = "{path}: holds no text of {norm}: name a clone of {source}, or its root"
        raise SettingsError(message, path=path, norm=norm.id, source=norm.text_source.url if norm.text_source else "")
    return norm_drift.compare(norm, found)


def _is_bare(path: Path) -> bool:
    return (path / "HEAD").is_file() and (path / "objects").is_dir()


def _below(reader: Reader, root: Path) -> Iterator[tuple[str, str]]:
    """The files that the reader wants below a folder; links are not followed."""
    seen = 0
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f != ".git")
        for name in sorted(files):
            seen += 1
            if seen > _MOST_FILES:
                return
            file = Path(folder, name)
            path = file.relative_to(root).as_posix()
            if reader.is_source(path) and not file.is_symlink() and file.stat().st_size <= _MOST_BYTES:
                yield path, file.read_bytes().decode("utf-8", "replace")


def _bare(reader: Reader, path: Path) -> Iterator[tuple[str, str]]:
    """The files that the reader wants at HEAD of a repository without a work tree."""
    from ospo.git.snapshot import open_snapshot

    try:
        with open_snapshot(path) as snapshot:
            wanted = [e.path for e in snapshot.entries() if reader.is_source(e.path)]
            for name, content in snapshot.read_all(wanted):
                if not isinstance(content, Unreadable) and len(content) <= _MOST_BYTES:
                    yield name, content.decode("utf-8", "replace")
    except NotARepository as error:
        raise SettingsError("{path}: is no folder: name a clone or a folder with the source", path=path) from error
