# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crawls recorded of some accounts and repositories, to explain how they stand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from ospo.domain.crawl import RepositoryState, Trouble
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.register import AccountSeen
from ospo.store.database import Database
from ospo.store.findings import CODES
from ospo.store.schema import accounts, aliases, findings, repositories, runs, snapshots, troubles, words


@dataclass(frozen=True, slots=True)
class Recorded:
    """A repository as it was recorded; `seen` is what the checks saw, as it was kept."""

    address: str
    state: RepositoryState
    since: datetime
    commit: str = ""
    scanned: datetime | None = None
    seen: bytes = b""
    trouble: Trouble | None = None


class CrawlRecord:
    """Questions about a few accounts or repositories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_empty(self) -> bool:
        """True when no crawl ever found an account."""
        with self._database.reading() as connection:
            return connection.execute(select(accounts.c.id).limit(1)).first() is None

    def accounts(self, addresses: Sequence[str]) -> tuple[AccountSeen, ...]:
        """How each of these accounts was found, those below it with it."""
        with self._database.reading() as connection:
            return tuple(_account(connection, address) for address in addresses)

    def repository(self, address: str) -> Recorded | None:
        """A repository by its address, or by one that it had before."""
        r = repositories.c
        with self._database.reading() as connection:
            row = connection.execute(_rows().where(r.address == address)).first()
            if row is None:
                was = select(aliases.c.repository_id).where(aliases.c.address == address)
                row = connection.execute(_rows().where(r.id.in_(was))).first()
            return None if row is None else _recorded(row, _trouble(connection, row.address, row.scanned))

    def answering(self, owners: Sequence[str], check: CheckId, outcome: Outcome, limit: int) -> tuple[Recorded, ...]:
        """Repositories of these accounts that have this outcome of a check, and are there."""
        f, r = findings.c, repositories.c
        statement = (
            _rows()
            .join(findings, and_(f.repository_id == r.id, f.ended.is_(None)))
            .join(words, words.c.id == f.check_id)
            .where(words.c.word == check, f.outcome == CODES[outcome])
            .where(r.state == RepositoryState.ACTIVE, or_(*map(_is_below, owners)))
        )
        with self._database.reading() as connection:
            return tuple(_recorded(row, None) for row in connection.execute(statement.order_by(r.address).limit(limit)))


def _is_below(account: str) -> ColumnElement[bool]:
    owner = repositories.c.owner
    return or_(owner == account, owner.startswith(f"{account}/", autoescape=True))


def _rows() -> Any:
    r, s = repositories.c, snapshots.c
    columns = (r.address, r.state, r.since, s.commit_id, s.scanned, s.seen)
    return select(*columns).join(snapshots, s.id == r.snapshot_id, isouter=True)


def _recorded(row: Row[Any], trouble: Trouble | None) -> Recorded:
    state = RepositoryState(row.state)
    return Recorded(row.address, state, row.since, row.commit_id or "", row.scanned, row.seen or b"", trouble)


def _account(connection: Connection, address: str) -> AccountSeen:
    listed = connection.execute(select(accounts.c.listed).where(accounts.c.url == address)).scalar()
    r = repositories.c
    counted = select(r.state, func.count()).where(_is_below(address)).group_by(r.state).order_by(r.state)
    states = {RepositoryState(row[0]): row[1] for row in connection.execute(counted)}
    found = _newest_trouble(connection, address)
    if found is None or (listed is not None and listed >= found.started):
        return AccountSeen(address, listed, states)
    return AccountSeen(address, listed, states, _as_trouble(found), found.started)


def _trouble(connection: Connection, address: str, scanned: datetime | None) -> Trouble | None:
    """What went wrong the last time, when the repository was not scanned since."""
    found = _newest_trouble(connection, address)
    return None if found is None or (scanned is not None and scanned >= found.started) else _as_trouble(found)


def _newest_trouble(connection: Connection, subject: str) -> Any:
    """The last one that was named, with when that crawl started; None when there is none."""
    t = troubles.c
    statement = select(t.subject, t.message, t.named, runs.c.started).join(runs, runs.c.id == t.run_id)
    return connection.execute(statement.where(t.subject == subject).order_by(t.run_id.desc()).limit(1)).first()


def _as_trouble(row: Row[Any]) -> Trouble:
    return Trouble(row.subject, row.message, json.loads(row.named))
