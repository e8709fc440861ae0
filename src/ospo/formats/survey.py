# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A survey: every file of a snapshot read once, for all the checks that must look into every file."""

import re
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import content_kind, inside_addresses, program_code, reuse_tags, secrets, tree
from ospo.formats.content_kind import ContentKind
from ospo.formats.reuse_tags import NO_TAGS, Tags

# Images, fonts, sound, film, office documents and data, by name: reading them costs much and tells nothing.
# Programs and archives are not among them: whether `x.so` is one, only its content can say.
_PASSED_OVER = re.compile(
    r"\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|psd|woff2?|ttf|otf|eot|mp[34]|mov|avi|webm|ogg|wav|docx?|xlsx?|pptx?"
    r"|od[tsp]|parquet|sqlite3?|np[yz]|h5)",
    re.IGNORECASE,
)
_MOST_BYTES = 2_000_000_000  # read of one repository; the files behind that are too much to look into


@dataclass(frozen=True, slots=True)
class SurveyedFile:
    """What one file holds, as far as the checks ask. `size` is in bytes; only text has anything but a kind."""

    size: int
    kind: ContentKind
    tags: Tags = NO_TAGS
    credentials: tuple[secrets.Hit, ...] = ()
    inside: tuple[inside_addresses.Inside, ...] = ()


def _look(path: str, content: bytes) -> SurveyedFile:
    """Everything that is asked of one file.

    THIS IS THE PLACE to add a reader of every file: a field of SurveyedFile, and a call here. It gets text only
    (UTF-8, or anything else that is no UTF-16), each file once; look for a rare word first, so that most files cost
    a search and nothing more.
    """
    text = content_kind.as_utf8(content)
    kind = content_kind.kind(text)
    if kind is not ContentKind.TEXT:
        return SurveyedFile(len(content), kind)
    credentials = secrets.find(text) if secrets.is_looked_at(path) else ()
    inside = inside_addresses.find(text) if program_code.language(path) else ()
    return SurveyedFile(len(content), kind, tags=reuse_tags.tags(text), credentials=credentials, inside=inside)


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of a snapshot, by path and in the order of its entries.

    `unread` holds those that could not be had; those whose name says that they are an image, a font, a document or
    the like are in neither.
    """

    files: Mapping[str, SurveyedFile] = field(default_factory=dict)
    unread: Mapping[str, Unreadable] = field(default_factory=dict)


_Kept = tuple["weakref.ref[Snapshot]", Survey]
_kept: list[_Kept] = []  # of the snapshot that was asked about last, for as long as it lives


def survey(repository: Snapshot) -> Survey:
    """The survey of a snapshot; every check that asks for it while the same snapshot is at hand gets the same one.

    Raises:
        Unreadable: the tree cannot be had.
    """
    for snapshot, kept in _kept:
        if snapshot() is repository:
            return kept
    made = _survey(repository)
    _kept[:] = [(weakref.ref(repository, _forget), made)]
    return made


def _forget(gone: "weakref.ref[Snapshot]", kept: list[_Kept] = _kept) -> None:
    kept[:] = [pair for pair in kept if pair[0] is not gone]  # its own name for it: at the end of Python ours is gone


def _survey(repository: Snapshot) -> Survey:
    wanted = [path for path in tree.paths(repository.entries()) if not _is_passed_over(path)]
    files: dict[str, SurveyedFile] = {}
    unread: dict[str, Unreadable] = {}
    total = 0
    for path, content in repository.read_all(wanted):
        if isinstance(content, Unreadable):
            unread[path] = content
            continue
        total += len(content)
        if total > _MOST_BYTES:
            break
        files[path] = _look(path, content)
    for path in wanted[len(files) + len(unread) :]:
        unread[path] = Unreadable("too-large", path)
    return Survey(files, unread)


def _is_passed_over(path: str) -> bool:
    dot = path.rfind(".")
    return dot >= 0 and _PASSED_OVER.fullmatch(path, dot) is not None
