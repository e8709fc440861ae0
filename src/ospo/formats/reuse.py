# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE 3.3 over a snapshot: which covered files have no copyright or licence information, wherever it may stand.

For this question precedence becomes simple. A file gets what the REUSE.toml tables give it from the root down to
the first that says `override`, what DEP5 gives it, and, unless something overrides it, what stands in its `.license`
file or else in the file itself. `closest` and `aggregate` differ in which value wins, not in whether there is one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ospo.domain.snapshot import Entry, Kind, Snapshot, Unreadable
from ospo.errors import ParseError
from ospo.formats import dep5, reuse_paths, reuse_toml, survey, symlink, tree
from ospo.formats.reuse_paths import Annotation, is_covered

# Files that are never text, by name; what they hold is no information, whatever it says.
_NEVER_TEXT = re.compile(
    r"\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|psd|woff2?|ttf|otf|eot|zip|jar|war|whl|gz|tgz|bz2|xz|7z|class|pyc|so|dll"
    r"|exe|mp[34]|mov|avi|webm|ogg|wav|docx?|xlsx?|pptx?|od[tsp]|parquet|sqlite3?|pickle|pkl|np[yz]|h5)",
    re.IGNORECASE,
)

# Small ones are read, since `.nc` may also be a program for a machine, which is text; those too large to read are data.
_DATA_WHEN_LARGE = re.compile(r"\.(?:nc4?|hdf5?|he5)$", re.IGNORECASE)

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
class Table:
    """A REUSE.toml or DEP5 file at `path`; it holds for the files in `folder` ("" or ending in a slash)."""

    path: str
    folder: str
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """What a file is given from outside; `closed` when what stands in the file itself does not count."""

    copyright: bool = False
    licence: bool = False
    closed: bool = False


def is_large_data(path: str, cause: Unreadable) -> bool:
    """True for a file that was not read for its size and whose name is that of data, in which nobody writes a tag."""
    return cause.reason == "too-large" and _DATA_WHEN_LARGE.search(path) is not None


def coverage(repository: Snapshot) -> Coverage:
    """Look at every covered file, as the survey read it.

    Raises:
        ParseError: a REUSE.toml or DEP5 file cannot be read as what it is.
        MixedAnnotations: there are both.
        Unreadable: such a file cannot be had.
    """
    entries = repository.entries()
    given_by = tables(repository, entries)
    covered = reuse_paths.covered(entries)
    waiting = {path: given for path in covered if not _is_settled(given := _given(path, given_by))}
    informed = sources(repository, entries, (path for path, given in waiting.items() if not given.closed))
    without = {path for path in waiting if path not in informed}
    is_used = bool(given_by) or any(entry.path.startswith("LICENSES/") for entry in entries)
    looked = survey.survey(repository)
    unread, empty, tagged = [], 0, 0
    for path, source in informed.items():
        given, file = waiting[path], looked.files.get(source)
        is_used = is_used or source != path
        if source in looked.unread:
            without.add(path) if is_large_data(source, looked.unread[source]) else unread.append(path)
        elif file is None:  # a link to something that is no text
            without.add(path)
        elif not file.size and source == path:
            empty += 1  # an empty file is not covered
        elif (given.copyright or file.tags.copyright) and (given.licence or file.tags.licence):
            tagged += 1
        else:
            without.add(path)
            tagged += file.tags.any
    count = len(covered) - empty
    is_used = is_used or (tagged > 0 and tagged >= count * _IN_USE)
    return Coverage(count, tuple(sorted(without)), tuple(unread), is_used)


def tables(repository: Snapshot, entries: Iterable[Entry]) -> list[Table]:
    """The files that inform others, that for the root first.

    Raises:
        ParseError: one cannot be read as what it is.
        MixedAnnotations: there are both kinds.
        Unreadable: one cannot be had.
    """
    tomls = [path for path in tree.paths(entries).named(reuse_toml.NAME) if _is_in_use(path)]
    has_dep5 = any(entry.path == dep5.NAME and entry.is_file for entry in entries)
    if tomls and has_dep5:
        raise MixedAnnotations("is there beside {other}: keep one of them", path=dep5.NAME, other=tomls[0])
    if has_dep5:
        return [Table(dep5.NAME, "", dep5.parse(repository.read(dep5.NAME)))]
    found = [Table(p, p.removesuffix(reuse_toml.NAME), reuse_toml.parse(repository.read(p), p)) for p in tomls]
    return sorted(found, key=lambda table: table.folder.count("/"))


def annotations(path: str, given_by: Sequence[Table]) -> Iterator[tuple[str, Annotation]]:
    """What holds for a path, with the file that says so, from the root down to the first that overrides the rest."""
    for table in given_by:
        if not path.startswith(table.folder):
            continue
        rest = path[len(table.folder) :]
        match = next((annotation for annotation in table.annotations if annotation.paths.fullmatch(rest)), None)
        if match is not None:
            yield table.path, match
            if match.override:
                return


def _is_in_use(path: str) -> bool:
    """False for a REUSE.toml in a place whose files are not covered."""
    return is_covered(Entry(path.removesuffix(reuse_toml.NAME) + "any"))


def _given(path: str, given_by: Sequence[Table]) -> _Given:
    given = _Given()
    for _, match in annotations(path, given_by):
        given = _Given(given.copyright or match.copyright, given.licence or match.licence, closed=match.override)
    return given


def _is_settled(given: _Given) -> bool:
    return given.copyright and given.licence


def sources(repository: Snapshot, entries: Iterable[Entry], paths: Iterable[str]) -> dict[str, str]:
    """Where the information of each file must be read; files that nothing readable can inform are left out."""
    kinds = {entry.path: entry.kind for entry in entries}
    found = {}
    for path in paths:
        side: str | None = f"{path}.license"
        if side in kinds:
            if kinds[side] is Kind.SYMLINK:
                side = symlink.target(side, repository.read(side))
            if side is not None and kinds.get(side) in (Kind.FILE, Kind.EXECUTABLE):
                found[path] = side
        elif not _NEVER_TEXT.fullmatch(path, path.rfind(".") if "." in path else len(path)):
            found[path] = path
    return found
