# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts and their repositories as lists name them: what is new, renamed, archived, gone or back, each dated."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, case, insert, or_, select, update

from ospo.domain.crawl import ForgeAccount, Listing, RepositoryState, SeenRepository, SourceKind
from ospo.domain.work import JobKind
from ospo.store import jobs as queue
from ospo.store import owners
from ospo.store.database import inserting
from ospo.store.schema import accounts, aliases, repositories, requests, states

ACCOUNT, DEFAULTS, REPOSITORY = 0, 1, 2  # priorities: what an owner supplies counts for the others, so it goes first
READABLE = (RepositoryState.ACTIVE, RepositoryState.ARCHIVED)
_CHUNK = 500  # values that one statement names


def add_accounts(connection: Connection, found: Iterable[ForgeAccount], now: datetime) -> None:
    """Know these accounts from now on."""
    rows = [{"url": a.url, "kind": a.kind, "first_seen": now} for a in found]
    if rows:
        statement = inserting(connection, accounts)
        kind = case((statement.excluded.kind == SourceKind.GIT, accounts.c.kind), else_=statement.excluded.kind)
        connection.execute(statement.on_conflict_do_update(index_elements=[accounts.c.url], set_={"kind": kind}), rows)


def account(connection: Connection, url: str) -> tuple[int, ForgeAccount] | None:
    """An account with its number."""
    row = connection.execute(select(accounts).where(accounts.c.url == url)).first()
    return None if row is None else (row.id, ForgeAccount(row.url, SourceKind(row.kind)))


def etag(connection: Connection, url: str) -> str | None:
    """The mark of the last answer at an address."""
    return connection.execute(select(requests.c.etag).where(requests.c.url == url)).scalar()


def keep_etag(connection: Connection, url: str, mark: str | None, now: datetime) -> None:
    """Remember the mark of an answer, in the transaction that holds what was in it."""
    values = {"etag": mark, "checked": now}
    statement = inserting(connection, requests).values(url=url, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=[requests.c.url], set_=values))


def take_in(
    connection: Connection, number: int, listing: Listing, now: datetime, defaults: Mapping[str, bool]
) -> tuple[int, int]:
    """Record a list; gives how many repositories are new on it, and how many are gone from it.

    Args:
        connection: in a transaction.
        number: of the account.
        listing: what it holds.
        now: when it was read.
        defaults: the addresses that hold what an owner supplies for all.
    """
    if listing.is_unchanged:
        return 0, 0
    listed = {r.address: r for r in listing.repositories}
    known = {row.address: row for row in _rows(connection, repositories.c.address, list(listed))}
    _rename(connection, listed, known, now)
    fresh = [r for r in listed.values() if r.address not in known]
    owners.add(connection, (owners.owner_of(address) for address in listed))
    for some in _chunks(fresh):
        connection.execute(insert(repositories), [_new(number, r, now, defaults) for r in some])
    born = {row.address: row.id for row in _rows(connection, repositories.c.address, [r.address for r in fresh])}
    _note(connection, [(born[r.address], _state(r)) for r in fresh], now)
    for address, row in known.items():
        _bring_up_to_date(connection, number, row, listed[address], now)
    gone = _gone(connection, number, listed, now) if listing.is_whole else 0
    return len(fresh), gone


def note_listed(connection: Connection, number: int, now: datetime) -> None:
    """Note when a list came; the last thing in its transaction, as for who scans."""
    connection.execute(update(accounts).where(accounts.c.id == number).values(listed=now))


def _state(seen: SeenRepository) -> RepositoryState:
    return RepositoryState.ARCHIVED if seen.is_archived else RepositoryState.ACTIVE


def _new(number: int, seen: SeenRepository, now: datetime, defaults: Mapping[str, bool]) -> dict[str, Any]:
    return {
        "account_id": number,
        "address": seen.address,
        "owner": owners.owner_of(seen.address),
        "is_defaults": defaults.get(seen.address, False),
        "state": _state(seen),
        "since": now,
        "first_seen": now,
        **_told(seen),
    }


def _told(seen: SeenRepository) -> dict[str, Any]:
    return {
        "clone": seen.clone,
        "identity": seen.identity,
        "is_fork": seen.is_fork,
        "fork_of": seen.fork_of,
        "fork": str(seen.fork),
        "is_archived": seen.is_archived,
        "mark": seen.mark,
    }


def _rename(
    connection: Connection, listed: Mapping[str, SeenRepository], known: dict[str, Row[Any]], now: datetime
) -> None:
    """A repository with a number that we know under another address was renamed: it keeps its history."""
    unknown = {r.identity: r for r in listed.values() if r.identity and r.address not in known}
    for row in _rows(connection, repositories.c.identity, list(unknown)):
        new = unknown[row.identity]
        if row.address in listed or new.address in known:
            continue
        place = {"address": new.address, "owner": owners.owner_of(new.address)}
        connection.execute(update(repositories).where(repositories.c.id == row.id).values(place))
        statement = inserting(connection, aliases).values(address=row.address, repository_id=row.id, since=now)
        values = {"repository_id": row.id, "since": now}
        connection.execute(statement.on_conflict_do_update(index_elements=[aliases.c.address], set_=values))
        known[new.address] = row


