# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue of jobs, in the database: taken under a lease, so that a job outlives who took it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, case, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ospo.domain.work import Job, JobCounts, JobKind, JobState
from ospo.errors import OspoError
from ospo.store.database import Database
from ospo.store.schema import jobs

MOST_ATTEMPTS = 5
STOPPED = "stopped the program each time that it was tried: please report it"
_QUEUED, _RUNNING, _DONE, _DEAD = JobState.QUEUED, JobState.RUNNING, JobState.DONE, JobState.DEAD


class LeaseLost(OspoError):  # noqa: N818 - the name is the sentence
    """Somebody else has this job by now: what we did of it does not count."""


def put(
    connection: Connection, kind: JobKind, subjects: Iterable[str], priority: int, now: datetime, run: int | None
) -> int:
    """Put jobs in the queue, in this order; one that was there is to be done once more. Gives how many."""
    rows = [
        {
            "kind": kind,
            "subject": subject,
            "priority": priority,
            "state": _QUEUED,
            "asked": 1,
            "attempts": 0,
            "not_before": now,
            "run_id": run,
        }
        for subject in subjects
    ]
    if rows:
        insert = sqlite.insert(jobs) if connection.dialect.name == "sqlite" else postgresql.insert(jobs)
        new = insert.excluded
        again = insert.on_conflict_do_update(
            index_elements=[jobs.c.kind, jobs.c.subject],
            set_={
                "asked": jobs.c.asked + 1,
                "priority": new.priority,
                "run_id": new.run_id,
                # Who is at it goes on: it is queued again when that is done.
                "state": case((jobs.c.state == _RUNNING, _RUNNING), else_=_QUEUED),
                "attempts": case((jobs.c.state == _RUNNING, jobs.c.attempts), else_=0),
                "not_before": new.not_before,
                "error": None,
            },
        )
        connection.execute(again, rows)
    return len(rows)


def finish(connection: Connection, job: Job, taker: str) -> None:
    """It is done, in the transaction that holds its result; when it was asked again meanwhile, it is queued anew.

    Raises:
        LeaseLost: somebody else has it by now.
    """
    again = jobs.c.asked != job.asked
    change = {
        "state": case((again, _QUEUED), else_=_DONE),
        "attempts": 0,
        "lease_until": None,
        "taker": None,
        "error": None,
    }
    _change(connection, job, taker, change)


def give_up(connection: Connection, job: Job, taker: str, error: str, again: datetime | None) -> None:
    """It went wrong: try again from that moment, or never.

    Raises:
        LeaseLost: somebody else has it by now.
    """
    change: dict[str, object] = {
        "state": _DEAD if again is None else _QUEUED,
        "not_before": jobs.c.not_before if again is None else again,
        "lease_until": None,
        "taker": None,
        "error": error,
    }
    _change(connection, job, taker, change)


def _change(connection: Connection, job: Job, taker: str, change: dict[str, object]) -> None:
    mine = (jobs.c.id == job.id) & (jobs.c.taker == taker) & (jobs.c.state == _RUNNING)
    if connection.execute(update(jobs).where(mine).values(change)).rowcount != 1:
        raise LeaseLost("{subject}: somebody else took over this job", subject=job.subject)


def adopt(connection: Connection, run: int) -> None:
    """What an earlier crawl left in the queue is done in this one."""
    connection.execute(update(jobs).where(jobs.c.state.in_([_QUEUED, _RUNNING])).values(run_id=run))


def _back() -> dict[str, object]:
    """Back in the queue, or given up when it was taken too often."""
    dead = jobs.c.attempts >= MOST_ATTEMPTS
    return {
        "state": case((dead, JobState.STOPPED), else_=_QUEUED),
        "error": case((dead, STOPPED), else_=None),
        "taker": None,
        "lease_until": None,
    }


