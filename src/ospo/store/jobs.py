# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue of jobs, in the database: taken under a lease, so that a job outlives who took it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, case, func, select, text, update

from ospo.domain.work import HostUse, Job, JobCounts, JobKind, JobState
from ospo.errors import OspoError
from ospo.formats.forge_limits import host_of
from ospo.store import hosts
from ospo.store.database import Database, inserting, retried
from ospo.store.hosts import IS_QUEUED, IS_RUNNING
from ospo.store.notice import CHANNEL, Notice
from ospo.store.schema import jobs, repositories

MOST_ATTEMPTS = 5
_PART = 500  # values that one statement names
STOPPED = "stopped the program each time that it was tried: please report it"
_QUEUED, _RUNNING, _DONE, _DEAD = JobState.QUEUED, JobState.RUNNING, JobState.DONE, JobState.DEAD


class LeaseLost(OspoError):  # noqa: N818 - the name is the sentence
    """Somebody else has this job by now: what we did of it does not count."""


def put(
    connection: Connection, kind: JobKind, subjects: Iterable[str], priority: int, now: datetime, run: int | None
) -> int:
    """Put jobs in the queue, in this order; one that was there is to be done once more. Gives how many."""
    places = _places(connection, kind, list(subjects))
    rows = [
        {
            "kind": kind,
            "subject": subject,
            "host": host_of(place),
            "priority": priority,
            "state": _QUEUED,
            "asked": 1,
            "attempts": 0,
            "not_before": now,
            "run_id": run,
        }
        for subject, place in places.items()
    ]
    if rows:
        hosts.add(connection, {str(row["host"]) for row in rows})
        insert = inserting(connection, jobs)
        new = insert.excluded
        again = insert.on_conflict_do_update(
            index_elements=[jobs.c.kind, jobs.c.subject],
            set_={
                "asked": jobs.c.asked + 1,
                "priority": new.priority,
                "host": new.host,
                "run_id": new.run_id,
                # Who is at it goes on: it is queued again when that is done.
                "state": case((jobs.c.state == _RUNNING, _RUNNING), else_=_QUEUED),
                "attempts": case((jobs.c.state == _RUNNING, jobs.c.attempts), else_=0),
                "not_before": new.not_before,
                "error": None,
            },
        )
        connection.execute(again, rows)
        if connection.dialect.name != "sqlite":
            connection.execute(text(f"NOTIFY {CHANNEL}"))
    return len(rows)


def _places(connection: Connection, kind: JobKind, subjects: list[str]) -> dict[str, str]:
    """Where each of them is asked: a list at its own address, a repository where git finds it."""
    places = {subject: subject for subject in subjects}
    for start in range(0, len(subjects) if kind is JobKind.REPOSITORY else 0, _PART):
        r, some = repositories.c, subjects[start : start + _PART]
        places |= {
            row.address: row.clone for row in connection.execute(select(r.address, r.clone).where(r.address.in_(some)))
        }
    return places


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


