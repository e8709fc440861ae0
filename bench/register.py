# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A register of many repositories: its size, and how long pages wait for it.

Usage: ./dev bench register [REPOSITORIES]   (100,000; in SQLite, and in PostgreSQL when it is here)
"""

import datetime
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from ospo import checks
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.store import schema
from ospo.store.database import Database
from ospo.store.jobs import Jobs
from ospo.store.overview import Overview
from ospo.store.register import Register
from ospo.store.upgrading import upgrade

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import databases  # type: ignore[import-not-found]

NOW = datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
PER_ACCOUNT = 50
TIMES = 20
_PART = 2000  # repositories of one transaction


def main(arguments: list[str]) -> None:
    """Fill a register, count, and ask what pages ask."""
    many = int(arguments[0]) if arguments else 100_000
    with ExitStack() as opened:
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="ospo-bench-"))
        places = {"SQLite": f"sqlite:///{folder}/register.db"}
        if databases.program("postgres"):
            places["PostgreSQL"] = databases.new_database(opened.enter_context(databases.server()))
        for name, address in places.items():
            database = Database(address)
            upgrade(database)
            start = time.process_time()
            names = _fill(database, many)
            print(f"\n{name}: {many:,} repositories, {many * len(names):,} findings")
            print(f"{'filled':<40}{time.process_time() - start:>9.1f} s of processor time")
            start = time.perf_counter()
            Register(database).count_tallies()
            print(f"{'tallies of every account':<40}{time.perf_counter() - start:>9.1f} s")
            print(f"{'size':<40}{_size(database) / 1e6:>9.0f} MB, {_size(database) / many / 1e3:.1f} kB a repository")
            for what, question in _questions(database, names, many).items():
                middle, slow = _times(question)
                print(f"{what:<40}{middle * 1000:>9.1f} ms, p95 {slow * 1000:.1f} ms")
            database.close()


def _fill(database: Database, many: int) -> list[str]:
    names: list[str] = sorted(map(str, checks.check_ids()))
    chance = random.Random(3)  # noqa: S311 - figures, not secrets
    with database.writing() as connection:
        reasons = [f"reason-{n}" for n in range(20)]
        connection.execute(insert(schema.words), [{"id": n + 1, "word": w} for n, w in enumerate([*names, *reasons])])
    for start in range(0, many, _PART):
        with database.writing() as connection:
            for table, rows in _rows(range(start, min(many, start + _PART)), len(names), chance):
                connection.execute(insert(table), rows)
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))
    return names


def _rows(numbers: range, count: int, chance: random.Random) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    ids = [n + 1 for n in numbers]
    first = [n for n in ids if (n - 1) % PER_ACCOUNT == 0]
    yield (
        schema.accounts,
        [{"id": _account(n), "url": _owner(n), "kind": "index", "first_seen": NOW, "is_stale": True} for n in first],
    )
    yield schema.repositories, [_repository(n) for n in ids]
    yield schema.states, [{"repository_id": n, "since": NOW, "state": "active"} for n in ids]
    yield schema.snapshots, [_snapshot(n, count, chance) for n in ids]
    yield schema.findings, [
        {"repository_id": n, "check_id": c + 1, "since": NOW, "snapshot_id": n, "outcome": _outcome(c, chance),
         "reason_id": count + 1 + c % 20, "ended": None}
        for n in ids for c in range(count)
    ]  # fmt: skip
    yield schema.jobs, [
        {"id": n, "kind": "repository", "subject": _address(n), "priority": 2, "state": "queued", "asked": 1,
         "attempts": 0, "not_before": NOW} for n in ids
    ]  # fmt: skip


def _outcome(check: int, chance: random.Random) -> int:
    return chance.choices(range(4), (1 + check % 7, 3, 4, 2))[0]


def _account(number: int) -> int:
    return (number - 1) // PER_ACCOUNT + 1


def _owner(number: int) -> str:
    return f"https://github.com/owner-{_account(number):06}"


def _address(number: int) -> str:
    return f"{_owner(number)}/repository-{number * 7919 % 1_000_003:07}"


def _repository(number: int) -> dict[str, Any]:
    told = {"is_fork": False, "is_archived": False, "is_defaults": False, "state": "active", "since": NOW}
    done = {"mark": f"{number}", "done_mark": f"{number}", "digest": f"{number:032}", "basis": "c" * 16}
    where = {"address": _address(number), "clone": f"{_address(number)}.git", "account_id": _account(number)}
    return {"id": number, "first_seen": NOW, "snapshot_id": number, **where, **told, **done}


def _snapshot(number: int, count: int, chance: random.Random) -> dict[str, Any]:
    when = {"committed": NOW - DAY, "scanned": NOW, "is_lasting": True, "commit_id": f"{number:040}"}
    counts = {"met": count // 4, "not_met": count // 4, "unknown": count // 4, "not_applicable": count // 4}
    key = {"id": number, "repository_id": number, "digest": f"{number:032}", "basis": "c" * 16}
    return {**key, **when, **counts, "seen": chance.randbytes(3000)}  # what a real one takes


def _questions(database: Database, names: list[str], many: int) -> dict[str, Callable[[], object]]:
    overview, jobs = Overview(database), Jobs(database)
    middle = many // 2
    check = CheckId(names[len(names) // 2])
    return {
        "overview: outcomes of every check": overview.tally,
        "overview: states": overview.states,
        "organisation: outcomes of every check": lambda: overview.tally(_owner(middle)),
        "organisation: its repositories": lambda: overview.repositories(_owner(middle)),
        "check: repositories that do not meet it": lambda: overview.answering(check, Outcome.NOT_MET),
        "repository: every answer": lambda: overview.history(_address(middle)),
        "search: one word": lambda: overview.search("7654"),
        "search: nothing is found": lambda: overview.search("bestaat niet"),
        "this week: states": lambda: overview.state_changes(NOW - 7 * DAY),
        "queue: take a job": lambda: jobs.take("bench", NOW, NOW + DAY),
    }


def _times(question: Callable[[], object]) -> tuple[float, float]:
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        question()
        taken.append(time.perf_counter() - start)
    taken.sort()
    return taken[TIMES // 2], taken[int(TIMES * 0.95) - 1]


def _size(database: Database) -> int:
    if database.path is not None:
        return database.path.stat().st_size
    with database.reading() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
