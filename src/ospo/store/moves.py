# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repositories that went to another address: the old one is an alias with its date, and the history goes along."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from ospo.domain.crawl import Listing, RepositoryState, Trouble
from ospo.formats import address as addresses
from ospo.store import listings, owners
from ospo.store.database import inserting
from ospo.store.schema import aliases, repositories

MOVED = "is at {to} from now on: its history went along"
DOUBLE = "leads to {to}, which is in the register as well: it goes on there"
_PART = 500  # values that one statement names


def find(connection: Connection, address: str, *, is_alone: bool = False) -> Row[Any] | None:
    """A repository by its address, or by one that it had before.

    `is_alone`: others who change it wait until this transaction ends.
    """
    known = select(aliases.c.repository_id).where(aliases.c.address == address).scalar_subquery()
    for place in (repositories.c.address == address, repositories.c.id == known):
        statement = select(repositories).where(place)
        found = connection.execute(statement.with_for_update() if is_alone else statement).first()
        if found is not None:
            return found
    return None


def move(connection: Connection, row: Row[Any], clone: str, now: datetime) -> Trouble | None:
    """Its address leads elsewhere: keep it there from now on; gives what is to be named."""
    to = addresses.normalise(clone)
    if to is None or to == row.address:
        connection.execute(update(repositories).where(repositories.c.id == row.id).values(clone=clone))
        return None
    if connection.execute(select(repositories.c.id).where(repositories.c.address == to)).first() is not None:
        listings.become(connection, row.id, row.state, RepositoryState.MOVED, now)
        return Trouble(row.address, DOUBLE, {"to": to})
    owner = owners.owner_of(to)
    owners.add(connection, [owner])
    here = update(repositories).where(repositories.c.id == row.id)
    connection.execute(here.values(address=to, owner=owner, clone=clone))
    statement = inserting(connection, aliases).values(address=row.address, repository_id=row.id, since=now)
    again = {"repository_id": row.id, "since": now}
    connection.execute(statement.on_conflict_do_update(index_elements=[aliases.c.address], set_=again))
    return Trouble(row.address, MOVED, {"to": to})


def resolved(connection: Connection, listing: Listing) -> Listing:
    """The same list, with the address that each repository has by now: lists go on naming old ones."""
    listed = {r.address: r for r in listing.repositories}
    now = {old: row for old, row in _aliases(connection, sorted(listed)) if _is_same(listed[old].identity, row)}
    if not now:
        return listing
    found = {}
    for old, seen in listed.items():
        current = now[old].address if old in now and now[old].address not in listed else old
        found[current] = replace(seen, address=current)
    return replace(listing, repositories=tuple(found.values()))


def _is_same(identity: str | None, row: Row[Any]) -> bool:
    return identity is None or row.identity is None or identity == row.identity


def _aliases(connection: Connection, listed: list[str]) -> Iterable[tuple[str, Any]]:
    a, r = aliases.c, repositories.c
    for start in range(0, len(listed), _PART):
        some = listed[start : start + _PART]
        there = select(repositories.c.address).where(r.address.in_(some))
        found = (
            select(a.address.label("old"), r.address, r.identity)
            .join(repositories, r.id == a.repository_id)
            .where(a.address.in_(some), a.address.not_in(there))
        )
        for row in connection.execute(found):
            yield row.old, row
