# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as pages read it: every question has an index, and a list comes in parts that go on after an address."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from ospo.domain.crawl import ForkKind, RepositoryState
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.overview import ListedRepository, StateChange, Stretch
from ospo.store import address_index
from ospo.store import findings as recorded
from ospo.store.database import Database
from ospo.store.findings import CODES, OUTCOMES
from ospo.store.schema import accounts, findings, repositories, snapshots, states, words

PART = 50  # rows of a list, when nobody says otherwise


class Overview:
    """Questions to a register; each is answered from one moment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tally(self, account: str | None = None) -> Mapping[CheckId, Mapping[Outcome, int]]:
        """How many repositories have which outcome, by check; in all, or in one account."""
        with self._database.reading() as connection:
            if account is None:
                return recorded.tally(connection)
            number = connection.execute(select(accounts.c.id).where(accounts.c.url == account)).scalar()
            return {} if number is None else recorded.tally(connection, number)

    def states(self) -> Mapping[RepositoryState, int]:
        """How many repositories are in which state."""
        with self._database.reading() as connection:
            found = connection.execute(select(repositories.c.state, func.count()).group_by(repositories.c.state))
            return {RepositoryState(row[0]): row[1] for row in found}

    def repositories(self, account: str, after: str = "", limit: int = PART) -> list[ListedRepository]:
        """The repositories of an account by address, from the one after `after`."""
        return self._listed(rows().where(accounts.c.url == account, repositories.c.address > after), limit)

    def search(self, text: str, after: str = "", limit: int = PART) -> list[ListedRepository]:
        """The repositories with all these words in their address."""
        with self._database.reading() as connection:
            [found] = address_index.narrowed(connection, [rows().where(repositories.c.address > after)], text)
            ordered = found.order_by(repositories.c.address).limit(limit)
            return [listed(row) for row in connection.execute(ordered)]

    def answering(self, check: CheckId, outcome: Outcome, after: str = "", limit: int = PART) -> list[ListedRepository]:
        """The repositories that have this outcome of a check now."""
        f = findings.c
        statement = (
            rows()
            .join(findings, f.repository_id == repositories.c.id)
            .join(words, words.c.id == f.check_id)
            .where(words.c.word == check, f.outcome == CODES[outcome], f.ended.is_(None))
            .where(repositories.c.address > after)
        )
        return self._listed(statement, limit)

    def _listed(self, statement: Select[Any], limit: int) -> list[ListedRepository]:
        with self._database.reading() as connection:
            found = connection.execute(statement.order_by(repositories.c.address).limit(limit))
            return [listed(row) for row in found]

    def history(self, address: str) -> Sequence[Stretch]:
        """Every answer that a repository ever had, by check and moment."""
        f, check, reason = findings.c, words.alias(), words.alias()
        statement = (
            select(check.c.word, f.outcome, reason.c.word.label("reason"), snapshots.c.commit_id, f.since, f.ended)
            .join(repositories, repositories.c.id == f.repository_id)
            .join(snapshots, snapshots.c.id == f.snapshot_id)
            .join(check, check.c.id == f.check_id)
            .join(reason, reason.c.id == f.reason_id)
            .where(repositories.c.address == address)
            .order_by(check.c.word, f.since)
        )
        with self._database.reading() as connection:
            return [
                Stretch(CheckId(r.word), OUTCOMES[r.outcome], r.reason, r.commit_id, r.since, r.ended)
                for r in connection.execute(statement)
            ]

    def state_changes(self, since: datetime, limit: int = PART) -> list[StateChange]:
        """Which repositories came to be in another state, the newest first."""
        statement = (
            select(repositories.c.address, states.c.state, states.c.since)
            .join(repositories, repositories.c.id == states.c.repository_id)
            .where(states.c.since >= since)
            .order_by(states.c.since.desc(), repositories.c.address)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [StateChange(r.address, RepositoryState(r.state), r.since) for r in connection.execute(statement)]


def rows() -> Select[Any]:
    """A row for each repository, with what is known of it in short."""
    s = snapshots.c
    r = repositories.c
    counts = (s.met, s.not_met, s.unknown, s.not_applicable)
    columns = (r.address, r.state, r.since, r.is_fork, r.fork, r.is_ahead, s.commit_id, s.committed, s.scanned, *counts)
    return (
        select(accounts.c.url.label("account"), *columns)
        .join(accounts, accounts.c.id == r.account_id)
        .join(snapshots, s.id == r.snapshot_id, isouter=True)
    )


def listed(row: Row[Any], organisation: str = "") -> ListedRepository:
    """A row with what is known of a repository in short, and where it was found as `account`."""
    known = row.scanned is not None
    counts = (row.met, row.not_met, row.unknown, row.not_applicable)
    return ListedRepository(
        address=row.address,
        account=row.account,
        state=RepositoryState(row.state),
        since=row.since,
        is_fork=row.is_fork,
        commit=row.commit_id,
        committed=row.committed,
        scanned=row.scanned,
        outcomes=dict(zip(OUTCOMES, counts, strict=True)) if known else None,
        organisation=organisation,
        fork=ForkKind(row.fork).seen_beside(row.is_ahead),
    )