def _bring_up_to_date(connection: Connection, number: int, row: Row[Any], seen: SeenRepository, now: datetime) -> None:
    told = {"account_id": number, **_told(seen)}
    change = {name: value for name, value in told.items() if getattr(row, name) != value}
    if change:
        connection.execute(update(repositories).where(repositories.c.id == row.id).values(change))
    if row.state in READABLE or row.mark != seen.mark:  # else what git found when it went there still holds
        become(connection, row.id, row.state, _state(seen), now)


def _gone(connection: Connection, number: int, listed: Mapping[str, SeenRepository], now: datetime) -> int:
    """What was there and is no longer listed has disappeared; nothing of it is thrown away."""
    here = (repositories.c.account_id == number) & (repositories.c.state != RepositoryState.DISAPPEARED)
    rows = connection.execute(select(repositories.c.id, repositories.c.address, repositories.c.state).where(here)).all()
    gone = [row for row in rows if row.address not in listed]
    for row in gone:
        become(connection, row.id, row.state, RepositoryState.DISAPPEARED, now)
        connection.execute(update(repositories).where(repositories.c.id == row.id).values(mark=None))
    return len(gone)


def become(connection: Connection, number: int, was: str, state: RepositoryState, now: datetime) -> None:
    """A repository is in another state from now on."""
    if was != state:
        change = {"state": state, "since": now}
        connection.execute(update(repositories).where(repositories.c.id == number).values(change))
        _note(connection, [(number, state)], now)


def _note(connection: Connection, found: Sequence[tuple[int, RepositoryState]], now: datetime) -> None:
    rows = [{"repository_id": number, "state": state, "since": now} for number, state in found]
    if rows:
        statement = inserting(connection, states)
        same = {"index_elements": [states.c.repository_id, states.c.since], "set_": {"state": statement.excluded.state}}
        connection.execute(statement.on_conflict_do_update(**same), rows)


def put_due(
    connection: Connection,
    number: int,
    checks: str,
    now: datetime,
    run: int | None,
    only: Collection[str] | None = None,
) -> int:
    """Put in the queue what of an account has to be looked at; what its owner supplies first, and alone.

    The others follow when that is done. Gives how many jobs that are.

    Args:
        connection: in a transaction.
        number: of the account.
        checks: the mark of the checks.
        now: the moment.
        run: the crawl that this is for.
        only: the addresses that were asked for, also when they were gone; None for all that are listed.
    """
    first = _due(connection, number, checks, now, only, is_defaults=True)
    if first:
        return queue.put(connection, JobKind.REPOSITORY, first, DEFAULTS, now, run)
    return put_rest(connection, number, checks, now, run, only)


def put_rest(
    connection: Connection,
    number: int,
    checks: str,
    now: datetime,
    run: int | None,
    only: Collection[str] | None = None,
) -> int:
    """The same, without what the owner supplies."""
    rest = _due(connection, number, basis(connection, number, checks), now, only, is_defaults=False)
    return queue.put(connection, JobKind.REPOSITORY, rest, REPOSITORY, now, run)


def basis(connection: Connection, number: int, checks: str) -> str:
    """What findings in an account rest on: the checks, and what its owner supplies for all."""
    r = repositories.c
    supplied = select(r.digest).where(r.account_id == number, r.is_defaults, r.digest.is_not(None))
    found = sorted(connection.execute(supplied).scalars())
    return "+".join([checks, *found])


def _due(
    connection: Connection,
    number: int,
    rests_on: str,
    now: datetime,
    only: Collection[str] | None,
    *,
    is_defaults: bool,
) -> list[str]:
    r = repositories.c
    changed = or_(
        r.mark.is_(None),
        r.done_mark.is_(None),
        r.done_mark != r.mark,
        r.basis.is_(None),
        r.basis != rests_on,
        r.until <= now,
    )
    here = (r.account_id == number) & (r.is_defaults.is_(is_defaults))
    here &= r.state != RepositoryState.DISAPPEARED if only is None else r.address.in_(only)
    found = connection.execute(select(r.address).where(here, changed).order_by(r.address))
    return list(found.scalars())


def _rows(connection: Connection, column: Any, values: Sequence[Any]) -> Iterator[Row[Any]]:
    for some in _chunks(values):
        yield from connection.execute(select(repositories).where(column.in_(some)))


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def look_where_they_went(connection: Connection, url: str, now: datetime, run: int | None) -> None:
    """An account is gone: its name may be another one, and the addresses of its repositories may lead there."""
    known = account(connection, url)
    if known is None:
        return
    r = repositories.c
    here = (r.account_id == known[0]) & r.state.in_(READABLE)
    gone = list(connection.execute(select(r.address).where(here).order_by(r.address)).scalars())
    connection.execute(update(repositories).where(here).values(mark=None))
    queue.put(connection, JobKind.REPOSITORY, gone, REPOSITORY, now, run)
