# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A register of many repositories: its size, and how long pages wait for it.

Usage: ./dev bench register [SQLite|PostgreSQL] [REPOSITORIES...]   (100,000; in both, when PostgreSQL is here)
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

from sqlalchemy import event, insert, text

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
HOST = "github.com"
TIMES = 20
_PART = 2000  # repositories of one transaction
# An answer to every check for every repository; some checks are met more often than others.
_FINDINGS = """
INSERT INTO findings (repository_id, check_id, since, snapshot_id, outcome, reason_id)
SELECT n.id, n.word, n.first_seen, n.id,
  CASE WHEN d < 1 + word % 7 THEN 0 WHEN d < 4 + word % 7 THEN 1 WHEN d < 8 + word % 7 THEN 2 ELSE 3 END,
  :count + 1 + n.word % 20
FROM (SELECT r.id, r.first_seen, c.id AS word, ((r.id * 7919 + c.id * 104729) % 1000003) % (10 + c.id % 7) AS d
  FROM repositories r, words c WHERE r.id BETWEEN :first AND :last AND c.id <= :count) n
"""


def main(arguments: list[str]) -> None:
    """Fill a register, count, and ask what pages ask; for each size."""
    only = arguments.pop(0) if arguments and not arguments[0].isdigit() else ""
    for many in map(int, arguments or ["100000"]):
        _measure(many, only)


def _measure(many: int, only: str) -> None:
    with ExitStack() as opened:
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="ospo-bench-"))
        places = {"SQLite": f"sqlite:///{folder}/register.db"}
        if databases.program("postgres"):
            places["PostgreSQL"] = databases.new_database(opened.enter_context(databases.server()))
        for name, address in places.items():
            if only not in ("", name):
                continue
            database = Database(address)
            upgrade(database)
            start = time.process_time()
            names = fill(database, many)
            print(f"\n{name}: {many:,} repositories, {many * len(names):,} findings")
            print(f"{'filled':<40}{time.process_time() - start:>9.1f} s of processor time", flush=True)
            start = time.perf_counter()
            Register(database).count_tallies()
            print(f"{'tallies of every account':<40}{time.perf_counter() - start:>9.1f} s")
            print(f"{'size':<40}{size(database) / 1e6:>9.0f} MB, {size(database) / many / 1e3:.1f} kB a repository")
            for what, question in questions(database, names, many).items():
                print(asked(database, what, question), flush=True)
            database.close()


def fill(database: Database, many: int) -> list[str]:
    """Made-up repositories with a finding for each check, and a job each; gives the names of the checks."""
    names: list[str] = sorted(map(str, checks.check_ids()))
    chance = random.Random(3)  # noqa: S311 - figures, not secrets
    with database.writing() as connection:
        reasons = [f"reason-{n}" for n in range(20)]
        connection.execute(insert(schema.hosts), [{"host": HOST}])
        connection.execute(insert(schema.words), [{"id": n + 1, "word": w} for n, w in enumerate([*names, *reasons])])
    for start in range(0, many, _PART):
        with database.writing() as connection:
            end = min(many, start + _PART)
            if not database.is_sqlite:  # millions of rows that are known to fit
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            for table, rows in _rows(range(start, end), len(names), chance):
                connection.execute(insert(table), rows)
            connection.execute(text(_FINDINGS), {"first": start + 1, "last": end, "count": len(names)})
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))
        if not database.is_sqlite:  # the numbers were given, not drawn
            for table in ("accounts", "repositories", "snapshots", "jobs", "words"):
                value = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
                connection.execute(text(value))
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
    yield schema.jobs, [
        {"id": n, "kind": "repository", "subject": _address(n), "priority": 2, "state": "queued", "asked": 1,
         "attempts": 0, "not_before": NOW, "host": HOST} for n in ids
    ]  # fmt: skip


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


def questions(database: Database, names: list[str], many: int) -> dict[str, Callable[[], object]]:
    """What pages ask, each as a question without arguments."""
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
        "search: two words": lambda: overview.search("github 7654"),
        "search: a word that all have": lambda: overview.search("repository"),
        "search: nothing is found": lambda: overview.search("bestaat niet"),
        "search: two letters that none has": lambda: overview.search("zz"),
        "this week: states": lambda: overview.state_changes(NOW - 7 * DAY),
        "queue: take a job": lambda: jobs.take("bench", NOW, NOW),  # the lease is over at once: no limit is met
    }


def times(question: Callable[[], object]) -> tuple[float, float]:
    """The seconds that a question takes: half of the times no more than, and 19 of 20 times no more than."""
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        question()
        taken.append(time.perf_counter() - start)
    taken.sort()
    return taken[TIMES // 2], taken[int(TIMES * 0.95) - 1]


def asked(database: Database, what: str, question: Callable[[], object]) -> str:
    """A line with how long a question takes: on the clock, in processor time here, and in the server by its word."""
    middle, slow = times(question)
    start = time.process_time()
    for _ in range(TIMES):
        question()
    own = (time.process_time() - start) / TIMES
    line = f"{what:<40}{middle * 1000:>9.1f} ms, p95 {slow * 1000:.1f} ms, processor {own * 1000:.1f} ms"
    if database.is_sqlite or what.startswith("queue"):
        return line
    took, pages = _in_server(database, question)
    return f"{line} here, in the server {took:.1f} ms, {pages} pages of memory"


def _in_server(database: Database, question: Callable[[], object]) -> tuple[float, int]:
    """The milliseconds that PostgreSQL says it takes to plan and to answer, and the pages it looks at."""
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    question()
    event.remove(database.engine, "before_cursor_execute", note)
    took, pages = 0.0, 0
    with database.reading() as connection:
        for statement, parameters in statements:
            if statement.lstrip().startswith("SELECT"):
                explain = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
                [plan] = connection.exec_driver_sql(explain, parameters).scalar_one()
                took += plan["Execution Time"] + plan["Planning Time"]
                pages += plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]
    return took, pages


def size(database: Database) -> int:
    """The bytes that it takes on disk."""
    if database.path is not None:
        return database.path.stat().st_size
    with database.reading() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