def give_up(
    connection: Connection, job: Job, taker: str, error: str, again: datetime | None, *, counts: bool = True
) -> None:
    """It went wrong: try again from that moment, or never; it does not count as a try when only the host was busy.

    Raises:
        LeaseLost: somebody else has it by now.
    """
    change: dict[str, object] = {
        "attempts": jobs.c.attempts if counts else jobs.c.attempts - 1,
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
        self._notice = Notice(database)

    @retried
    def take(self, taker: str, now: datetime, until: datetime) -> Job | None:
        """The next job, leased until then; None when nothing can be done at this moment.

        A host is asked no more than it allows; the one whose first job waits longest comes first.
        """
        with self._database.writing(is_told=False) as connection:
            self._free(connection, now)
            for host in hosts.candidates(connection, now):
                if (job := self._take(connection, host, taker, now, until)) is not None:
                    return job
        return None

    def _take(self, connection: Connection, host: str, taker: str, now: datetime, until: datetime) -> Job | None:
        room, may_list = hosts.room(connection, host, now)
        if room <= 0:
            return None
        here = IS_QUEUED & (jobs.c.host == host) & (jobs.c.not_before <= now)
        if not may_list:
            here &= jobs.c.kind != JobKind.ACCOUNT
        chosen = select(jobs.c.id).where(here).order_by(jobs.c.priority, jobs.c.id).limit(1)
        taken = {"state": _RUNNING, "taker": taker, "lease_until": until, "attempts": jobs.c.attempts + 1}
        columns = (jobs.c.id, jobs.c.kind, jobs.c.subject, jobs.c.attempts, jobs.c.asked)
        number = chosen.with_for_update(skip_locked=True).scalar_subquery()
        row = connection.execute(update(jobs).where(jobs.c.id == number).values(taken).returning(*columns)).first()
        return None if row is None else Job(row.id, JobKind(row.kind), row.subject, row.attempts, row.asked)

    def _free(self, connection: Connection, now: datetime) -> None:
        """Jobs of which the lease ran out go back in the queue, or are given up when that happened too often."""
        over = IS_RUNNING & (jobs.c.lease_until <= now)
        if connection.execute(select(jobs.c.id).where(over).limit(1)).first() is None:
            return
        connection.execute(update(jobs).where(over).values(_back()))

    @retried
    def keep(self, taker: str, until: datetime) -> None:
        """Make every lease of this taker last longer."""
        with self._database.writing(is_told=False) as connection:
            mine = (jobs.c.taker == taker) & IS_RUNNING
            connection.execute(update(jobs).where(mine).values(lease_until=until))

    @retried
    def release(self, taker: str, *, is_over: bool = True) -> None:
        """Put back what this taker has, because it stops or (not `is_over`) was killed: then it was an attempt."""
        with self._database.writing(is_told=False) as connection:
            mine = (jobs.c.taker == taker) & IS_RUNNING
            if is_over:
                connection.execute(update(jobs).where(mine).values(attempts=jobs.c.attempts - 1))
            connection.execute(update(jobs).where(mine).values(_back()))

    def takers(self) -> list[str]:
        """Who has a job under lease."""
        with self._database.reading() as connection:
            found = connection.execute(select(jobs.c.taker).where(IS_RUNNING).distinct())
            return sorted(row.taker for row in found)

    @retried
    def fail(self, job: Job, taker: str, error: str, again: datetime | None) -> None:
        """It went wrong: try again from that moment, or never."""
        with self._database.writing(is_told=False) as connection:
            give_up(connection, job, taker, error, again)

    def counts(self) -> JobCounts:
        """How many jobs are in which state."""
        with self._database.reading() as connection:
            found = connection.execute(select(jobs.c.state, func.count()).group_by(jobs.c.state))
            return JobCounts(**{row[0]: row[1] for row in found})

    def next_moment(self) -> datetime | None:
        """When the first job that waits may be done, by itself and by its host; None when none waits."""
        return min((first for _, _, first in self.waiting()), default=None)

    def waiting(self) -> list[tuple[str, int, datetime]]:
        """For each host with jobs that wait: how many, and when the first of them may be done."""
        with self._database.reading() as connection:
            return hosts.moments(connection)

    def uses(self, now: datetime) -> list[HostUse]:
        """What each host was asked in this hour."""
        with self._database.reading() as connection:
            return hosts.uses(connection, now)

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until somebody puts something in the queue, where the database can tell: then true."""
        return self._notice.wait(seconds)

    def close(self) -> None:
        """Wait for nobody any more."""
        self._notice.close()

    def dead(self) -> list[tuple[JobKind, str, str]]:
        """The jobs that were given up: kind, subject and why."""
        with self._database.reading() as connection:
            columns, over = (jobs.c.kind, jobs.c.subject, jobs.c.error), (_DEAD, JobState.STOPPED)
            found = connection.execute(select(*columns).where(jobs.c.state.in_(over)).order_by(jobs.c.subject))
            return [(JobKind(row.kind), row.subject, row.error or "") for row in found]
