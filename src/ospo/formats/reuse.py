# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE 3.3 over a snapshot: which covered files have no copyright or licence information, wherever it may stand.

For this question precedence becomes simple. A file gets what the REUSE.toml tables give it from the root down to
the first that says `override`, what DEP5 gives it, and, unless something overrides it, what stands in its `.license`
file or else in the file itself. `closest` and `aggregate` differ in which value wins, not in whether there is one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.snapshot import Entry, Kind, Snapshot, Unreadable
from ospo.errors import ParseError
from ospo.formats import dep5, reuse_tags, reuse_toml, symlink
from ospo.formats.reuse_paths import Annotation, is_covered

# Files that are never text, by name; reading them would cost much and tell nothing.
_NEVER_TEXT = re.compile(
    r"\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|psd|woff2?|ttf|otf|eot|zip|jar|war|whl|gz|tgz|bz2|xz|7z|class|pyc|so|dll"
    r"|exe|mp[34]|mov|avi|webm|ogg|wav|docx?|xlsx?|pptx?|od[tsp]|parquet|sqlite3?|pickle|pkl|np[yz]|h5)",
    re.IGNORECASE,
)


# Of the files must carry a tag before one may say that REUSE is in use, when nothing else tells: a few files with a
# header came along from elsewhere.
_IN_USE = 0.25


class MixedAnnotations(ParseError):  # noqa: N818 - the name is the sentence
    """REUSE.toml and .reuse/dep5 are both there, which the specification forbids."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The files that must carry information, those that do not, those not read, and whether REUSE is in use."""

    covered: int
    without: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    is_used: bool = False


@dataclass(frozen=True, slots=True)
class _Given:
    """What a file is given from outside; `closed` when what stands in the file itself does not count."""

    copyright: bool = False
    licence: bool = False
    closed: bool = False


def coverage(repository: Snapshot) -> Coverage:
    """Look at every covered file; content is read only where nothing outside the file settles it.

    Raises:
        ParseError: a REUSE.toml or DEP5 file cannot be read as what it is.
        MixedAnnotations: there are both.
        Unreadable: such a file cannot be had.
    """
    entries = repository.entries()
    tables = _tables(repository, entries)
    covered = [entry.path for entry in entries if is_covered(entry)]
    waiting = {path: given for path in covered if not _is_settled(given := _given(path, tables))}
    sources = _sources(repository, entries, waiting)
    without = {path for path in waiting if path not in sources}
    is_used = bool(tables) or any(entry.path.startswith("LICENSES/") for entry in entries)
    unread, empty, tagged = [], 0, 0
    for path, (source, content) in zip(sources, repository.read_all(sources.values()), strict=True):
        given = waiting[path]
        is_used = is_used or source != path
        if isinstance(content, Unreadable):
            unread.append(path)
        elif not content and source == path:
            empty += 1  # an empty file is not covered
        elif reuse_tags.informs(content, copyright_known=given.copyright, licence_known=given.licence):
            tagged += 1
        else:
            without.add(path)
            tagged += reuse_tags.traces(content)
    count = len(covered) - empty
    is_used = is_used or (tagged > 0 and tagged >= count * _IN_USE)
    return Coverage(count, tuple(sorted(without)), tuple(unread), is_used)


def _tables(repository: Snapshot, entries: Iterable[Entry]) -> list[tuple[str, tuple[Annotation, ...]]]:
    """The annotations by the folder they hold for ("" or ending in a slash), the root first."""
    tomls = [e.path for e in entries if e.is_file and e.name == reuse_toml.NAME and _is_in_use(e.path)]
    has_dep5 = any(entry.path == dep5.NAME and entry.is_file for entry in entries)
    if tomls and has_dep5:
        raise MixedAnnotations("is there beside {other}: keep one of them", path=dep5.NAME, other=tomls[0])
    if has_dep5:
        return [("", dep5.parse(repository.read(dep5.NAME)))]
    found = [(path.removesuffix(reuse_toml.NAME), reuse_toml.parse(repository.read(path), path)) for path in tomls]
    return sorted(found, key=lambda pair: pair[0].count("/"))


def _is_in_use(path: str) -> bool:
    """False for a REUSE.toml in a place whose files are not covered."""
    return is_covered(Entry(path.removesuffix(reuse_toml.NAME) + "any"))


def _given(path: str, tables: Sequence[tuple[str, tuple[Annotation, ...]]]) -> _Given:
    given = _Given()
    for folder, annotations in tables:
        if not path.startswith(folder):
            continue
        rest = path[len(folder) :]
        match = next((annotation for annotation in annotations if annotation.paths.fullmatch(rest)), None)
        if match is not None:
            given = _Given(given.copyright or match.copyright, given.licence or match.licence, closed=match.override)
        if given.closed:
            break
    return given


def _is_settled(given: _Given) -> bool:
    return given.copyright and given.licence


def _sources(repository: Snapshot, entries: Iterable[Entry], waiting: Mapping[str, _Given]) -> dict[str, str]:
    """Where the information of each file must be read; files that nothing readable can inform are left out."""
    kinds = {entry.path: entry.kind for entry in entries}
    sources = {}
    for path, given in waiting.items():
        side: str | None = f"{path}.license"
        if given.closed:
            continue
        if side in kinds:
            if kinds[side] is Kind.SYMLINK:
                side = symlink.target(side, repository.read(side))
            if side is not None and kinds.get(side) in (Kind.FILE, Kind.EXECUTABLE):
                sources[path] = side
        elif not _NEVER_TEXT.fullmatch(path, path.rfind(".") if "." in path else len(path)):
            sources[path] = path
    return sources
