# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A host is asked no more than it allows: at once, in an hour, and not before it wants to hear of us again."""

import datetime
import threading

from ospo.domain.work import Job, JobKind
from ospo.formats.forge_limits import limits_of
from ospo.store import hosts
from ospo.store import jobs as queue
from ospo.store.database import Database
from ospo.store.jobs import Jobs

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
SLOW, FAST = "https://codeberg.org/a", "https://git.voorbeeld.example/b"
AT_ONCE = limits_of("codeberg.org").at_once


def put(database: Database, *subjects: str, kind: JobKind = JobKind.REPOSITORY) -> None:
    with database.writing() as connection:
        queue.put(connection, kind, subjects, 2, NOW, None)


def all_taken(database: Database, now: datetime.datetime = NOW) -> list[Job]:
    jobs, found = Jobs(database), []
    while (job := jobs.take("a", now, now + MINUTE)) is not None:
        found.append(job)
    return found


def test_a_host_gets_no_more_at_once_than_it_allows_and_others_are_not_held_up(database: Database) -> None:
    put(database, *(f"{SLOW}/{n}" for n in range(AT_ONCE + 3)))
    put(database, f"{FAST}/1")

    taken = all_taken(database)

    assert [job.subject for job in taken] == [*(f"{SLOW}/{n}" for n in range(AT_ONCE)), f"{FAST}/1"]
    with database.writing() as connection:
        queue.finish(connection, taken[0], "a")
    assert [job.subject for job in all_taken(database)] == [f"{SLOW}/{AT_ONCE}"]


def test_several_who_take_at_once_stay_within_the_limit(address: str, database: Database) -> None:
    put(database, *(f"{SLOW}/{n}" for n in range(20)))
    found: list[Job] = []

    def take(name: str) -> None:
        mine = Database(address)
        for _ in range(3):
            job = Jobs(mine).take(name, NOW, NOW + MINUTE)
            if job is not None:
                found.append(job)
        mine.close()

    threads = [threading.Thread(target=take, args=(f"t{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({job.id for job in found}) == len(found) == AT_ONCE


def test_lists_are_asked_one_at_a_time(database: Database) -> None:
    put(database, "https://github.com/a", "https://github.com/b", kind=JobKind.ACCOUNT)

    assert len(all_taken(database)) == 1


def test_what_is_on_this_machine_has_no_limit(database: Database) -> None:
    put(database, *(f"file:///srv/{n}" for n in range(30)))
    put(database, "file:///srv/x", "file:///srv/y", kind=JobKind.ACCOUNT)

    assert len(all_taken(database)) == 32


def test_when_the_hour_is_full_lists_wait_and_git_goes_on(database: Database) -> None:
    put(database, "https://github.com/a", kind=JobKind.ACCOUNT)
    put(database, "https://github.com/a/een")
    with database.writing() as connection:
        hosts.count(connection, "github.com", 59, 60, NOW)
        hosts.count(connection, "github.com", 1, 60, NOW + MINUTE)

    assert [job.kind for job in all_taken(database, NOW + 2 * MINUTE)] == [JobKind.REPOSITORY]
    assert Jobs(database).waiting() == [("github.com", 1, NOW + hosts.HOUR)]
    assert Jobs(database).next_moment() == NOW + hosts.HOUR
    assert JobKind.ACCOUNT in [job.kind for job in all_taken(database, NOW + hosts.HOUR)]


def test_an_hour_ends(database: Database) -> None:
    put(database, "https://github.com/a", kind=JobKind.ACCOUNT)
    with database.writing() as connection:
        hosts.count(connection, "github.com", 60, 60, NOW)
        hosts.count(connection, "github.com", 1, 60, NOW + hosts.HOUR)

    later = NOW + hosts.HOUR + MINUTE
    assert [(use.host, use.lists) for use in Jobs(database).uses(later)] == [("github.com", 1)]
    assert len(all_taken(database, later)) == 1


def test_a_host_that_wants_to_rest_is_left_alone_for_as_long_as_it_said(database: Database) -> None:
    put(database, f"{FAST}/1")
    with database.writing() as connection:
        hosts.rest(connection, "git.voorbeeld.example", NOW + 5 * MINUTE, is_list=False)
        hosts.rest(connection, "git.voorbeeld.example", NOW + MINUTE, is_list=False)  # no shorter than was decided

    assert all_taken(database, NOW + 4 * MINUTE) == []
    assert len(all_taken(database, NOW + 5 * MINUTE)) == 1


def test_to_wait_for_a_host_is_no_try(database: Database) -> None:
    put(database, f"{FAST}/1")
    for _ in range(20):
        (job,) = all_taken(database)
        assert job.attempts == 1
        with database.writing() as connection:
            queue.give_up(connection, job, "a", "busy", NOW, counts=False)


def test_who_waits_is_told_of_new_work(address: str, database: Database) -> None:
    jobs = Jobs(database)
    jobs.wait(0.01)  # from now on it listens
    timer = threading.Timer(0.2, put, (database, f"{FAST}/1"))
    timer.start()

    is_told = jobs.wait(0.5 if database.is_sqlite else 60.0)

    timer.join()
    assert is_told is not database.is_sqlite
    assert len(all_taken(database)) == 1
    jobs.close()
