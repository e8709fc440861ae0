# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A job is taken by one at a time, survives who took it, and is given up in the end."""

import datetime
import threading

import pytest

from ospo.domain.work import Job, JobCounts, JobKind
from ospo.store import jobs as queue
from ospo.store.database import Database
from ospo.store.jobs import MOST_ATTEMPTS, Jobs, LeaseLost

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def jobs(database: Database) -> Jobs:
    return Jobs(database)


def put(database: Database, *subjects: str, priority: int = 2) -> None:
    with database.writing() as connection:
        queue.put(connection, JobKind.REPOSITORY, subjects, priority, NOW, None)


def finish(database: Database, job: Job, taker: str) -> None:
    with database.writing() as connection:
        queue.finish(connection, job, taker)


def taken(jobs: Jobs, taker: str = "a", now: datetime.datetime = NOW) -> Job:
    job = jobs.take(taker, now, now + MINUTE)
    assert job is not None
    return job


def test_jobs_come_by_priority_and_then_in_the_order_in_which_they_were_put(database: Database, jobs: Jobs) -> None:
    put(database, "x", "y")
    put(database, "first", priority=0)

    assert [taken(jobs).subject for _ in range(3)] == ["first", "x", "y"]
    assert jobs.take("a", NOW, NOW + MINUTE) is None


def test_a_job_that_was_put_twice_is_there_once(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    put(database, "x")

    finish(database, taken(jobs), "a")

    assert jobs.counts() == JobCounts(done=1)


def test_a_job_that_is_put_while_it_is_done_is_done_once_more(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    job = taken(jobs)
    put(database, "x")
    assert jobs.take("b", NOW, NOW + MINUTE) is None

    finish(database, job, "a")

    assert taken(jobs, "b").subject == "x"


def test_a_lease_that_ran_out_goes_to_another_and_the_first_no_longer_counts(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    late = taken(jobs, "a")
    assert jobs.take("b", NOW + MINUTE / 2, NOW + MINUTE) is None

    job = taken(jobs, "b", NOW + MINUTE)

    assert (job.subject, job.attempts) == ("x", 2)
    with pytest.raises(LeaseLost):
        finish(database, late, "a")
    finish(database, job, "b")


def test_a_lease_that_is_kept_does_not_run_out(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    taken(jobs, "a")

    jobs.keep("a", NOW + 3 * MINUTE)

    assert jobs.take("b", NOW + 2 * MINUTE, NOW + 3 * MINUTE) is None


def test_a_job_that_stops_everybody_is_given_up(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    for number in range(MOST_ATTEMPTS):
        taken(jobs, f"{number}", NOW + number * MINUTE)

    assert jobs.take("z", NOW + MOST_ATTEMPTS * MINUTE, NOW + 99 * MINUTE) is None
    assert jobs.dead() == [(JobKind.REPOSITORY, "x", queue.STOPPED)]


def test_a_job_that_failed_waits_until_it_may_be_tried_again(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    jobs.fail(taken(jobs), "a", "busy", NOW + MINUTE)
    assert jobs.take("a", NOW, NOW + MINUTE) is None
    assert jobs.next_moment() == NOW + MINUTE

    jobs.fail(taken(jobs, now=NOW + MINUTE), "a", "gone", None)

    assert jobs.dead() == [(JobKind.REPOSITORY, "x", "gone")]


def test_who_stops_puts_back_what_it_has_and_that_is_no_attempt(database: Database, jobs: Jobs) -> None:
    put(database, "x")
    taken(jobs, "a")
    jobs.release("a")
    assert taken(jobs, "b").attempts == 1
    assert jobs.takers() == ["b"]

    jobs.release("b", is_over=False)

    assert taken(jobs, "c").attempts == 2


def test_no_job_is_taken_by_two_at_the_same_time(database: Database, address: str) -> None:
    put(database, *(f"{n:03}" for n in range(60)))
    found: list[str] = []
    troubles: list[BaseException] = []

    def take_all(taker: str) -> None:
        mine = Database(address)
        try:
            while (job := Jobs(mine).take(taker, NOW, NOW + MINUTE)) is not None:
                found.append(job.subject)
                with mine.writing() as connection:
                    queue.finish(connection, job, taker)
        except BaseException as error:
            troubles.append(error)
        finally:
            mine.close()

    threads = [threading.Thread(target=take_all, args=(f"t{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert troubles == []
    assert sorted(found) == [f"{n:03}" for n in range(60)]
    assert Jobs(database).counts() == JobCounts(done=60)
