# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which repositories have a publiccode.yml, and where git finds them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select

from ospo.domain.crawl import RepositoryState
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.store.database import Database
from ospo.store.findings import OUTCOMES
from ospo.store.schema import findings, owners, repositories, snapshots, words

_PART = 500  # rows at a time


@dataclass(frozen=True, slots=True)
class Holder:
    """A repository that answers to a check, where git finds it, and at which commit."""

    address: str
    clone: str
    state: RepositoryState
    organisation: str
    commit: str
    committed: datetime
    scanned: datetime
    outcome: Outcome
    reason: str


def holders(database: Database, check: CheckId, without: str) -> Iterator[Holder]:
    """Every public repository with an answer to a check but for this reason, by address."""
    f, r, s, reason = findings.c, repositories.c, snapshots.c, words.alias()
    number = select(words.c.id).where(words.c.word == check).scalar_subquery()
    statement = (
        select(r.address, r.clone, r.state, owners.c.organisation, s.commit_id, s.committed, s.scanned)
        .add_columns(f.outcome, reason.c.word.label("reason"))
        .select_from(repositories)
        .join(findings, and_(f.repository_id == r.id, f.ended.is_(None), f.check_id == number))
        .join(snapshots, s.id == r.snapshot_id)
        .join(reason, reason.c.id == f.reason_id)
        .join(owners, owners.c.address == r.owner, isouter=True)
        .where(reason.c.word != without)
        .order_by(r.address)
    )
    after = ""
    while True:  # in parts, so that no writer has to wait for a reader
        with database.reading() as connection:
            rows = connection.execute(statement.where(r.address > after).limit(_PART)).all()
        for row in rows:
            after = row.address
            if not row.address.startswith("file:"):
                values = (row.commit_id, row.committed, row.scanned, OUTCOMES[row.outcome], row.reason)
                state = RepositoryState(row.state)
                yield Holder(row.address, row.clone, state, row.organisation or "", *values)
        if len(rows) < _PART:
            return
