# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a register holds, without what differs from one run to another; and killing who fills it."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import text

from command_line import SOURCE, command
from ospo.store.database import Database

State = dict[str, list[tuple[object, ...]]]
_QUERIES = {
    "repositories": "SELECT address, state, is_fork, is_archived, is_defaults, mark, done_mark, digest, basis "
    "FROM repositories",
    "states": "SELECT r.address, s.state FROM states s JOIN repositories r ON r.id = s.repository_id",
    "snapshots": "SELECT r.address, s.digest, s.basis, s.commit_id, s.met, s.not_met, s.unknown, s.not_applicable "
    "FROM snapshots s JOIN repositories r ON r.id = s.repository_id",
    "findings": "SELECT r.address, c.word, f.outcome, w.word, f.ended IS NULL FROM findings f "
    "JOIN repositories r ON r.id = f.repository_id JOIN words c ON c.id = f.check_id "
    "JOIN words w ON w.id = f.reason_id",
    "tallies": "SELECT a.url, c.word, t.outcome, t.repositories FROM tallies t JOIN accounts a ON a.id = t.account_id "
    "JOIN words c ON c.id = t.check_id",
    "totals": "SELECT c.word, t.outcome, t.repositories FROM totals t JOIN words c ON c.id = t.check_id "
    "WHERE t.repositories > 0",
    "jobs": "SELECT kind, subject, state FROM jobs",
    "requests": "SELECT url, etag FROM requests",
}


def state_of(address: str) -> State:
    """Every row that matters, sorted."""
    database = Database(address)
    with database.reading() as connection:
        found = {name: [tuple(row) for row in connection.execute(text(query))] for name, query in _QUERIES.items()}
    database.close()
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def start(folder: Path, address: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """Start `ospo` on a register as a process of its own, which nothing that it starts outlives by accident."""
    known = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    ours = {"PYTHONPATH": str(SOURCE), "OSPO_LANGUAGE": "en", "OSPO_CACHE": "", "OSPO_DATA": str(folder)}
    more = [] if arguments[0] == "db" else ["--internal", "localhost", "--processes", "1"]
    line = [*command(*arguments), "--database", address, *more]
    return subprocess.Popen(line, env={**known, **ours}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def finish(folder: Path, address: str, *arguments: str) -> str:
    """Run it to its end; gives what it says."""
    process = start(folder, address, *arguments)
    said, _ = process.communicate()
    assert process.returncode == 0, said.decode()
    return said.decode()


def kill_at_random(folder: Path, address: str, sources: Sequence[str], *, times: int, seed: int, longest: float) -> int:
    """Start a crawl and kill it at a random moment, so many times; gives how often it was not done by then."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    killed = 0
    for _ in range(times):
        process = start(folder, address, "crawl", *sources)
        time.sleep(chance.uniform(0.0, longest))
        if process.poll() is None:
            killed += 1
            process.send_signal(signal.SIGKILL)
        process.communicate()
    return killed


def kill_on_the_way(folder: Path, address: str, sources: Sequence[str], asked: Callable[[], int], *, seed: int) -> int:
    """Start a crawl and kill it while it works, three times; gives how often it was not done by then.

    Args:
        folder: where it keeps its mirrors.
        address: the database.
        sources: what it crawls.
        asked: how many requests came in at the forge; it is killed a little after one of those that come then.
        seed: chooses the moments.
    """
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    killed = 0
    for furthest in (1, 4, 12):
        goal, later = asked() + chance.randint(1, furthest), chance.uniform(0.0, 0.4)
        process = start(folder, address, "crawl", *sources)
        while asked() < goal and process.poll() is None:
            time.sleep(0.01)
        time.sleep(later)
        if process.poll() is None:
            killed += 1
            process.send_signal(signal.SIGKILL)
        process.communicate()
    return killed
