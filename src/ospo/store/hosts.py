# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each host is asked: how much at once, how many lists in an hour, and from when it may be asked again."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection, case, func, literal_column, or_, select, update

from ospo.domain.work import HostUse, JobKind
from ospo.formats.forge_limits import HERE, limits_of
from ospo.store.database import inserting
from ospo.store.schema import hosts, jobs

HOUR = timedelta(hours=1)
# Written out, so that an index over only these rows can serve a statement that was prepared.
IS_QUEUED = jobs.c.state == literal_column("'queued'")
IS_RUNNING = jobs.c.state == literal_column("'running'")
_IS_LIST = jobs.c.kind == JobKind.ACCOUNT


def add(connection: Connection, found: Collection[str]) -> None:
    """Know these hosts from now on."""
    known = set(connection.execute(select(hosts.c.host).where(hosts.c.host.in_(sorted(found)))).scalars())
    new = [{"host": host} for host in sorted(set(found) - known)]
    if new:
        connection.execute(inserting(connection, hosts).on_conflict_do_nothing(index_elements=[hosts.c.host]), new)


def candidates(connection: Connection, now: datetime) -> list[str]:
    """The hosts for which something is to be done now; who has the first job comes first."""
    may = or_(jobs.c.kind != JobKind.ACCOUNT, hosts.c.lists_free <= now)
    first = (
        select(jobs.c.id)
        .where(jobs.c.host == hosts.c.host, IS_QUEUED, jobs.c.not_before <= now, may)
        .order_by(jobs.c.priority, jobs.c.id)
        .limit(1)
        .correlate(hosts)
    )
    # Two looks in the index for each host; to join the jobs would read all of them while nothing is known of the table.
    its_priority = first.with_only_columns(jobs.c.priority).scalar_subquery().label("priority")
    found = select(hosts.c.host, its_priority, first.scalar_subquery().label("id")).where(hosts.c.free <= now)
    rows = [row for row in connection.execute(found) if row.id is not None]
    return [row.host for row in sorted(rows, key=lambda row: (row.priority, row.id))]


def room(connection: Connection, host: str, now: datetime) -> tuple[int, bool]:
    """How many more conversations this host may have, and whether one of them may be about a list.

    Others who want to know wait until this transaction is over. Lists are asked one at a time.
    """
    row = connection.execute(select(hosts).where(hosts.c.host == host).with_for_update()).one()
    if row.free > now:
        return 0, False
    lists = func.coalesce(func.sum(case((_IS_LIST, 1), else_=0)), 0)
    busy = connection.execute(select(func.count(), lists).where(IS_RUNNING, jobs.c.host == host)).one()
    may_list = host == HERE or (busy[1] == 0 and row.lists_free <= now)
    return limits_of(host).at_once - busy[0], may_list


def count(connection: Connection, host: str, requests: int, most: int, now: datetime) -> None:
    """So many lists were asked; when that makes the most of an hour, the next ones wait until the hour is over."""
    row = connection.execute(select(hosts).where(hosts.c.host == host).with_for_update()).first()
    if row is None or host == HERE:
        return
    is_new = now - row.hour >= HOUR
    hour, used = (now, requests) if is_new else (row.hour, row.used + requests)
    free = max(row.lists_free, hour + HOUR) if used >= most else row.lists_free
    connection.execute(update(hosts).where(hosts.c.host == host).values(hour=hour, used=used, lists_free=free))


def rest(connection: Connection, host: str, until: datetime, *, is_list: bool) -> None:
    """Leave a host alone until then, or only its lists; never for less long than was decided before."""
    column = hosts.c.lists_free if is_list else hosts.c.free
    later = (hosts.c.host == host) & (column < until)
    connection.execute(update(hosts).where(later).values({column: until}))


def uses(connection: Connection, now: datetime) -> list[HostUse]:
    """What each host was asked in this hour."""
    return [
        HostUse(row.host, row.used if now - row.hour < HOUR else 0, max(row.free, row.lists_free))
        for row in connection.execute(select(hosts).order_by(hosts.c.host))
    ]


def moments(connection: Connection) -> list[tuple[str, int, datetime]]:
    """For each host with jobs that wait: how many, and when the first of them may be done."""
    own = case((_IS_LIST, hosts.c.lists_free), else_=hosts.c.free)
    later = case((hosts.c.free > own, hosts.c.free), else_=own)
    when = case((jobs.c.not_before > later, jobs.c.not_before), else_=later)
    found = (
        select(jobs.c.host, func.count().label("n"), func.min(when).label("first"))
        .join(hosts, hosts.c.host == jobs.c.host)
        .where(IS_QUEUED)
        .group_by(jobs.c.host)
        .order_by(jobs.c.host)
    )
    return [(row.host, row.n, row.first) for row in connection.execute(found)]
