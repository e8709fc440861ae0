# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scan of one repository in a fresh process, apart from starting the program: `python -m bench.one_scan PATH`."""

import datetime
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ospo import checks
from ospo.app import looking
from ospo.app.scanning import Job, run_jobs
from ospo.store.cache import Cache


def main(path: Path) -> None:
    """Print the milliseconds of the first look, of one in a process that has looked before, and of a rescan.

    A process that has looked before has its expressions compiled and its licences loaded, as one that scans many has.
    It is timed on one core, and on all cores as a scan of one repository uses them.
    """
    checks.all_checks()  # what a program that scans many does once
    with tempfile.TemporaryDirectory(prefix="ospo-bench-") as folder:
        job = Job(path, (), datetime.datetime.now(datetime.UTC), keeper=Cache(Path(folder)))
        alone = Job(path, (), job.now)
        figures = {
            "first": _milliseconds(lambda: list(run_jobs([job]))),
            "again": min(_milliseconds(lambda: _look(alone, is_alone=False)) for _ in range(4)),
            "shared": min(_milliseconds(lambda: _look(alone, is_alone=True)) for _ in range(3)),
            "rescan": min(_milliseconds(lambda: list(run_jobs([job]))) for _ in range(3)),
        }
    print(json.dumps(figures))


def _look(job: Job, *, is_alone: bool) -> object:
    place = looking.Place(job.path, job.remotes, job.beside, job.at)
    return looking.look_at(place, job.only, is_alone=is_alone)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]))
