# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources say: each reading with its claims, earlier ones kept, and the organisations that follow."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading
from ospo.domain.register import KnownOrganisation
from ospo.store.database import Database
from ospo.store.schema import accounts, claims, organisations, passed, readings

_PART = 500  # rows of one statement


class Claims:
    """The claims in a database; satisfies the ClaimStore protocol."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, reading: Reading) -> None:
        """Keep a reading in the place of an earlier one with its key; that one is kept too, as what was said then."""
        mark = _digest(reading)
        with self._database.writing() as connection:
            here = (readings.c.key == reading.key) & readings.c.replaced.is_(None)
            old = connection.execute(select(readings.c.id, readings.c.digest).where(here)).first()
            if old is not None and old.digest == mark:
                again = update(readings).where(readings.c.id == old.id)
                connection.execute(again.values(read=reading.read, url=reading.url))
                connection.execute(update(claims).where(claims.c.reading_id == old.id).values(read=reading.read))
                return
            if old is not None:
                connection.execute(update(readings).where(readings.c.id == old.id).values(replaced=reading.read))
            _add(connection, reading, mark)

    def readings(self) -> Iterator[Reading]:
        """Every reading that counts, by its key."""
        with self._database.reading() as connection:
            now = select(readings).where(readings.c.replaced.is_(None)).order_by(readings.c.key)
            for row in connection.execute(now).all():
                yield _reading(connection, row)

    def put_organisations(self, found: Iterable[KnownOrganisation], of_account: Mapping[str, str]) -> None:
        """Keep what follows from the claims, in the place of what followed before.

        Args:
            found: every organisation.
            of_account: the id of the organisation that an account is of, by the address of the account.
        """
        rows = [
            {"id": o.id, "name": o.name, "kind": o.first(Attribute.KIND), "body": msgspec.msgpack.encode(o)}
            for o in found
        ]
        with self._database.writing() as connection:
            connection.execute(delete(organisations))
            for start in range(0, len(rows), _PART):
                connection.execute(insert(organisations), rows[start : start + _PART])
            known = connection.execute(select(accounts.c.id, accounts.c.url, accounts.c.organisation)).all()
            for row in known:
                organisation = of_account.get(row.url)
                if organisation != row.organisation:
                    here = update(accounts).where(accounts.c.id == row.id)
                    connection.execute(here.values(organisation=organisation))

    def organisations(self) -> Iterator[KnownOrganisation]:
        """Every organisation, by its id."""
        with self._database.reading() as connection:
            bodies = connection.execute(select(organisations.c.body).order_by(organisations.c.id)).scalars().all()
        for body in bodies:
            yield msgspec.msgpack.decode(body, type=KnownOrganisation)


def _digest(reading: Reading) -> str:
    """What is the same as long as a source says the same, whenever it is read."""
    said = [replace(c, origin=replace(c.origin, read=date.min, url="")) for c in reading.claims]
    return hashlib.sha256(repr((reading.dated, said, reading.passed)).encode("utf-8", "surrogatepass")).hexdigest()


def _add(connection: Connection, reading: Reading, mark: str) -> None:
    values = {
        "key": reading.key,
        "kind": reading.kind,
        "name": reading.name,
        "url": reading.url,
        "read": reading.read,
        "dated": reading.dated,
        "digest": mark,
    }
    number = connection.execute(insert(readings).values(values).returning(readings.c.id)).scalar_one()
    rows = [{"reading_id": number, **_claim_values(claim)} for claim in reading.claims]
    more = [{"reading_id": number, "place": p.place, "reason": p.reason, "mark": p.mark} for p in reading.passed]
    for table, some in ((claims, rows), (passed, more)):
        for start in range(0, len(some), _PART):
            connection.execute(insert(table), some[start : start + _PART])


def _claim_values(claim: Claim) -> dict[str, Any]:
    return {
        "subject": claim.subject,
        "attribute": claim.attribute,
        "value": claim.value,
        "confidence": claim.confidence,
        "source": claim.origin.name,
        "url": claim.origin.url,
        "place": claim.origin.place,
        "read": claim.origin.read,
        "dated": claim.origin.dated,
    }


def _reading(connection: Connection, row: Row[Any]) -> Reading:
    said = connection.execute(select(claims).where(claims.c.reading_id == row.id).order_by(claims.c.id))
    skipped = connection.execute(select(passed).where(passed.c.reading_id == row.id).order_by(passed.c.id))
    return Reading(
        kind=row.kind,
        name=row.name,
        url=row.url,
        read=row.read,
        dated=row.dated,
        claims=tuple(map(_claim, said)),
        passed=tuple(Passed(p.place, PassedReason(p.reason), p.mark) for p in skipped),
    )


def _claim(row: Row[Any]) -> Claim:
    origin = Origin(row.source, row.url, row.place, row.read, row.dated)
    return Claim(row.subject, Attribute(row.attribute), row.value, origin, Confidence(row.confidence))
