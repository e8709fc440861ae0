# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scanning repositories, on all cores when there are several; what was seen before is remembered, not looked at again.

Nothing heavy is imported before it is known that something must be looked at.
"""

import datetime
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ospo.app import remembering
from ospo.app.evidence import Beside
from ospo.app.evidence import remotes as remotes_at
from ospo.domain.finding import ScanReport
from ospo.domain.keeping import FORGETFUL, Forgetful, Keeper
from ospo.domain.profile import Policies
from ospo.engine.report import report
from ospo.errors import OspoError


@dataclass(frozen=True, slots=True)
class Job:
    """One repository to scan: where it is, which checks (all when empty), at what moment, under which addresses.

    `at` is the commit to look at, when that is not the one of HEAD; `keeper` remembers what was seen.
    `policies` are the profiles that it may be held against.
    """

    path: Path
    only: tuple[str, ...]
    now: datetime.datetime
    remotes: tuple[str, ...] | None = None
    beside: Beside = field(default_factory=Beside)
    at: str | None = None
    keeper: Keeper = FORGETFUL
    policies: Policies = field(default_factory=Policies)


def run_jobs(jobs: Sequence[Job]) -> Iterator[ScanReport | OspoError]:
    """Scan one after the other, or on all cores when there are several that are new; in the order given."""
    keys = [_key(job) for job in jobs]
    known = [_recall(job, key) for job, key in zip(jobs, keys, strict=True)]
    todo = [(job, key) for job, key, found in zip(jobs, keys, known, strict=True) if found is None]
    fresh = _run([job for job, _ in todo], [key for _, key in todo])
    for found in known:
        yield next(fresh) if found is None else found


def _run(jobs: Sequence[Job], keys: Sequence[str | None]) -> Iterator[ScanReport | OspoError]:
    if len(jobs) < 2:
        for job, key in zip(jobs, keys, strict=True):
            yield _scan(job, key, is_alone=True)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    workers = min(len(jobs), os.cpu_count() or 1)
    context = get_context("forkserver")
    context.set_forkserver_preload(["ospo.app.prepared"])
    with ProcessPoolExecutor(workers, context, _leave_interrupts) as pool:
        yield from pool.map(_scan, jobs, keys)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that started the workers; they end when it ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def scan_one(job: Job) -> ScanReport | OspoError:
    """Scan one repository in this process; an error is a value, so that the others go on."""
    key = _key(job)
    return _recall(job, key) or _scan(job, key, is_alone=True)


def _scan(job: Job, key: str | None, *, is_alone: bool = False) -> ScanReport | OspoError:
    """Look, and remember what was seen under the key, if that is still the right one."""
    from ospo.app.looking import Place, look_at

    try:
        place = Place(job.path, job.remotes, job.beside, job.at, job.policies)
        seen, is_lasting = look_at(place, job.only, keeper=job.keeper, is_alone=is_alone)
    except OspoError as error:
        return error
    except Exception as error:  # one repository must not stop the others
        message = "{path}: the scan broke down ({error}): that is a mistake of ours, please report it"
        return OspoError(message, path=job.path, error=type(error).__name__)
    if key is not None and is_lasting and key == _key(job):
        remembering.keep(job.keeper, key, seen)
    return replace(report(seen, job.now, label=str(job.path)), is_lasting=is_lasting)


def _recall(job: Job, key: str | None) -> ScanReport | None:
    seen = None if key is None else remembering.recall(job.keeper, key)
    return None if seen is None else report(seen, job.now, label=str(job.path))


def _key(job: Job) -> str | None:
    """What the verdicts on this repository rest on; None when nothing is to be remembered, or it cannot be told."""
    if isinstance(job.keeper, Forgetful):
        return None
    with suppress(OspoError, OSError):
        remotes = remotes_at(job.path) if job.remotes is None else job.remotes
        return remembering.key(
            job.path,
            asked=(job.only, job.policies.mark),
            remotes=job.remotes,
            facts=job.beside.facts_of(remotes),
            defaults=job.beside.defaults_of(remotes),
            at=job.at,
        )
    return None
