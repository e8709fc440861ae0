# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies of the code of others, by the folders in which people keep them: which there are, and what comes along.

Only what a package manager put there, and what a build made small, is a copy for certain: people also keep code of
their own in a folder called `vendor` or `third_party`.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import manifest_licences, program_code, survey, tree
from ospo.formats.expression import Expression

_ROOT = Expression(
    r"(?:.*?/)??(?P<name>_?vendors?|third[-_]?party|3rd[-_]?party|node_modules|bower_components|jspm_packages"
    r"|externs?|externals?)/(?=.)",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"externs?|externals?", re.IGNORECASE)  # a name that means much else
_PACKAGES = re.compile(r"node_modules|bower_components|jspm_packages", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|/)(?:tests?|testdata|__tests__|fixtures|examples?|samples?|voorbeelden|docs?|templates?|spec)/"
    r"|(?:^|/)src/(?:main|test)/(?:java|kotlin|scala|groovy)/|\{\{",
    re.IGNORECASE,
)
_TEXT = re.compile(r"(?:.*[-_.])?(?:(?:un)?licen[cs]e|copying|notice|copyright)(?:[-_.].*)?", re.IGNORECASE)
_TELLS = re.compile(
    r"readme.*|.*\.nuspec|modules\.txt|bower\.json|composer\.json|package\.json|METADATA", re.IGNORECASE
)
_SMALL = re.compile(r"[-.]min\.(?:js|mjs|cjs)$", re.IGNORECASE)
_BESIDE = Expression(r"(?:readme|licen[cs]es?|notice|copyright)(?:\.\w+)?", re.IGNORECASE)
_LIST = Expression(
    r"(?:[^/]+/)?(?:notices?|attributions?|credits|acknowledge?ments?|third[-_ ]?party[^/]*|3rd[-_ ]?party[^/]*"
    r"|licen[cs]es?[-_]3rd[-_]?party[^/]*|dependencies|vendor)(?:\.(?:md|txt|rst|adoc))?",
    re.IGNORECASE,
)
_SAYS_LICENCE = re.compile(
    rb"licen[cs]e|licentie|copyright|\(c\)[ \t]{1,4}(?:19|20)\d\d|\xc2\xa9|\b(?:MIT|BSD|GPL|Apache)\b|public domain",
    re.IGNORECASE,
)
_SAYS_ORIGIN = re.compile(
    rb"https?://|copyright|\(c\)[ \t]{1,4}(?:19|20)\d\d|\xc2\xa9|@version|\bv?\d+\.\d+\.\d+\b", re.IGNORECASE
)
_OPENING = 3000  # bytes of a file in which a header stands
_MOST_FILES = 60  # of which the opening is read
_GO_MODULE = re.compile(r"^# (\S{1,300}) v\S", re.MULTILINE)
_WORD, _NAME = re.compile(r"\w+"), re.compile(r"\w[\w.-]*\w")
_STEM = re.compile(r"[-.]v?\d|\.min\.|\.(?:js|mjs|css|py|h|c|go|php)$")
_SHORTEST = 2  # letters; a shorter name may be any word
_MAX_LIST = 300_000  # bytes of a list of copies
_MOST_LISTS = 20
_MOST_COMPONENTS = 2000
_MOST_FILES_IN_ALL = 200_000


class _Manager(Enum):
    """What made a folder of copies."""

    GO = "go"
    COMPOSER = "composer"
    NPM = "npm"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Component:
    """One copy: where it stands, whether it is one for certain, and whether its licence and its origin are told."""

    path: str
    is_certain: bool
    has_licence: bool
    has_origin: bool


@dataclass(frozen=True, slots=True)
class _Folder:
    """What a copy consists of, before anything is read; `root` is the folder of copies."""

    path: str
    root: str
    files: tuple[str, ...]
    is_managed: bool


def find(repository: Snapshot) -> list[Component]:
    """Every copy with program code in it.

    Raises:
        Unreadable: the tree, or the list that Go keeps of its copies, cannot be had.
    """
    files = tree.paths(repository.entries())
    files = files if len(files) <= _MOST_FILES_IN_ALL else tree.of(files[:_MOST_FILES_IN_ALL])
    every = _folders(repository, files)
    folders = [folder for folder in every if any(map(program_code.language, folder.files))][:_MOST_COMPONENTS]
    if not folders:
        return []
    listed = _listed(repository, files, {folder.root for folder in folders})
    looked = survey.survey(repository).files
    found = []
    budget = _MOST_FILES
    for folder in folders:
        licence = is_told = _is_listed(folder, listed)
        licence = licence or any(_has_licence(path, looked) for path in folder.files)
        origin = is_told or folder.is_managed or any(_TELLS.fullmatch(_name(path)) for path in folder.files)
        if not (licence and origin) and budget > 0:
            openings = _openings(repository, folder, budget)
            budget -= len(openings)
            licence = licence or _states_licence(openings) or any(map(_SAYS_LICENCE.search, _code(openings)))
            origin = origin or any(map(_SAYS_ORIGIN.search, _code(openings)))
        is_certain = folder.is_managed or any(map(_SMALL.search, folder.files))
        if is_certain or licence or origin or not _LOOSE.fullmatch(_name(folder.root.rstrip("/"))):
            found.append(Component(folder.path, is_certain, licence, origin))
    return found


