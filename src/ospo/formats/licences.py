# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licences of a repository: every licence file read, pointers followed, and which licences are the main ones."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import licence_file, licence_memory, licence_text, tree
from ospo.formats.licence_text import Found, Reading

_MAX_FILES = 40
_MAX_POINTERS = 5
_PROSE = 400  # words; a longer text in which no licence is recognised is taken for a licence we do not know
_PATH = re.compile(r"(?:[\w.+-]+/)*[\w.+-]+")
_TEXT = re.compile(r"[^.]+(?:\.\d[\w.-]*)?(?:\.(?:md|txt|rst|adoc))?")  # a name that may hold a licence text


@dataclass(frozen=True, slots=True)
class LicenceFile:
    """A licence file and what it holds; `reading` is None when it could not be read as text."""

    path: str
    is_in_root: bool
    reading: Reading | None = None

    @property
    def found(self) -> tuple[Found, ...]:
        """The licences in it."""
        return self.reading.found if self.reading else ()

    @property
    def is_prose(self) -> bool:
        """True for a short text without a licence: an explanation, or a pointer to where the licences are."""
        return self.reading is not None and not self.found and self.reading.words < _PROSE


@dataclass(frozen=True, slots=True)
class Licences:
    """All licence files of a repository, the root first, and the files that hold its main licences.

    The main licences are those in the root; when the root holds none (REUSE asks for none), those in LICENSES/ or
    where a pointer leads. A long text in the root that is not recognised is in the way of the others: `unknown`.
    """

    files: tuple[LicenceFile, ...]
    main: tuple[LicenceFile, ...] = ()
    unknown: LicenceFile | None = None

    @property
    def found(self) -> tuple[Found, ...]:
        """The main licences."""
        return tuple(found for file in self.main for found in file.found)

    @property
    def labels(self) -> str:
        """The main licences for people."""
        return ", ".join(dict.fromkeys(found.label for found in self.found))

    @property
    def naming(self) -> tuple[str, int | None] | None:
        """The path of the first file in the root that names a licence, and the line."""
        named = (file for file in self.files if file.is_in_root and file.reading and file.reading.named)
        return next(((file.path, file.reading.naming_line if file.reading else None) for file in named), None)

    @property
    def named(self) -> tuple[str, ...]:
        """The ids that the files in the root only name."""
        return tuple(
            dict.fromkeys(i for file in self.files if file.is_in_root and file.reading for i in file.reading.named)
        )


def read(repository: Snapshot) -> Licences:
    """Read the licence files of a repository; an empty one is none.

    Raises:
        Unreadable: a symlink among them cannot be had.
    """
    places = licence_file.locate(repository)[:_MAX_FILES]
    read = zip(places, _texts(repository, [place.source for place in places]), strict=True)
    filled = [(place, text) for place, text in read if text is None or text.strip()]
    places, texts = [place for place, _ in filled], [text for _, text in filled]
    files = [_file(place.path, place.is_in_root, text) for place, text in zip(places, texts, strict=True)]
    roots = [file for file in files if file.is_in_root]
    main = [file for file in roots if file.found]
    if main:
        return Licences(tuple(files), tuple(main))
    pointed = _pointed(repository, [text for file, text in zip(files, texts, strict=True) if file.is_in_root and text])
    known = {file.path for file in files} | {place.source for place in places}
    pointed = [path for path in pointed if path not in known][:_MAX_POINTERS]
    files += [_file(path, False, text) for path, text in zip(pointed, _texts(repository, pointed), strict=True)]
    unknown = next((file for file in roots if file.reading and not file.is_prose), None)
    return Licences(tuple(files), tuple(file for file in files if file.found), unknown)


def _texts(repository: Snapshot, paths: Iterable[str]) -> list[str | None]:
    contents = repository.read_all(paths)
    return [None if isinstance(content, Unreadable) else licence_text.decode(content) for _, content in contents]


def _file(path: str, is_in_root: bool, text: str | None) -> LicenceFile:
    if text is None:
        return LicenceFile(path, is_in_root)
    reading = licence_memory.read(text)
    stem = posixpath.splitext(posixpath.basename(path))[0]
    found = (
        replace(item, id=stem) if stem != item.id and licence_text.family(stem) == item.id else item
        for item in reading.found
    )
    return LicenceFile(path, is_in_root, replace(reading, found=tuple(found)))


def _pointed(repository: Snapshot, texts: Sequence[str]) -> list[str]:
    """The files in the tree that short texts mention by their path."""
    files = tree.paths(repository.entries()).each
    short = (text for text in texts if len(text) < 10 * _PROSE)
    mentioned = dict.fromkeys(posixpath.normpath(path) for text in short for path in _PATH.findall(text))
    texts_only = (path for path in mentioned if _TEXT.fullmatch(posixpath.basename(path)) and path[0] != ".")
    return [path for path in texts_only if path in files]
