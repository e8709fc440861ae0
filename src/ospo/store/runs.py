# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Crawls: what each of them did and what went wrong, counted in the same transactions as the work itself."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from ospo.domain.crawl import Counts, RunReport, Trouble
from ospo.store.schema import runs, troubles

MOST_TROUBLES = 1000  # that one crawl names
_NAMES = tuple(field.name for field in dataclasses.fields(Counts))


def begin(connection: Connection, sources: Sequence[str], now: datetime) -> int:
    """A crawl starts; gives its number."""
    values = {"started": now, "sources": json.dumps(list(sources))}
    return int(connection.execute(insert(runs).values(values).returning(runs.c.id)).scalar_one())


def count(connection: Connection, run: int | None, more: Counts) -> None:
    """Add what was done to what a crawl did."""
    change = {name: runs.c[name] + getattr(more, name) for name in _NAMES if getattr(more, name)}
    if run is not None and change:
        connection.execute(update(runs).where(runs.c.id == run).values(change))


def name(connection: Connection, run: int | None, trouble: Trouble) -> None:
    """Name something that went wrong, up to a limit; the same thing once."""
    if run is None:
        return
    here = troubles.c.run_id == run
    named = json.dumps(dict(trouble.values), sort_keys=True)
    t = troubles.c
    same = here & (t.subject == trouble.subject) & (t.message == trouble.message) & (t.named == named)
    if connection.execute(select(t.id).where(same).limit(1)).first() is not None:
        return
    known = connection.execute(select(func.count()).select_from(troubles).where(here)).scalar_one()
    if known < MOST_TROUBLES:
        values = {"run_id": run, "subject": trouble.subject, "message": trouble.message, "named": named}
        connection.execute(insert(troubles).values(values))


def end(connection: Connection, run: int, now: datetime) -> None:
    """A crawl is over."""
    connection.execute(update(runs).where(runs.c.id == run).values(ended=now))


def report(connection: Connection, run: int) -> RunReport:
    """What a crawl did."""
    row = connection.execute(select(runs).where(runs.c.id == run)).one()
    t = troubles.c
    named = connection.execute(select(t.subject, t.message, t.named).where(t.run_id == run).order_by(t.subject, t.id))
    found = tuple(Trouble(n.subject, n.message, json.loads(n.named)) for n in named)
    counts = Counts(**{field: getattr(row, field) for field in _NAMES})
    return RunReport(row.started, row.ended, tuple(json.loads(row.sources)), counts, found)


def newest(connection: Connection) -> int | None:
    """The number of the last crawl."""
    return connection.execute(select(func.max(runs.c.id))).scalar()
