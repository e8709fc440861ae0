# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where community files (README, SECURITY ...) may stand, under which names, and their text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from ospo.domain.snapshot import Entry, Kind, Snapshot
from ospo.formats import address, contacts, symlink, tree
from ospo.formats.forges import FORGES, GITHUB, FileKind, may_be_inherited
from ospo.formats.tree import Entries

__all__ = [
    "FileKind",
    "decode",
    "has_words",
    "is_dangling",
    "is_passed_on",
    "locate",
    "may_be_inherited",
    "owners_line",
    "text",
]

MAX_CHARACTERS = 200_000  # of a text that is read by rule; what comes after is not looked at
_LARGEST_KEPT = 100_000  # bytes
_MOST_STEPS = 8  # from one symlink to the next


_OWNERS = re.compile(
    r"https?://[^/]{1,200}/(?P<owner>[^/]{1,200})/(?:\.github(?:/?\Z|[#?]|/(?!\S*\.(?:svg|png|jpe?g|gif)\b))|\S{1,300}governance)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{2}")

# Names that look like a community file, but are a format of their own (RFC 9116).
_OTHER_FORMATS = {"security.txt"}

# Every folder that some forge reads, the root first; a repository that moved keeps its files in the old place.
_FOLDERS = ("", *dict.fromkeys(folder for forge in FORGES for folder in forge.folders if folder))
_EXTRA_FOLDERS: Mapping[FileKind, tuple[str, ...]] = {
    FileKind.GOVERNANCE: ("governance",),
    FileKind.MAINTAINERS: ("governance",),
}
_ANY_FOLDER = frozenset(_FOLDERS).union(*_EXTRA_FOLDERS.values())
_STEMS: Mapping[FileKind, str] = {
    FileKind.README: r"readme|lees[-_ ]?mij",
    FileKind.CONTRIBUTING: r"contribut(?:ing|e|ions?)(?:[-_ ](?:guide|guidelines?))?|bijdragen",
    FileKind.CODE_OF_CONDUCT: r"code[-_ ]?of[-_ ]?conduct|conduct|gedragscode|gedragsregels|omgangsvormen",
    FileKind.GOVERNANCE: r"(?:project[-_ ]?)?(?:governance|bestuur)",
    FileKind.MAINTAINERS: r"(?:project[-_ ]?)?(?:maintainers?|owners|committers|beheerders)",
    FileKind.SECURITY: r"security(?:[-_ ]?policy)?|(?:responsible|vulnerability)[-_ ]disclosure|beveiliging|"
    r"kwetsbaarhe(?:id|den)[-_ ]melden",
    FileKind.SUPPORT: r"support|ondersteuning",
    FileKind.FUNDING: r"funding",
}
_EXTENSIONS = (
    "md",
    "markdown",
    "mkd",
    "rst",
    "adoc",
    "asciidoc",
    "asc",
    "txt",
    "text",
    "org",
    "rmd",
    "mdx",
    "yml",
    "yaml",
)
_LANGUAGES = "nl|en|fr|de|fy|pap|es|pt|it|da|sv|no|nb|fi|pl|cs|uk|ru|tr|ar|zh|ja|ko"
_NAMES = {
    kind: re.compile(
        rf"(?:{stem})(?:[._-](?P<language>{_LANGUAGES})(?:[-_]\w{{2,4}})?(?=\.))?(?:\.(?P<extension>{'|'.join(_EXTENSIONS)}))?",
        re.I,
    )
    for kind, stem in _STEMS.items()
}


def locate(entries: Iterable[Entry], kind: FileKind) -> list[Entry]:
    """The files of this kind: the root before other folders, no language suffix before one, md before rst."""
    folders = (*_FOLDERS, *_EXTRA_FOLDERS.get(kind, ()))
    rank = {folder: place for place, folder in enumerate(folders)}
    found = []
    for folder, name, entry in _candidates(entries):
        place = rank.get(folder)
        if place is None or (match := _NAMES[kind].fullmatch(name)) is None:
            continue
        extension = (match["extension"] or "").lower()
        order = _EXTENSIONS.index(extension) if extension else len(_EXTENSIONS)
        found.append((place, match["language"] is not None, order, entry.path, entry))
    return [item[-1] for item in sorted(found, key=lambda item: item[:-1])]


@tree.once_per_tree
def _candidates(entries: Entries) -> list[tuple[str, str, Entry]]:
    """Folder in lower case, name and entry of all that stands in a folder where some kind of community file may be."""
    found = []
    for entry in entries:
        folder, _, name = entry.path.rpartition("/")
        if folder.lower() in _ANY_FOLDER and entry.kind is not Kind.SUBMODULE and name not in _OTHER_FORMATS:
            found.append((folder.lower(), name, entry))
    return found


def is_passed_on(path: str) -> bool:
    """True for a file of an owner's defaults repository that some forge passes on to its other repositories."""
    if any(path.startswith(start) for forge in FORGES for start in forge.templates):
        return True
    folder, _, name = path.rpartition("/")
    if folder.lower() not in _FOLDERS or name in _OTHER_FORMATS:
        return False
    return any(_NAMES[kind].fullmatch(name) for kind in GITHUB.inherits)


def owners_line(text: str, remotes: Sequence[str]) -> int | None:
    """The line with a link to the owner's defaults (its repository `.github`), or to a governance of the owner."""
    owners = {address.owner(remote).lower() for remote in remotes}
    found: dict[bool, int] = {}
    for link in contacts.links(text):
        match = _OWNERS.match(link.target)
        if match and (not owners or match["owner"].lower() in owners):
            found.setdefault("governance" in link.target.lower(), link.line)
    return found.get(True, found.get(False))


def has_words(text: str) -> bool:
    """True when there is something to read: not only blanks, brackets or numbers."""
    return _WORD.search(text) is not None


def text(repository: Snapshot, entry: Entry, limit: int = MAX_CHARACTERS) -> str:
    """The first characters of a file; a symlink is followed inside the tree ("" when it dangles).

    Raises:
        Unreadable: the object is missing, or larger than the cap of the snapshot.
    """
    raw = _content(repository, entry)
    return "" if raw is None else decode(raw, limit)


def is_dangling(repository: Snapshot, entry: Entry) -> bool:
    """True for a symlink that leads to no file in the tree, or round in a circle."""
    return entry.kind is Kind.SYMLINK and _content(repository, entry) is None


def _content(repository: Snapshot, entry: Entry) -> bytes | None:
    at, raw = entry, repository.read(entry.path)
    for _ in range(_MOST_STEPS):
        if at.kind is not Kind.SYMLINK or b"\n" in raw:  # some "links" hold the text itself
            return raw
        path = symlink.target(at.path, raw)
        found = tree.entries(repository.entries()).by_path.get(path or "")
        if found is None or found.kind is Kind.SUBMODULE:
            return None
        at, raw = found, repository.read(found.path)
    return None


def decode(raw: bytes, limit: int = MAX_CHARACTERS) -> str:
    """Text from bytes: UTF-16 by its mark, else UTF-8, with what is neither replaced; line ends become newlines."""
    return _decode(raw, limit) if len(raw) <= _LARGEST_KEPT else _decode.__wrapped__(raw, limit)


@lru_cache(maxsize=64)  # many checks read the same texts of one repository; one object for all of them is compared fast
def _decode(raw: bytes, limit: int) -> str:
    raw = raw[: 4 * limit]
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    decoded = raw.decode(encoding, errors="replace")[:limit]
    return decoded.replace("\r\n", "\n").replace("\r", "\n")
