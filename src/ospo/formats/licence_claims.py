# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a repository says which licence it has: licence files, publiccode.yml, manifests, headers and the README.

Two claims contradict each other only when no licence can be in both; what one of them leaves open is no difference.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ospo.domain.snapshot import Entry, Snapshot, Unreadable
from ospo.formats import (
    community_files,
    licence_names,
    licences,
    manifest_licences,
    manifests,
    program_code,
    publiccode,
    readme_licence,
    survey,
    tree,
)
from ospo.formats.community_files import FileKind
from ospo.formats.licence_names import Name
from ospo.formats.licences import Licences

_NO_RIGHTS = Name("no-rights")
_MOST_MANIFESTS = 60
_LONGEST = 60  # characters of a claim that are shown
_FEWEST_HEADERS = 5  # files; fewer headers may have come along with copies
_LICENCE_FILE = re.compile(r"(?:un)?licen[cs]e|copying|licentie", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A place that says which licences apply, and the words it uses.

    `is_part`: it speaks for a part of the repository only. `is_loose`: it may name a licence of a part, without
    saying so.
    """

    path: str
    line: int | None
    shown: str
    names: frozenset[Name] = field(compare=False)
    is_part: bool = False
    is_loose: bool = False

    @property
    def refuses(self) -> bool:
        """True when it says that nobody gets any rights."""
        return self.names == {_NO_RIGHTS}


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims, that of the licence files first.

    `texts` are the licences of which the repository holds or names the text anywhere; `unrecognised` is a licence
    file of which we do not know what it says.
    """

    claims: tuple[Claim, ...]
    texts: frozenset[Name] = frozenset()
    unrecognised: str | None = None

    @property
    def contradiction(self) -> tuple[Claim, Claim] | None:
        """The first two claims that cannot both be true."""
        first = self.claims[0] if self.texts else None
        for one, other in combinations(self.claims, 2):
            if one.is_part and other.is_part:
                continue  # each speaks for its own
            if one == first:
                theirs = one.names | self.texts if other.is_part or other.is_loose else one.names
                if not licence_names.agree(theirs, other.names):
                    return one, other
            elif not licence_names.agree(one.names, other.names) and (first is None or _are_versions(one, other)):
                return one, other
        return None


def read(repository: Snapshot) -> Claims:
    """Gather the claims.

    Raises:
        Unreadable: a file that would make one cannot be had.
    """
    entries = repository.entries()
    found = licences.read(repository)
    own = _of_files(found)
    claims = [
        *([own] if own else []),
        *_of_publiccode(repository),
        *_of_manifests(repository, entries),
        *_of_headers(repository, entries),
        *_of_readme(repository, entries),
    ]
    texts = {licence_names.of_id(item.id) for file in found.files for item in file.found}
    unrecognised = found.unknown.path if found.unknown else None
    return Claims(tuple(claims), frozenset(texts) | (own.names if own else frozenset()), unrecognised)


def _are_versions(one: Claim, other: Claim) -> bool:
    """True for two versions of one licence, as "-only" against "-or-later": a text in both cannot settle that."""
    return {name.stem for name in one.names} == {name.stem for name in other.names} and len(one.names) == 1


def _of_files(found: Licences) -> Claim | None:
    if found.main:
        names = frozenset(licence_names.of_id(item.id) for item in found.found)
        return Claim(found.main[0].path, found.main[0].found[0].line, found.labels, names)
    if found.naming is not None and found.unknown is None:
        path, line = found.naming
        return Claim(path, line, ", ".join(found.named), frozenset(map(licence_names.of_id, found.named)))
    return None


def _of_publiccode(repository: Snapshot) -> Iterator[Claim]:
    fetched = publiccode.fetch(repository)
    if fetched is None:
        return
    document = publiccode.read(fetched[1])
    legal = document.value.get("legal")
    value = legal.get("license") if isinstance(legal, dict) else None
    if isinstance(value, str) and (names := licence_names.of_expression(value)):
        yield Claim(fetched[0], document.line("legal", "license"), value.strip()[:_LONGEST], names)


def _of_manifests(repository: Snapshot, entries: Sequence[Entry]) -> Iterator[Claim]:
    """What packages state; one that has a licence file of its own speaks for itself, and copies of others as well."""
    licensed = {e.path.rpartition("/")[0] for e in entries if e.is_file and _LICENCE_FILE.match(e.name)} - {""}
    paths = manifest_licences.manifests(tree.paths(entries))
    wanted = sorted((path for path in paths if _is_own(path, licensed)), key=lambda path: (path.count("/"), path))
    for path, content in repository.read_all(wanted[:_MOST_MANIFESTS]):
        if isinstance(content, Unreadable):
            continue
        by_line = [(stated, _names(stated)) for stated in manifest_licences.read(path, content)]
        stated = [(item, names) for item, names in by_line if names]
        if stated:
            every = frozenset(name for _, names in stated for name in names)
            first = stated[0][0]
            yield Claim(path, first.line, first.value[:_LONGEST], every, is_part="/" in path)


def _is_own(path: str, licensed: set[str]) -> bool:
    if manifests.is_aside(path) or program_code.is_aside(path):
        return False
    folder = path.rpartition("/")[0]
    while folder:
        if folder in licensed:
            return False
        folder = folder.rpartition("/")[0]
    return True


def _names(stated: manifest_licences.Stated) -> frozenset[Name]:
    if stated.refuses:
        return frozenset({_NO_RIGHTS})
    return licence_names.of_expression(stated.value) or licence_names.in_text(stated.value)


def _of_headers(repository: Snapshot, entries: Iterable[Entry]) -> Iterator[Claim]:
    """The expression in most of the headers of the repository's own code."""
    files = survey.survey(repository).files
    counted: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for path in program_code.files(entry.path for entry in entries if entry.path in files):
        if tags := files[path].tags.expressions:
            counted[tags[0].text] += 1
            first.setdefault(tags[0].text, (path, tags[0].line))
    for expression, count in counted.most_common(1):
        names = licence_names.of_expression(expression)
        if names and count >= _FEWEST_HEADERS and 2 * count > counted.total():
            yield Claim(*first[expression], expression[:_LONGEST], names, is_loose=True)


def _of_readme(repository: Snapshot, entries: Sequence[Entry]) -> Iterator[Claim]:
    for entry in community_files.locate(entries, FileKind.README)[:1]:
        said = readme_licence.find(community_files.text(repository, entry), entry.path)
        if said:
            yield Claim(entry.path, said.line, said.shown[:_LONGEST], said.names, is_loose=True)