def _has_licence(path: str, looked: Mapping[str, survey.SurveyedFile]) -> bool:
    """True for a licence text by its name, and for a file that names a holder or a licence in it."""
    if _TEXT.fullmatch(_name(path)):
        return True
    return path in looked and (looked[path].tags.copyright or looked[path].tags.licence)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _folders(repository: Snapshot, files: Sequence[str]) -> Iterator[_Folder]:
    """The copies by place: a package for what a package manager made, else what lies directly in the folder."""
    by_root: dict[str, list[str]] = defaultdict(list)
    for path in tree.of(files).perhaps(_ROOT):
        match = _ROOT.compiled.match(path)
        if match and not _ASIDE.search(path[: match.end()]):
            by_root[match[0]].append(path)
    for root, inside in sorted(by_root.items()):
        if f"{root}__init__.py" in inside and not root.endswith("_vendor/"):
            continue  # a module of a program
        kind = _kind(root, inside)
        modules = _go_modules(repository, root) if kind is _Manager.GO else frozenset()
        groups: dict[str, list[str]] = defaultdict(list)
        for path in inside:
            if (place := _place(kind, path[len(root) :], modules)) is not None:
                groups[root + place].append(path)
        is_managed = kind is not _Manager.NONE
        yield from (_Folder(place, root, tuple(group), is_managed) for place, group in sorted(groups.items()))


def _kind(root: str, inside: Sequence[str]) -> _Manager:
    """Which package manager made the folder, by the traces it leaves."""
    if f"{root}modules.txt" in inside:
        return _Manager.GO
    if f"{root}autoload.php" in inside:
        return _Manager.COMPOSER
    is_packages = _PACKAGES.fullmatch(root.rstrip("/").rpartition("/")[2]) is not None
    return (
        _Manager.NPM
        if is_packages and any(p.endswith(("package.json", "bower.json")) for p in inside)
        else _Manager.NONE
    )


def _place(kind: _Manager, rest: str, modules: Collection[str]) -> str | None:
    """The copy that a path below the folder belongs to, or None for what belongs to none."""
    parts = rest.split("/")
    if kind is _Manager.GO:  # a module may stand inside another one
        above = ("/".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
        return next((f"{folder}/" for folder in above if folder in modules), None)
    if kind is _Manager.COMPOSER:
        return "/".join(parts[:2]) + "/" if len(parts) > 2 and parts[0] not in ("bin", "composer") else None
    if kind is _Manager.NPM:
        depth = 2 if parts[0].startswith("@") else 1
        return "/".join(parts[:depth]) + "/" if len(parts) > depth and not parts[0].startswith(".") else None
    if parts[-1].startswith(".") or parts[-1].endswith(".d.ts"):
        return None
    return parts[0] + ("/" if len(parts) > 1 else "")


def _go_modules(repository: Snapshot, root: str) -> frozenset[str]:
    """The folders of the modules."""
    text = repository.read(f"{root}modules.txt")[:_MAX_LIST].decode("utf-8", "replace")
    return frozenset(match[1] for match in _GO_MODULE.finditer(text))


def _listed(repository: Snapshot, files: Iterable[str], roots: set[str]) -> Set[str]:
    """The words of the texts that list what others wrote, in the root or beside the copies, in lower case."""
    paths = [
        path for path in tree.of(files).perhaps(_LIST, _BESIDE) if _LIST.fullmatch(path) or _is_beside(path, roots)
    ][:_MOST_LISTS]
    words: set[str] = set()
    for _, content in repository.read_all(paths):
        if not isinstance(content, Unreadable):
            text = content[:_MAX_LIST].decode("utf-8", "replace").lower()
            words.update(_WORD.findall(text), _NAME.findall(text))
    return words


def _is_beside(path: str, roots: set[str]) -> bool:
    folder, _, name = path.rpartition("/")
    return f"{folder}/" in roots and _BESIDE.fullmatch(name) is not None


def _is_listed(folder: _Folder, listed: Set[str]) -> bool:
    """True when a list names the copy, without its version and its ending."""
    stem = _STEM.split(_name(folder.path.rstrip("/")).lower(), maxsplit=1)[0]
    return len(stem) > _SHORTEST and stem in listed


def _openings(repository: Snapshot, folder: _Folder, most: int) -> Mapping[str, bytes]:
    wanted = [
        p for p in folder.files if program_code.language(p) or manifest_licences.is_manifest(p.rpartition("/")[2])
    ]
    wanted.sort(key=lambda path: (not manifest_licences.is_manifest(path.rpartition("/")[2]), path.count("/"), path))
    contents = repository.read_all(wanted[: min(most, 10)])
    return {path: content for path, content in contents if not isinstance(content, Unreadable)}


def _states_licence(openings: Mapping[str, bytes]) -> bool:
    return any(manifest_licences.read(path, content) for path, content in openings.items())


def _code(openings: Mapping[str, bytes]) -> Iterator[bytes]:
    for path, content in openings.items():
        if program_code.language(path):
            yield content[:_OPENING]
