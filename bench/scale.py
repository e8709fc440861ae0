# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crawl by several workers on PostgreSQL, in a register that is large already: throughput, cost, and who reads.

Usage: ./dev bench scale [SYNTHETIC [REAL [READERS]]]   (100,000 rows, 600 clones over real git-HTTP, 100 readers)
"""

import datetime
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bench.crawl import fill as fill_forge
from bench.measure import processor
from bench.register import asked, fill, questions, size
from ospo.domain.crawl import Counts, Scanned
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.store.database import Database
from ospo.store.overview import Overview
from ospo.store.register import Register
from ospo.store.upgrading import upgrade

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import databases  # type: ignore[import-not-found]
import forge as forges  # type: ignore[import-not-found]
import registers  # type: ignore[import-not-found]
from forge import Forge

WORKERS = (1, 2, 4)
SECONDS = 60.0  # for each number of workers
LEASE = datetime.timedelta(minutes=2)
_DIFFERENT = 300  # repositories that differ; the others are copies of them under another name
_ACCOUNTS = 50


def main(arguments: list[str]) -> None:
    """Record jobs without work, then crawl a forge; each by 1, 2 and 4 workers; then read while one crawls."""
    synthetic, real, readers = (int(a) for a in (*arguments, *("100000", "600", "100")[len(arguments) :]))
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="ospo-bench-")))
        address = databases.new_database(opened.enter_context(databases.server()))
        database = Database(address)
        upgrade(database)
        names = fill(database, synthetic)
        _say(f"register of {synthetic:,} repositories: {size(database) / 1e6:,.0f} MB")
        start = time.perf_counter()
        Register(database).count_tallies()
        _say(f"tallies of every account: {time.perf_counter() - start:.0f} s")
        _ask(database, names, synthetic)
        for workers in WORKERS:
            _record(address, workers, names)
        with database.writing() as connection:  # the others wait for ever: what follows is about the forge
            connection.execute(text("UPDATE jobs SET state = 'done' WHERE state = 'queued'"))
            connection.execute(text("UPDATE accounts SET is_stale = false"))
        forge = opened.enter_context(forges.running(folder / "forge"))
        accounts = _fill(forge, real)
        _crawls(folder, address, forge, accounts, database)
        _read_during_a_crawl(folder, address, forge, accounts, readers)
        _ask(database, names, synthetic)
        _say(f"size in the end: {size(database) / 1e6:,.0f} MB")
        database.close()


def _say(line: str) -> None:
    print(line, flush=True)


def _ask(database: Database, names: list[str], synthetic: int) -> None:
    """How long pages wait."""
    for what, question in questions(database, names, synthetic).items():
        _say(asked(database, what, question))


def _record(address: str, workers: int, names: Sequence[str]) -> None:
    """What the queue and the register take of each job, when the job itself is nothing."""
    program = "import sys; from bench.scale import record; record(sys.argv[1], float(sys.argv[2]), sys.argv[3:])"
    line = [sys.executable, "-c", program, address, str(SECONDS), *names]
    processes = [subprocess.Popen(line, stdout=subprocess.PIPE) for _ in range(workers)]
    done, used, rate = 0, 0.0, 0.0
    for process in processes:
        its_done, its_used, its_seconds = map(float, process.communicate()[0].split())
        done, used, rate = done + int(its_done), used + its_used, rate + its_done / its_seconds
    _say(
        f"{workers} workers that only record: {done:,} jobs with {len(names)} answers each: "
        f"{rate:.0f} a second, {used / max(1, done) * 1000:.0f} ms of processor time each"
    )


def record(address: str, seconds: float, names: Sequence[str]) -> None:
    """Take jobs and record an answer to each check, for a while."""
    register = Register(Database(address))
    chance, taker, done = random.Random(), f"bench/{random.getrandbits(32)}", 0  # noqa: S311 - figures, not secrets
    start, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - start < seconds:
        now = datetime.datetime.now(datetime.UTC)
        job = register.jobs.take(taker, now, now + LEASE)
        if job is None:
            break
        register.target(job.subject, "checks")
        outcomes = chance.choices(list(Outcome), k=len(names))
        answers = {CheckId(n): (o, f"reason-{i % 20}") for i, (n, o) in enumerate(zip(names, outcomes, strict=True))}
        digest = f"{chance.getrandbits(128):032x}"
        found = Scanned(digest, "checks", digest, now, now, answers, chance.randbytes(3000))
        register.scanned(job, taker, found, Counts(scans=1), "checks", now)
        done += 1
    sys.stdout.write(f"{done} {time.process_time() - used} {time.perf_counter() - start}\n")


def _fill(forge: Forge, real: int) -> list[str]:
    """So many repositories in accounts of alike size, of which some hundreds differ; gives the accounts."""
    start = time.perf_counter()
    chance = random.Random(1)  # noqa: S311 - texts, not secrets
    names = list(fill_forge(forge, min(real, _DIFFERENT), chance))
    served = forge.root / "served"
    for number in range(real):
        to = served / f"account{number % _ACCOUNTS:02}" / f"repository-{number}.git"
        shutil.copytree(served / f"{names[number % len(names)]}.git", to, copy_function=shutil.copyfile)
    _say(f"{real:,} repositories on the forge, made in {time.perf_counter() - start:.0f} s")
    return sorted(path.name for path in served.glob("account*"))


def _crawls(folder: Path, address: str, forge: Forge, accounts: list[str], database: Database) -> None:
    """A part of the accounts by one worker, another part by two, and the rest by four."""
    parts = {1: accounts[: len(accounts) // 5], 2: accounts[len(accounts) // 5 : len(accounts) // 2]}
    parts[4] = [account for account in accounts if account not in parts[1] + parts[2]]
    for workers, some in parts.items():
        forge.asked.clear()
        before, start = _scans(database), time.perf_counter()
        _put(database, [forge.list_of(account) for account in some])
        each = [registers.start(folder / str(n), address, "worker", "--once") for n in range(workers)]
        used = _wait(each)
        scans, seconds = _scans(database) - before, time.perf_counter() - start
        _say(
            f"{workers} workers that crawl: {scans:,} repositories in {seconds:.0f} s: {scans / seconds:.2f} a second, "
            f"{used / max(1, scans):.2f} s of processor time each (the forge not counted)"
        )


def _put(database: Database, lists: Sequence[str]) -> None:
    from ospo.app.sources import account_of

    now = datetime.datetime.now(datetime.UTC)
    register = Register(database)
    register.add_accounts([account_of(url) for url in lists], now, register.begin(lists, now))


def _wait(processes: "Sequence[subprocess.Popen[bytes]]") -> float:
    """Until all of them are done; gives the seconds of processor time that they took."""
    used: dict[int, float] = {}
    while any(process.poll() is None for process in processes):
        for process in processes:
            used[process.pid] = processor(process.pid, children=True) or used.get(process.pid, 0.0)
        time.sleep(0.2)
    for process in processes:
        said = process.communicate()[0]
        if process.returncode:
            raise RuntimeError(said.decode())
    return sum(used.values())


def _scans(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute(text("SELECT COALESCE(sum(scans), 0) FROM runs")).scalar_one())


def _read_during_a_crawl(folder: Path, address: str, forge: Forge, accounts: list[str], readers: int) -> None:
    """Readers, all at once, while a worker looks at what was pushed to."""
    for account in accounts:
        for name in forge.names(account)[:4]:
            forge.flags[name] = {"pushed": "again"}
    database = Database(address)
    _put(database, [forge.list_of(account) for account in accounts])
    process = registers.start(folder / "0", address, "worker", "--once")
    overview = Overview(database)
    asked: list[Callable[[], Any]] = [
        overview.tally, overview.states, lambda: overview.search("7654"),
        lambda: overview.repositories(forge.list_of(accounts[0])),
    ]  # fmt: skip
    failed, taken, lock = 0, [], threading.Lock()

    def read(number: int) -> None:
        nonlocal failed
        while process.poll() is None:
            start = time.perf_counter()
            try:
                asked[number % len(asked)]()
            except Exception:
                with lock:
                    failed += 1
            with lock:
                taken.append(time.perf_counter() - start)
            time.sleep(0.5)

    with ThreadPoolExecutor(readers) as pool:
        list(pool.map(read, range(readers)))
    process.communicate()
    taken.sort()
    slow = taken[int(len(taken) * 0.95) - 1] if taken else 0.0
    _say(f"{readers} readers during a crawl: {len(taken):,} questions, {failed} failed, p95 {slow * 1000:.0f} ms")
    database.close()
