# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Crawls that begin by themselves: what was last asked long enough ago is put in the queue, once for all machines."""

import json
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, select, text

from ospo.domain.crawl import RunReport, SourceKind
from ospo.domain.work import JobKind, JobState
from ospo.store import jobs as queue
from ospo.store import listings, runs
from ospo.store.schema import accounts, jobs, repositories
from ospo.store.schema import runs as runs_table

_LOCK = 5_742_032  # any number, the same for every worker
_MOST_NAMED = 20  # sources that the report of such a crawl names
_OVER = (JobState.DONE, JobState.DEAD)
PERIODIC = "periodic"  # the first source of a crawl that began by itself


def put_again(connection: Connection, every: timedelta, now: datetime) -> int | None:
    """Put in the queue what was last asked so long ago; gives the number of the crawl, None when nothing is due."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
    lists, named = _lists(connection, now - every), _named(connection, now - every)
    if not lists and not named:
        return None
    run = runs.begin(connection, [PERIODIC, *(lists + named)[:_MOST_NAMED]], now)
    queue.put(connection, JobKind.ACCOUNT, lists, listings.ACCOUNT, now, run)
    queue.put(connection, JobKind.REPOSITORY, named, listings.REPOSITORY, now, run)
    return run


def _lists(connection: Connection, before: datetime) -> list[str]:
    """The accounts of which the list was last asked before that moment, or never."""
    its = and_(jobs.c.kind == JobKind.ACCOUNT, jobs.c.subject == accounts.c.url)
    due = jobs.c.id.is_(None) | (jobs.c.state.in_(_OVER) & (jobs.c.not_before <= before))
    found = select(accounts.c.url).outerjoin(jobs, its).where(accounts.c.kind != SourceKind.GIT, due)
    return list(connection.execute(found.order_by(accounts.c.url)).scalars())


def _named(connection: Connection, before: datetime) -> list[str]:
    """The repositories that were named one by one, and last looked at before that moment."""
    r = repositories.c
    its = and_(jobs.c.kind == JobKind.REPOSITORY, jobs.c.subject == r.address)
    due = jobs.c.state.in_(_OVER) & (jobs.c.not_before <= before)
    found = select(r.address).join(accounts, accounts.c.id == r.account_id).join(jobs, its)
    found = found.where(accounts.c.kind == SourceKind.GIT, due)
    return list(connection.execute(found.order_by(r.address)).scalars())


def end(connection: Connection, now: datetime) -> list[RunReport]:
    """End the crawls that began by themselves and of which nothing is left; gives what each of them did."""
    r = runs_table.c
    left = select(jobs.c.run_id).where(jobs.c.state.not_in(_OVER), jobs.c.run_id.is_not(None))
    begun = json.dumps(PERIODIC)
    over = select(r.id).where(r.ended.is_(None), r.sources.startswith(f"[{begun}"), r.id.not_in(left))
    found = list(connection.execute(over.order_by(r.id).with_for_update(skip_locked=True)).scalars())
    for run in found:
        runs.end(connection, run, now)
    return [runs.report(connection, run) for run in found]
