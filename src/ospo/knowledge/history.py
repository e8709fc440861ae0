# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""observations/history/ on disk: per organisation, what the checks said of its repositories on days in the past."""

import datetime
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from ospo.domain.crawled import LookedBack
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.errors import ContentError, Problem
from ospo.formats import address
from ospo.knowledge import memory

FOLDER = "history"


class LookEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A day, and the commit that was the newest at its end."""

    day: datetime.date
    commit: str


class RepositoryEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One repository: `outcomes` has for each check a letter per day (met, not met, unknown, not applicable)."""

    url: str
    looks: tuple[LookEntry, ...]
    outcomes: dict[str, str]


class HistoryFile(Struct, frozen=True, forbid_unknown_fields=True):
    """observations/history/<organisation>.json; `looked` is when the program looked back."""

    organisation: str
    looked: datetime.datetime
    repositories: tuple[RepositoryEntry, ...]


class _Kept(Struct, frozen=True, array_like=True):
    files: tuple[tuple[str, memory.Stamp | None], ...]
    found: dict[str, LookedBack]


def load(root: Path, keeper: Keeper = FORGETFUL) -> dict[str, LookedBack]:
    """What looks back showed, by the normalised address of the repository.

    Args:
        root: the folder observations/.
        keeper: remembers what was read, for as long as no file changes.

    Raises:
        ContentError: a file is not what its schema says.
    """
    paths = sorted((root / FOLDER).glob("*.json"))
    files = tuple((path.name, memory.stamp(path)) for path in paths)
    place = "history", str(root.resolve())
    kept = memory.recall(keeper, *place, _Kept)
    if kept is not None and kept.files == files:
        return kept.found
    found = _read(paths)
    if files and all(mark is not None and memory.is_settled(mark) for _, mark in files):
        memory.keep(keeper, *place, _Kept(files, found))
    return found


def _read(paths: Iterable[Path]) -> dict[str, LookedBack]:
    problems: list[Problem] = []
    found: dict[str, LookedBack] = {}
    for path in paths:
        try:
            entry = msgspec.json.decode(path.read_bytes(), type=HistoryFile)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            name = f"observations/{FOLDER}/{path.name}"
            problems.append(Problem(name, None, "{error}: make it anew with `ospo observe`", {"error": error}))
            continue
        for item in entry.repositories:
            days, commits = tuple(x.day for x in item.looks), tuple(x.commit for x in item.looks)
            outcomes = {CheckId(check): letters for check, letters in item.outcomes.items()}
            found[address.normalise(item.url) or item.url] = LookedBack(days, commits, outcomes)
    if problems:
        raise ContentError(problems)
    return found


def save(
    root: Path, looked: datetime.datetime, found: Mapping[OrganisationId, Iterable[tuple[str, LookedBack]]]
) -> list[Path]:
    """Write one file per organisation, each whole or not at all; gives the paths."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{o}.json", _file(o, looked, pairs)) for o, pairs in found.items()]


def _file(
    organisation: OrganisationId, looked: datetime.datetime, pairs: Iterable[tuple[str, LookedBack]]
) -> HistoryFile:
    entries = (
        RepositoryEntry(
            url,
            tuple(LookEntry(day, commit) for day, commit in zip(look.days, look.commits, strict=True)),
            {str(check): look.outcomes[check] for check in sorted(look.outcomes)},
        )
        for url, look in sorted(pairs, key=lambda pair: pair[0])
    )
    return HistoryFile(str(organisation), looked, tuple(entries))


def _write(path: Path, file: HistoryFile) -> Path:
    text = msgspec.json.format(msgspec.json.encode(file), indent=1)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as stream:
        stream.write(text + b"\n")
    Path(name).chmod(0o644)
    os.replace(name, path)
    return path
