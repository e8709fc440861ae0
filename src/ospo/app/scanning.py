# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scanning one repository: the job that a process of the pool runs."""

import datetime
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from ospo import checks
from ospo.app.evidence import Beside, open_defaults
from ospo.app.evidence import remotes as remotes_at
from ospo.domain.check import Check
from ospo.domain.declaration import Declaration, Statement, Waiver
from ospo.domain.finding import ScanReport
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import scan
from ospo.errors import OspoError, ParseError
from ospo.formats import declaration
from ospo.git import open_snapshot


@dataclass(frozen=True, slots=True)
class Job:
    """One repository to scan: where it is, which checks (all when empty), at what moment, under which addresses.

    `at` is the commit to look at, when that is not the one of HEAD.
    """

    path: Path
    only: tuple[str, ...]
    now: datetime.datetime
    remotes: tuple[str, ...] | None = None
    beside: Beside = field(default_factory=Beside)
    at: str | None = None


def run_jobs(jobs: Sequence[Job]) -> Iterator[ScanReport | OspoError]:
    """Scan one after the other, or on all cores when there are several; in the order given."""
    if len(jobs) < 2:
        yield from map(scan_one, jobs)
        return
    workers = min(len(jobs), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, get_context("forkserver"), _leave_interrupts) as pool:
        yield from pool.map(scan_one, jobs)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that started the workers; they end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def scan_one(job: Job) -> ScanReport | OspoError:
    """Scan one repository in this process; an error is a value, so that the others go on."""
    chosen = tuple(map(checks.load, job.only)) if job.only else checks.all_checks()
    try:
        remotes = remotes_at(job.path) if job.remotes is None else job.remotes
        facts = job.beside.facts_of(remotes)
        with (
            open_defaults(job.beside.defaults_of(remotes)) as defaults,
            open_snapshot(job.path, remotes=job.remotes, facts=facts, defaults=defaults, at=job.at) as snapshot,
        ):
            return scan_snapshot(snapshot, chosen, job.now, label=str(job.path))
    except OspoError as error:
        return error
    except Exception as error:  # one repository must not stop the others
        message = "{path}: the scan broke down ({error}): that is a mistake of ours, please report it"
        return OspoError(message, path=job.path, error=type(error).__name__)


def scan_snapshot(snapshot: Snapshot, chosen: Sequence[Check], now: datetime.datetime, *, label: str) -> ScanReport:
    """Scan a snapshot, with what it declares itself."""
    declared, problems = _declaration(snapshot)
    return scan.scan(
        snapshot,
        chosen,
        now,
        label=label,
        declaration=declared,
        notes=tuple(problems),
    )


def _declaration(snapshot: Snapshot) -> tuple[Declaration, list[ParseError]]:
    try:
        if not any(entry.path == declaration.NAME and entry.is_file for entry in snapshot.entries()):
            return Declaration(), []
        declared, problems = declaration.parse(snapshot.read(declaration.NAME).decode("utf-8", "replace"))
    except Unreadable:
        return Declaration(), [ParseError("cannot be read, so what it declares does not count", path=declaration.NAME)]
    known = checks.check_ids()
    parts: list[Waiver | Statement] = [*declared.waivers.values(), *declared.statements.values()]
    for part in parts:
        if part.about not in known:
            message = "names '{check}', which is no check: `ospo checks list` names them all"
            problems.append(ParseError(message, path=declaration.NAME, line=part.line, check=part.about))
    return declared, problems
