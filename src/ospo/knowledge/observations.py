# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""observations/ on disk: one JSON file per organisation, with findings at a commit and nothing about people."""

import datetime
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, Finding, Outcome, Value, Verdict
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.observation import Observations, ObservedRepository
from ospo.errors import ContentError, Problem
from ospo.knowledge import memory

# A mail address, not a package such as `@scope/name@1.0`.
_MAIL = re.compile(r"[^\s@/<>]@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")


class EvidenceEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A place in the repository at the commit."""

    path: str
    line: int | None = None


class WaiverEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The waiver that the repository declares itself for this check."""

    reason: str
    role: str
    until: datetime.date


class FindingEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What one check found; the waiver of the repository, when it has one, is named by its reason."""

    outcome: Outcome
    reason: str
    values: dict[str, Value] = {}
    evidence: tuple[EvidenceEntry, ...] = ()
    waiver: WaiverEntry | None = None


class RepositoryEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One repository at one commit."""

    url: str
    commit: str
    committed: datetime.datetime
    findings: dict[str, FindingEntry]
    fetched: datetime.datetime | None = None


class ObservationFile(Struct, frozen=True, forbid_unknown_fields=True):
    """observations/<organisation>.json."""

    organisation: str
    observed: datetime.datetime
    repositories: tuple[RepositoryEntry, ...]


class _Kept(Struct, frozen=True, array_like=True):
    """What was read from files with these names and stamps."""

    files: tuple[tuple[str, memory.Stamp | None], ...]
    found: dict[OrganisationId, tuple[ObservedRepository, ...]]


def load(root: Path, keeper: Keeper = FORGETFUL) -> Observations:
    """Read every file in the folder; a folder that is not there holds no observations.

    Args:
        root: the folder observations/.
        keeper: remembers what was read, for as long as no file changes.

    Raises:
        ContentError: a file is not what its schema says, or its name is not its organisation.
    """
    paths = sorted(root.glob("*.json"))
    files = tuple((path.name, memory.stamp(path)) for path in paths)
    place = "observations", str(root.resolve())
    kept = memory.recall(keeper, *place, _Kept)
    if kept is not None and kept.files == files:
        return Observations(kept.found)
    found = _read(paths)
    if files and all(mark is not None and memory.is_settled(mark) for _, mark in files):
        memory.keep(keeper, *place, _Kept(files, found))
    return Observations(found)


def _read(paths: Iterable[Path]) -> dict[OrganisationId, tuple[ObservedRepository, ...]]:
    problems: list[Problem] = []
    found: dict[OrganisationId, tuple[ObservedRepository, ...]] = {}
    for path in paths:
        name = f"observations/{path.name}"
        try:
            entry = msgspec.json.decode(path.read_bytes(), type=ObservationFile)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(name, None, "{error}: make it anew with `ospo observe`", {"error": error}))
            continue
        if entry.organisation != path.stem:
            problems.append(Problem(name, None, "is about '{id}': name it after that", {"id": entry.organisation}))
        found[OrganisationId(entry.organisation)] = tuple(
            _repository(repository, entry.observed) for repository in entry.repositories
        )
    if problems:
        raise ContentError(problems)
    return found


def _repository(entry: RepositoryEntry, observed: datetime.datetime) -> ObservedRepository:
    findings = tuple(
        Finding(
            CheckId(check),
            Verdict(f.outcome, f.reason, tuple(Evidence(e.path, e.line) for e in f.evidence), f.values),
            None if f.waiver is None else Waiver(CheckId(check), f.waiver.reason, f.waiver.role, f.waiver.until),
        )
        for check, f in entry.findings.items()
    )
    return ObservedRepository(entry.url, entry.commit, entry.committed, observed, findings, entry.fetched)


def save(root: Path, observations: Mapping[OrganisationId, Iterable[ObservedRepository]]) -> list[Path]:
    """Write one file per organisation, each whole or not at all; gives the paths."""
    root.mkdir(parents=True, exist_ok=True)
    return [_write(root / f"{o}.json", _file(o, sorted(rs, key=lambda r: r.url))) for o, rs in observations.items()]


def _file(organisation: OrganisationId, repositories: list[ObservedRepository]) -> ObservationFile:
    return ObservationFile(
        organisation=organisation,
        observed=max(r.observed for r in repositories),
        repositories=tuple(
            RepositoryEntry(r.url, r.commit, r.committed, {f.check: _finding(f) for f in r.findings}, r.fetched)
            for r in repositories
        ),
    )


def _finding(finding: Finding) -> FindingEntry:
    """Places and values that look like a mail address stay out, whatever check they came from."""
    verdict = finding.verdict
    return FindingEntry(
        outcome=verdict.outcome,
        reason=verdict.reason,
        values={k: v for k, v in verdict.values.items() if _is_plain(str(v))},
        evidence=tuple(EvidenceEntry(e.path, e.line) for e in verdict.evidence[:3] if e.path and _is_plain(e.path)),
        waiver=_waiver(finding),
    )


def _waiver(finding: Finding) -> WaiverEntry | None:
    waiver = finding.waiver
    if waiver is None or not (_is_plain(waiver.reason) and _is_plain(waiver.role)):
        return None
    return WaiverEntry(waiver.reason, waiver.role, waiver.until)


def _is_plain(text: str) -> bool:
    return _MAIL.search(text) is None and text.isprintable()


def _write(path: Path, file: ObservationFile) -> Path:
    text = msgspec.json.format(msgspec.json.encode(file, order="sorted"), indent=1)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as stream:
        stream.write(text + b"\n")
    Path(name).chmod(0o644)
    os.replace(name, path)
    return path
