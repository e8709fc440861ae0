# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose a repository is: the organisation that the claims give its account, or the nearest group above it."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, select

from ospo.store.database import inserting
from ospo.store.schema import owners, repositories

_PART = 500  # rows of one statement


def owner_of(address: str) -> str:
    """Where a repository stands: its address without the last part."""
    return address.rpartition("/")[0]


def add(connection: Connection, found: Iterable[str]) -> None:
    """Know these owners from now on, each with the organisation that its nearest known group above is of."""
    wanted = sorted(set(found) - {""})
    new = sorted({*wanted} - {*_known(connection, wanted)})
    if not new:
        return
    above = _known(connection, sorted({place for address in new for place in _places(address)}))
    rows = [{"address": address, "organisation": _nearest(address, above)} for address in new]
    statement = inserting(connection, owners).on_conflict_do_nothing(index_elements=[owners.c.address])
    for start in range(0, len(rows), _PART):  # sorted, so that two who do this at once do not wait in a circle
        connection.execute(statement, rows[start : start + _PART])


def put(connection: Connection, of_account: Mapping[str, str]) -> None:
    """Keep whose each account is, in the place of what was known before."""
    standing = select(repositories.c.owner).distinct()
    every = sorted({*of_account, *connection.execute(standing).scalars()} - {""})
    connection.execute(delete(owners))
    rows = [{"address": address, "organisation": _nearest(address, of_account)} for address in every]
    statement = inserting(connection, owners)  # a crawl may add one at this very moment
    told = {"organisation": statement.excluded.organisation}
    statement = statement.on_conflict_do_update(index_elements=[owners.c.address], set_=told)
    for start in range(0, len(rows), _PART):
        connection.execute(statement, rows[start : start + _PART])


def _nearest(address: str, known: Mapping[str, str | None]) -> str | None:
    return next((found for place in _places(address) if (found := known.get(place))), None)


def _places(address: str) -> Iterable[str]:
    """The address, and every group above it."""
    while address.count("/") > 2 and not address.startswith("file:"):
        yield address
        address = owner_of(address)


def _known(connection: Connection, some: Sequence[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for start in range(0, len(some), _PART):
        part = some[start : start + _PART]
        rows = connection.execute(select(owners.c.address, owners.c.organisation).where(owners.c.address.in_(part)))
        found |= {row.address: row.organisation for row in rows}
    return found
