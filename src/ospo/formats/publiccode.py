# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml: where it is kept, what it says, and whether it is valid for the version it declares.

Nothing here goes to the network: addresses are judged by their shape, files by the tree of the repository. A rule
of an older version that a later one dropped is a warning and no error, for catalogues read every 0.x file alike.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ospo.domain.snapshot import Kind, Snapshot
from ospo.errors import ParseError
from ospo.formats import publiccode_values as values
from ospo.formats import symlink, tree, yaml
from ospo.formats.publiccode_schema import NEWEST, OLDEST, ROOT, Version
from ospo.formats.publiccode_values import Reason
from ospo.formats.publiccode_walk import Problem, Walk
from ospo.formats.tree import Entries

NAME = "publiccode.yml"
_NAMES = (NAME, "publiccode.yaml")
_VERSION = re.compile(r"(\d{1,4})(?:\.(\d{1,4})(?:\.\d{1,4})?)?")


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found. `is_newer`: the file declares a version that is not known here, so it is not judged."""

    version: str
    is_newer: bool
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What makes the file invalid, in the order of the lines."""
        return tuple(problem for problem in self.problems if not problem.is_warning)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is outdated or imprecise, and still valid."""
        return tuple(problem for problem in self.problems if problem.is_warning)


def locate(paths: Iterable[str]) -> str | None:
    """The file in the root: publiccode.yml, else publiccode.yaml, else another spelling of either."""
    found = [path for path in paths if path.lower() in _NAMES]
    return min(found, key=lambda path: (path != NAME, path not in _NAMES, path), default=None)


def fetch(repository: Snapshot) -> tuple[str, bytes] | None:
    """The path and the bytes of the file in the root, or None; a symlink is followed one step inside the tree."""
    entries = tree.entries(repository.entries())
    path = _place(entries)
    if path is None:
        return None
    content = repository.read(path)
    # Some trees have the text itself in an entry that says symlink: a path has no line ends.
    if entries.by_path[path].kind is Kind.SYMLINK and b"\n" not in content:
        target = symlink.target(path, content)
        if target not in entries.by_path or not entries.by_path[target].is_file:
            return None
        content = repository.read(target)
    return path, content


@tree.once_per_tree
def _place(entries: Entries) -> str | None:
    return locate(entry.path for entry in entries if "/" not in entry.path and entry.kind is not Kind.SUBMODULE)


@lru_cache(maxsize=8)  # many checks ask for the same file
def read(content: bytes) -> yaml.Document:
    """The document; empty when it is no YAML mapping, so that a caller need not care why (`validate` says why)."""
    try:
        document = yaml.load(_text(content))
    except ParseError:
        return yaml.Document({})
    return document if isinstance(document.value, dict) else yaml.Document({})


def validate(content: bytes, paths: Container[str] | None = None) -> Report:
    """Judge the file against the version it declares.

    Args:
        content: the bytes of the file.
        paths: the files in the repository, for logos and screenshots; None leaves their existence alone.
    """
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Report("", False, (Problem("", line, Reason.NOT_UTF8),))
    try:
        document = yaml.load(_text(content))
    except ParseError as error:
        return Report("", False, (Problem("", error.line, Reason.NOT_YAML),))
    if not isinstance(document.value, dict):
        return Report("", False, (Problem("", 1, Reason.NOT_A_MAPPING),))
    declared = document.value.get("publiccodeYmlVersion")
    text = str(declared) if isinstance(declared, str | int | float) else ""
    version = _version(text)
    if version is not None and version > NEWEST:
        return Report(text, True, ())
    walk = Walk(document, version or NEWEST, paths)
    _judge_version(walk, declared, version)
    walk.record(document.value, (), ROOT)
    _judge_description(walk, document.value.get("description"))
    _judge_maintenance(walk, document.value.get("maintenance"))
    _judge_whole(walk, document.value)
    return Report(text, False, tuple(sorted(walk.problems, key=lambda p: (p.line or 0, p.key))))


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace").removeprefix("\ufeff")


def _version(text: str) -> Version | None:
    """The version as two numbers; "0" is the newest of 0.x; None when this never was a version with this key."""
    match = _VERSION.fullmatch(text)
    if match is None:
        return None
    major, minor = int(match[1]), match[2]
    if minor is None:
        return NEWEST if major == 0 else (major, 0)
    version = (major, int(minor))
    return version if version >= OLDEST else None


def _judge_version(walk: Walk, declared: Any, version: Version | None) -> None:
    path = ("publiccodeYmlVersion",)
    if isinstance(declared, int | float) and not isinstance(declared, bool):
        walk.blame(path, Reason.WRONG_TYPE)
    elif isinstance(declared, str) and declared and version is None:
        walk.blame(path, Reason.VERSION_UNKNOWN)
    elif version is not None and version < NEWEST:
        walk.blame(path, Reason.VERSION_OLD, warning=True)


def _judge_description(walk: Walk, description: Any) -> None:
    """One language at least has a long description and features; 0.2 asked for more."""
    if not isinstance(description, dict) or not description:
        return
    texts = {tag: text for tag, text in description.items() if isinstance(text, dict)}
    first = next(iter(description))
    for name in ("longDescription", "features"):
        if not any(text.get(name) for text in texts.values()):
            walk.blame(("description", first, name), Reason.KEY_MISSING)
    if walk.version > OLDEST:
        return
    for tag, text in texts.items():
        long = text.get("longDescription")
        if isinstance(long, str) and 150 <= values.length(long) < 500:
            walk.blame(("description", tag, "longDescription"), Reason.ASKED_BY_VERSION, warning=True)
        if not text.get("genericName"):
            walk.blame(("description", tag, "genericName"), Reason.ASKED_BY_VERSION, warning=True)


def _judge_maintenance(walk: Walk, maintenance: Any) -> None:
    """Contractors belong to a contract, contacts to maintenance by an own team or a community."""
    if not isinstance(maintenance, dict):
        return
    kind, contractors, contacts = (maintenance.get(name) for name in ("type", "contractors", "contacts"))
    if kind == "contract" and contractors in (None, []):
        walk.blame(("maintenance", "contractors"), Reason.KEY_MISSING)
    elif kind != "contract" and contractors is not None:
        # Until 0.5 the standard said when contractors must be there, not when they must be absent.
        earlier = walk.version < (0, 5)
        walk.blame(("maintenance", "contractors"), Reason.CONTRACTORS_WITHOUT_CONTRACT, warning=earlier)
    if kind in ("internal", "community") and contacts is None:
        walk.blame(("maintenance", "contacts"), Reason.KEY_MISSING)
    elif contacts == []:
        walk.blame(("maintenance", "contacts"), Reason.EMPTY_LIST, warning=True)


def _judge_whole(walk: Walk, document: dict[str, Any]) -> None:
    if document.get("it") is not None and document.get("IT") is not None:
        walk.blame(("it",), Reason.KEY_TWICE)
    for name, optional_since in (("releaseDate", (0, 4)), ("categories", (0, 5))):
        if document.get(name) is None and walk.version < optional_since:
            walk.blame((name,), Reason.ASKED_BY_VERSION, warning=True)
