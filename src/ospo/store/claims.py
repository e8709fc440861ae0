# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources say: each reading with its claims, earlier ones kept, and the organisations that follow."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, delete, func, insert, select, text, update

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading
from ospo.domain.register import KnownOrganisation
from ospo.store import edition, owners
from ospo.store.database import Database, retried
from ospo.store.schema import claims, organisations, passed, readings

_PART = 500  # rows of one statement


class Claims:
    """The claims in a database; satisfies the ClaimStore protocol."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> "Claims":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @property
    def database(self) -> Database:
        """Where the claims are."""
        return self._database

    @retried
    def put(self, reading: Reading) -> None:
        """Keep a reading in the place of an earlier one with its key; that one is kept too, as what was said then."""
        with self._database.writing(is_told=False) as connection:
            _alone(connection, readings)
            if _put(connection, reading, _now(connection, reading.key)):
                edition.renew(connection)

    @retried
    def add(self, reading: Reading) -> None:
        """Keep claims beside those of an earlier reading with this key; what is said again gets the later date."""
        with self._database.writing() as connection:
            _alone(connection, readings)
            old = _now(connection, reading.key)
            new = {(c.subject, c.attribute, c.value) for c in reading.claims}
            before = () if old is None else _reading(connection, old).claims
            kept = tuple(c for c in before if (c.subject, c.attribute, c.value) not in new)
            _put(connection, replace(reading, claims=(*kept, *reading.claims)), old)

    @retried
    def take_back(self, key: str, told: Callable[[Claim], bool], today: date) -> int:
        """Let some claims of a reading count no longer; gives how many. They are kept as what was said then."""
        with self._database.writing() as connection:
            _alone(connection, readings)
            old = _now(connection, key)
            if old is None:
                return 0
            before = _reading(connection, old)
            kept = tuple(claim for claim in before.claims if not told(claim))
            if kept != before.claims:
                _put(connection, replace(before, claims=kept, read=today), old)
            return len(before.claims) - len(kept)

    def readings(self) -> Iterator[Reading]:
        """Every reading that counts, by its key."""
        with self._database.reading() as connection:
            now = select(readings).where(readings.c.replaced.is_(None)).order_by(readings.c.key)
            for row in connection.execute(now).all():
                yield _reading(connection, row)

    @retried
    def put_organisations(
        self, found: Iterable[KnownOrganisation], of_account: Mapping[str, str], mark: str | None = None
    ) -> bool:
        """Keep what follows from the claims, in the place of what followed before.

        Gives false, and keeps what there is, when somebody else changed the claims since.

        Args:
            found: every organisation.
            of_account: the id of the organisation that an account is of, by the address of the account.
            mark: of the claims that this follows from; None to keep it whatever there is.
        """
        rows = [
            {
                "id": o.id,
                "name": o.name,
                "kind": o.first(Attribute.KIND),
                "tooi": o.first(Attribute.TOOI),
                "body": msgspec.msgpack.encode(o),
            }
            for o in found
        ]
        with self._database.writing() as connection:
            _alone(connection, organisations)
            if mark is not None and mark != _mark(connection):
                return False
            connection.execute(delete(organisations))
            for start in range(0, len(rows), _PART):
                connection.execute(insert(organisations), rows[start : start + _PART])
            owners.put(connection, of_account)
            return True

    def mark(self) -> str:
        """What is another one when any reading that counts is."""
        with self._database.reading() as connection:
            return _mark(connection)

    def organisations(self) -> Iterator[KnownOrganisation]:
        """Every organisation, by its id."""
        with self._database.reading() as connection:
            bodies = connection.execute(select(organisations.c.body).order_by(organisations.c.id)).scalars().all()
        for body in bodies:
            yield msgspec.msgpack.decode(body, type=KnownOrganisation)


def _mark(connection: Connection) -> str:
    now = select(func.count(), func.max(readings.c.id), func.max(readings.c.read)).where(readings.c.replaced.is_(None))
    return " ".join(map(str, connection.execute(now).one()))


def _alone(connection: Connection, table: Table) -> None:
    """Let others who write in a table wait until this transaction ends; in SQLite they do so anyhow."""
    if connection.dialect.name != "sqlite":
        connection.execute(text(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE"))


def _now(connection: Connection, key: str) -> Row[Any] | None:
    """The reading with this key that counts."""
    here = (readings.c.key == key) & readings.c.replaced.is_(None)
    return connection.execute(select(readings).where(here)).first()


def _put(connection: Connection, reading: Reading, old: Row[Any] | None) -> bool:
    """Keep it; false when it says what was said, on the same day."""
    mark = _digest(reading)
    if old is not None and (old.digest, old.read, old.url) == (mark, reading.read, reading.url):
        return False
    if old is not None and old.digest == mark:
        again = update(readings).where(readings.c.id == old.id)
        connection.execute(again.values(read=reading.read, url=reading.url))
        connection.execute(update(claims).where(claims.c.reading_id == old.id).values(read=reading.read))
        return True
    if old is not None:
        connection.execute(update(readings).where(readings.c.id == old.id).values(replaced=reading.read))
    _add(connection, reading, mark)
    return True


def _digest(reading: Reading) -> str:
    """What is the same as long as a source says the same, whenever it is read."""
    said = [replace(c, origin=replace(c.origin, read=date.min, url="")) for c in reading.claims]
    return hashlib.sha256(repr((reading.dated, said, reading.passed)).encode("utf-8", "surrogatepass")).hexdigest()


def _add(connection: Connection, reading: Reading, mark: str) -> None:
    values = {
        "key": reading.key,
        "kind": reading.kind,
        "name": reading.name,
        "url": _storable(reading.url),
        "read": reading.read,
        "dated": reading.dated,
        "digest": mark,
    }
    number = connection.execute(insert(readings).values(values).returning(readings.c.id)).scalar_one()
    rows = [{"reading_id": number, **_claim_values(claim)} for claim in reading.claims]
    more = [
        {"reading_id": number, "place": _storable(p.place), "reason": p.reason, "mark": p.mark} for p in reading.passed
    ]
    for table, some in ((claims, rows), (passed, more)):
        for start in range(0, len(some), _PART):
            connection.execute(insert(table), some[start : start + _PART])


def _storable(text: str) -> str:
    """The same without what a database refuses: half characters, as in a path that is not UTF-8, and NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _claim_values(claim: Claim) -> dict[str, Any]:
    return {
        "subject": claim.subject,
        "attribute": claim.attribute,
        "value": claim.value,
        "confidence": claim.confidence,
        "source": claim.origin.name,
        "url": _storable(claim.origin.url),
        "place": _storable(claim.origin.place),
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