def bury(connection: Connection) -> list[tuple[Job, int | None]]:
    """The jobs that stopped whoever took them, with their crawl; from now on they count as given up."""
    columns = (jobs.c.id, jobs.c.kind, jobs.c.subject, jobs.c.attempts, jobs.c.asked, jobs.c.run_id)
    stopped = update(jobs).where(jobs.c.state == JobState.STOPPED).values(state=_DEAD).returning(*columns)
    rows = sorted(connection.execute(stopped), key=lambda row: row.id)
    return [(Job(r.id, JobKind(r.kind), r.subject, r.attempts, r.asked), r.run_id) for r in rows]


class Jobs:
    """The queue of a database; satisfies the JobQueue protocol."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, taker: str, now: datetime, until: datetime) -> Job | None:
        """The next job, leased until then; None when nothing can be done at this moment."""
        with self._database.writing() as connection:
            self._free(connection, now)
            chosen = (
                select(jobs.c.id)
                .where(jobs.c.state == _QUEUED, jobs.c.not_before <= now)
                .order_by(jobs.c.priority, jobs.c.id)
                .limit(1)
                .with_for_update(skip_locked=True)
            )
            taken = {"state": _RUNNING, "taker": taker, "lease_until": until, "attempts": jobs.c.attempts + 1}
            columns = (jobs.c.id, jobs.c.kind, jobs.c.subject, jobs.c.attempts, jobs.c.asked)
            statement = update(jobs).where(jobs.c.id == chosen.scalar_subquery()).values(taken).returning(*columns)
            row = connection.execute(statement).first()
        return None if row is None else Job(row.id, JobKind(row.kind), row.subject, row.attempts, row.asked)

    def _free(self, connection: Connection, now: datetime) -> None:
        """Jobs of which the lease ran out go back in the queue, or are given up when that happened too often."""
        over = (jobs.c.state == _RUNNING) & (jobs.c.lease_until <= now)
        if connection.execute(select(jobs.c.id).where(over).limit(1)).first() is None:
            return
        connection.execute(update(jobs).where(over).values(_back()))

    def keep(self, taker: str, until: datetime) -> None:
        """Make every lease of this taker last longer."""
        with self._database.writing() as connection:
            mine = (jobs.c.taker == taker) & (jobs.c.state == _RUNNING)
            connection.execute(update(jobs).where(mine).values(lease_until=until))

    def release(self, taker: str, *, is_over: bool = True) -> None:
        """Put back what this taker has, because it stops or (not `is_over`) was killed: then it was an attempt."""
        with self._database.writing() as connection:
            mine = (jobs.c.taker == taker) & (jobs.c.state == _RUNNING)
            if is_over:
                connection.execute(update(jobs).where(mine).values(attempts=jobs.c.attempts - 1))
            connection.execute(update(jobs).where(mine).values(_back()))

    def takers(self) -> list[str]:
        """Who has a job under lease."""
        with self._database.reading() as connection:
            found = connection.execute(select(jobs.c.taker).where(jobs.c.state == _RUNNING).distinct())
            return sorted(row.taker for row in found)

    def fail(self, job: Job, taker: str, error: str, again: datetime | None) -> None:
        """It went wrong: try again from that moment, or never."""
        with self._database.writing() as connection:
            give_up(connection, job, taker, error, again)

    def counts(self) -> JobCounts:
        """How many jobs are in which state."""
        with self._database.reading() as connection:
            found = connection.execute(select(jobs.c.state, func.count()).group_by(jobs.c.state))
            return JobCounts(**{row[0]: row[1] for row in found})

    def next_moment(self) -> datetime | None:
        """When the first job that waits may be done; None when none waits."""
        with self._database.reading() as connection:
            return connection.execute(select(func.min(jobs.c.not_before)).where(jobs.c.state == _QUEUED)).scalar()

    def dead(self) -> list[tuple[JobKind, str, str]]:
        """The jobs that were given up: kind, subject and why."""
        with self._database.reading() as connection:
            columns, over = (jobs.c.kind, jobs.c.subject, jobs.c.error), (_DEAD, JobState.STOPPED)
            found = connection.execute(select(*columns).where(jobs.c.state.in_(over)).order_by(jobs.c.subject))
            return [(JobKind(row.kind), row.subject, row.error or "") for row in found]
