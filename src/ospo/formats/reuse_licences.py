# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE 3.3, the folder LICENSES/: which licences the covered files name, and whether exactly their texts are there.

Which expression counts for a file follows the rules of precedence, licence apart from copyright, as `reuse lint`
(6.2) reads them: `aggregate` adds, `override` shuts out the file itself, and `closest` helps a file without.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.snapshot import Kind, Snapshot
from ospo.formats import reuse, reuse_paths, spdx, spdx_expression, survey, symlink, tree
from ospo.formats.reuse import Table
from ospo.formats.survey import Survey

FOLDER = "LICENSES/"
# Of the files must name a licence before one may say that a LICENSES/ is that of REUSE, when no table tells.
_IN_USE = 0.25
_REFERENCE = re.compile(r"LicenseRef-[a-zA-Z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Use:
    """A licence expression that holds for a file, and where it stands; `line` is None for one in a table."""

    expression: str
    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """The files in LICENSES/: by the id each is named after, those with a wrong name, and two for one licence."""

    by_id: Mapping[str, str]
    badly_named: tuple[str, ...] = ()
    without_extension: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """The texts held against the licences in use.

    `missing` gives per id that lacks a text a place that uses it; `unused` are the ids of texts that no file names;
    `unread` are the files that could not be had; `is_reuse` tells whether the repository uses REUSE at all.
    """

    texts: Texts
    missing: Mapping[str, Use]
    unused: tuple[str, ...]
    unread: tuple[str, ...]
    is_reuse: bool
    used: int

    @property
    def misnamed(self) -> tuple[str, ...]:
        """The files in LICENSES/ that have no name, or not the one, by which a licence is found."""
        texts = self.texts
        return tuple(dict.fromkeys((*texts.badly_named, *texts.without_extension, *texts.twice)))

    @property
    def left_over(self) -> tuple[str, ...]:
        """The ids of texts with a good name that no file uses; none as long as a file could not be read."""
        if self.unread:
            return ()
        return tuple(key for key in self.unused if self.texts.by_id[key] not in self.misnamed)


def read(repository: Snapshot) -> Folder:
    """Look at the folder and at every covered file, as the survey read it.

    Raises:
        ParseError: a REUSE.toml or DEP5 file cannot be read as what it is, or both are there (MixedAnnotations).
        Unreadable: such a file cannot be had.
    """
    entries = repository.entries()
    tables = reuse.tables(repository, entries)
    looked = survey.survey(repository)
    texts = locate(repository)
    covered = sorted(reuse_paths.covered(entries))
    closed = {path for path in covered if tables and any(a.override for _, a in reuse.annotations(path, tables))}
    sources = reuse.sources(repository, entries, (path for path in covered if path not in closed))
    uses = list(_uses(covered, sources, tables, looked))
    used: dict[str, Use] = {}
    for use in uses:
        for licence_id in spdx.keys(use.expression) or ():
            used.setdefault(licence_id, use)
    missing = {key: use for key, use in used.items() if texts.by_id.keys().isdisjoint((key, key.removesuffix("+")))}
    unused = tuple(key for key in texts.by_id if used.keys().isdisjoint((key, f"{key}+")))
    causes = {source: looked.unread[source] for source in sources.values() if source in looked.unread}
    unread = tuple(source for source, cause in causes.items() if not reuse.is_large_data(source, cause))
    tagged = len({use.path for use in uses if use.line is not None})
    is_reuse = bool(tables) or (bool(texts.by_id) and tagged >= _IN_USE * max(len(covered), 1))
    return Folder(texts, missing, unused, unread, is_reuse, len(used))


def locate(repository: Snapshot) -> Texts:
    """The files in LICENSES/, at any depth; hidden ones and side files do not count, nor do links that dangle."""
    by_id: dict[str, str] = {}
    bad, bare, twice = [], [], []
    files = tree.paths(repository.entries()).each
    for entry in repository.entries():
        if not entry.path.startswith(FOLDER) or "/." in entry.path or entry.name.endswith(".license"):
            continue
        if entry.kind is Kind.SYMLINK and symlink.target(entry.path, repository.read(entry.path)) not in files:
            continue
        if entry.kind is Kind.SUBMODULE:
            continue
        stem, extension = posixpath.splitext(entry.name)
        if extension and (stem in spdx_expression.listed() or _REFERENCE.fullmatch(stem)):
            licence_id = stem
            if stem.startswith("LicenseRef-") and "Unknown" in stem:
                bad.append(entry.path)
        elif entry.name in spdx_expression.listed():
            licence_id = entry.name
            bare.append(entry.path)
        else:
            licence_id = stem
            bad.append(entry.path)
        if licence_id in by_id:
            twice.append(entry.path)
        by_id.setdefault(licence_id, entry.path)
    return Texts(by_id, tuple(bad), tuple(bare), tuple(twice))


def _uses(covered: Iterable[str], sources: Mapping[str, str], tables: Sequence[Table], looked: Survey) -> Iterator[Use]:
    """Every expression that holds for a covered file, those in headers first, since they have a line."""
    given: list[Use] = []
    for path in covered:
        source = sources.get(path, "")
        file = looked.files.get(source)
        if file is not None and not file.size and source == path:
            continue  # an empty file is not covered
        own = file.tags.expressions if file is not None else ()
        yield from (Use(found.text, source, found.line) for found in own)
        given += _from_tables(path, tables, needs=not own)
    yield from given


def _from_tables(path: str, tables: Sequence[Table], *, needs: bool) -> Iterable[Use]:
    """What the tables give: all that adds or overrides, and for a file that needs one the closest that has any."""
    closest: list[Use] = []
    for place, found in reuse.annotations(path, tables):
        uses = [Use(expression, place) for expression in found.expressions]
        if found.override or found.aggregate:
            yield from uses
        elif uses:
            closest = uses
    if needs:
        yield from closest
